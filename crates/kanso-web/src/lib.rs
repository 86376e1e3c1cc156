//! The pages of Kanso: HTML, forms, the live board, and the scripts and styles that go with them.
//!
//! This crate knows HTML and HTTP, and nothing of SQL, of webhooks on the wire or of JSON-RPC. A handler takes
//! its request apart, calls one use case of `kanso-core` and renders what comes back. Begin with
//! `router.rs`, which lists every page.
//!
//! Texts come from `locales/` through `locale.rs`, never from code or templates.

mod account;
mod action;
mod activity;
mod address;
mod archive;
mod assets;
mod board;
mod calendar;
mod category;
mod choice;
mod column;
mod comment;
mod csv_file;
mod currency;
mod dashboard;
mod delivery;
mod endpoint;
mod event;
mod export;
mod external_link;
mod fault;
mod file;
mod filter;
mod front;
mod group;
mod headers;
mod job;
mod label;
mod link;
mod list;
mod locale;
pub mod mail;
mod markdown;
mod member;
mod notice;
mod notification;
mod page;
mod palette;
mod person;
mod posted;
mod predefined;
mod profile;
mod project;
mod public;
mod reader;
mod refusal;
mod report;
mod respond;
mod rights;
mod role;
mod router;
mod search;
mod session;
mod settings;
mod subtask;
mod swimlane;
mod tag;
mod task;
mod theme;
mod trash;
mod uploaded;
mod user;
mod web;
mod webhook;

pub use router::router;
pub use web::Foreign;
