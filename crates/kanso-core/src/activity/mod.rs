//! What people did, newest first: the log as Kanboard's activity stream shows it.
//!
//! Shown are the events that Kanboard knows too, of people who still have an account, about tasks that are still
//! there. What the application does leaves no trace here.

mod list;
mod search;

pub use list::{list_activities, list_my_activities};
pub use search::{FoundActivities, search_activities};

use crate::comment::CommentDetails;
use crate::event::Logged;

/// An entry of the log with the account it is about as it is now.
#[derive(Clone, Debug)]
pub struct Activity {
    /// What happened.
    pub logged: Logged,
    /// Who did it.
    pub author: Author,
}

/// The account of who did something.
#[derive(Clone, Debug)]
pub struct Author {
    /// Its user name.
    pub username: String,
    /// The name to show, if there is one.
    pub name: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Where its picture is.
    pub avatar_path: Option<String>,
}

impl Author {
    /// The name to show: the name, else the user name.
    pub fn display_name(&self) -> &str {
        self.name.as_deref().filter(|name| !name.is_empty()).unwrap_or(&self.username)
    }
}

impl Activity {
    /// The comment that it is about, if it is about one.
    pub fn comment(&self) -> Option<&CommentDetails> {
        self.logged.snapshot.comment.as_deref()
    }
}
