//! The places that webhooks are sent to: lists, the form with its preview, and the page of each.

pub(crate) mod address;
mod build;
pub(crate) mod create;
pub(crate) mod edit;
mod fields;
mod form;
pub(crate) mod formats;
mod health;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod names;
pub(crate) mod pause;
pub(crate) mod preview;
pub(crate) mod recover;
mod recovery_view;
pub(crate) mod remove;
mod said;
pub(crate) mod show;
pub(crate) mod test;
pub(crate) mod view;
mod wrong;

pub(crate) use build::name;
pub(crate) use preview::indented;
pub(crate) use view::TestAnswer;
