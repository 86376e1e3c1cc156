//! Mails in words, and the page that shows administrators what became of them.

mod compose;
mod incoming;
pub(crate) mod list;
mod view;

pub use compose::Composer;
