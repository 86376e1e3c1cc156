//! Mails that come in: the messages of a folder that nobody has read are handed to
//! [`take_in`](kanso_core::incoming::take_in), and marked as read once it is written down what became of them.
//!
//! Whoever dies in between leaves the message unread. The next look finds it again, learns that it was handled, and
//! marks it.

mod bomb;
mod config;
mod connect;
mod html;
mod look;
mod proof;
mod read;
mod session;
mod text;
mod trouble;

pub use config::{BadInbox, Inbox, InboxConfig};
pub use look::{look, run_inbox};
pub use trouble::Trouble;
