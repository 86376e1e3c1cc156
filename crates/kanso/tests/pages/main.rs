//! The pages as a browser without JavaScript sees them, in one program. `KANSO_TEST_DB` says on which database.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails with what it saw")]

mod board;
mod bulk;
mod cards;
mod front;
mod mail_in;
mod people;
mod project;
mod rights;
mod sign_in;
mod sweep;
mod task;
mod told;
mod views;
mod webhook_pages;

use kanso_testkit::team;
