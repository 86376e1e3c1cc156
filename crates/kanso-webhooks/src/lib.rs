//! Webhooks: takes deliveries from the database, sends them, and writes down how that ended.
//!
//! Begin with [`run`], which never ends: a lane for each endpoint claims what is due, makes the body in the
//! endpoint's format ([`body`](mod@body)), sends it with [`Sender`], and settles it. Addresses are judged when the connection
//! is made (`guard`), so that no detour leads into the network the server stands in.
//!
//! This crate knows HTTP and the bodies that receivers see. It knows no SQL and no HTML, and never waits for
//! a receiver while a transaction is open.

mod attempt;
pub mod body;
pub mod catalogue;
mod chores;
mod deliver;
mod failure;
mod guard;
mod idle;
mod lane;
mod metrics;
mod own;
mod sign;
mod target;
mod test_event;
mod verify;
mod words;
mod worker;

pub use attempt::{AttemptReport, Sender};
pub use body::check_template;
pub use failure::{Failure, FailureKind};
pub use guard::{Reach, Refusal};
pub use idle::run_until_idle;
pub use metrics::Metrics;
pub use own::{NoAnswer, OwnClient, Streamed};
pub use sign::Signer;
pub use test_event::send_test;
pub use verify::{NotAKey, Verdict, Verifier};
pub use worker::run;
