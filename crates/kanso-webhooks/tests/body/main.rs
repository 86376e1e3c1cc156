//! The bodies in Kanboard's formats: against Kanboard's own, and of every event there is.

#![cfg(test)]

mod chat;
mod flat;
mod golden;
mod large;
mod manual;
mod permission;
mod sample;
mod schema;
mod snapshot;
mod template;
