//! Mails, sent by SMTP: at least once, each under an id of its own that stays the same.
//!
//! Begin with [`run`]. What is to be sent are rows that were written with what they tell of; claiming one, putting it
//! into words, sending it and writing down what became of it are four steps, and a crash between any two repeats
//! the mail under the same `Message-ID`.
//!
//! This crate knows SMTP. It knows neither SQL nor words: those come by [`Compose`].

mod config;
mod message;
mod post;
mod worker;

pub use config::{BadConfig, Config};
pub use post::{Failure, Post};
pub use worker::{run, send_due};

#[cfg(doc)]
use kanso_core::mail::Compose;
