//! Mails, sent by SMTP: at least once, each under an id of its own that stays the same. And mails that come in.
//!
//! Begin with [`run`]. What is to be sent are rows that were written with what they tell of; claiming one, putting it
//! into words, sending it and writing down what became of it are four steps, and a crash between any two repeats
//! the mail under the same `Message-ID`.
//!
//! Mails that come in are read from a folder by IMAP; there begin with [`run_inbox`].
//!
//! This crate knows SMTP and IMAP. It knows neither SQL nor words: those come by [`Compose`].

mod config;
mod inbox;
mod message;
mod post;
mod worker;

pub use config::{BadConfig, Config};
pub use inbox::{BadInbox, Inbox, InboxConfig, Trouble, look, run_inbox};
pub use post::{Failure, Post};
pub use worker::{run, send_due};

#[cfg(doc)]
use kanso_core::mail::Compose;
