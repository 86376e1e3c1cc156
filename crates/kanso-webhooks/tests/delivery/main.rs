//! Webhooks over real HTTP, from an act to what a receiver sees and the log says.

#![cfg(test)]

mod attempt;
mod house;
mod lanes;
mod receiver;
mod retry;
mod test_event;
