//! What Kanso does: the use cases, the events they record, and all that follows from an event.
//!
//! Begin with [`App`], then `change.rs`, then any use case, for example
//! [`task::move_task`]. A use case is one function per act, the same for every caller: the web form, the drag,
//! the API, the command line. It knows no HTTP, no HTML, no JSON-RPC; those are the edges' business.
//!
//! This is the only crate that writes SQL besides `kanso-db`. Two rules hold it together:
//!
//! - project data is written through `Change` only, which locks the project first and records events;
//! - what must happen after an event is a row, written in the same transaction (see `follow/mod.rs`).

pub mod about;
mod access;
pub mod action;
pub mod activity;
mod actor;
mod app;
pub mod archive;
pub mod backup;
pub mod board;
pub mod category;
mod change;
mod clock;
pub mod column;
pub mod comment;
pub mod currency;
pub mod custom_filter;
pub mod dashboard;
pub mod delivery;
mod disk;
pub mod doctor;
mod door;
pub mod endpoint;
mod error;
pub mod event;
pub mod export;
pub mod external_link;
pub mod file;
mod follow;
pub mod group;
pub mod identity;
pub mod import;
pub mod incoming;
pub mod invitation;
pub mod job;
pub mod link;
pub mod login;
pub mod mail;
pub mod metadata;
mod names;
pub mod notification;
pub mod password_link;
pub mod predefined;
pub mod project;
pub mod public;
pub mod publication;
mod random;
pub mod recurrence;
pub mod report;
pub mod role;
mod rows;
mod schema;
pub mod search;
pub mod secret;
pub mod session;
pub mod setting;
pub mod subtask;
pub mod swimlane;
pub mod tag;
mod tape;
pub mod task;
pub mod token;
mod traffic;
pub mod trash;
pub mod two_factor;
pub mod user;

/// A use case is compiled here, once. The body of an `async fn` is compiled in every crate that awaits it, together
/// with all that it awaits: that made the edges several times as large and as slow to build.
pub(crate) use async_recursion::async_recursion as use_case;

pub use actor::{Actor, SignedIn};
pub use app::App;
pub use change::Scope;
pub use clock::Clock;
pub use door::Door;
pub use error::{Conflict, Error, Fault, Kind, Result};
pub use kanso_db::{Bell, BoxFuture, Config, DatabaseUrl, Listener, Rung};
pub use schema::MIGRATIONS;
pub use secret::{NotAKey, SecretKey};
pub use setting::Settings;
