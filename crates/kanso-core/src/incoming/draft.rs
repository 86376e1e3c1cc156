//! What a mail says, as a task or a comment has it.

use kanso_domain::letter::{bare_subject, own_words};
use kanso_domain::text;

use super::IncomingMail;
use super::place::Place;
use crate::file::NewFile;

/// How much of what a mail says stands in the task or comment, in characters. The whole is attached then.
const LONGEST: usize = 50_000;

/// A task or a comment to be.
pub(super) struct Draft {
    /// For a task.
    pub(super) title: String,
    /// Empty for a mail that brings nothing but files.
    pub(super) text: String,
    pub(super) files: Vec<NewFile>,
}

impl Draft {
    /// What the mail says at this place; `None` when that is nothing. A task whose mail was about nothing is called
    /// `untitled`.
    pub(super) fn of(mail: IncomingMail, place: Place, untitled: String) -> Option<Self> {
        let IncomingMail { subject, text, mut files, .. } = mail;
        let (title, text) = match place {
            Place::NewTask(_) => {
                (bare_subject(&subject).chars().take(text::TITLE).collect(), text.trim().to_owned())
            }
            Place::Comment(_) => (String::new(), own_words(&text)),
        };
        let is_nothing = title.is_empty() && text.is_empty() && files.is_empty();
        let text = shortened(text, &mut files);
        let title = if title.is_empty() { untitled } else { title };
        (!is_nothing).then_some(Self { title, text, files })
    }
}

/// The text, cut off where it is too long; then the whole comes along as a file.
fn shortened(text: String, files: &mut Vec<NewFile>) -> String {
    if text::fits(&text, LONGEST) {
        return text;
    }
    let mut short: String = text.chars().take(LONGEST).collect();
    short.push('…');
    files.push(NewFile { name: "mail.txt".to_owned(), content: text.into_bytes() });
    short
}
