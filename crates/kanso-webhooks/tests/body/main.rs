//! The bodies in Kanboard's formats: against Kanboard's own, and of every event there is.

#![cfg(test)]

mod golden;
mod sample;
mod snapshot;
