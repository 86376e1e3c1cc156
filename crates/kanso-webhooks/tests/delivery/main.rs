//! Webhooks over real HTTP, from an act to what a receiver sees and the log says.

#![cfg(test)]

mod attempt;
mod head;
mod house;
mod judge;
mod lanes;
mod receiver;
mod retry;
mod sign;
mod test_event;
