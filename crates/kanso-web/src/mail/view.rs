//! Mails as administrators see them, and the HTML of a mail.

use askama::Template;
use kanso_core::mail::{ListedMail, MailState};

use super::incoming::InboxView;
use crate::page::Page;

pub(crate) struct MailLine {
    pub(crate) id: i64,
    pub(crate) kind: String,
    pub(crate) recipient: String,
    pub(crate) state: String,
    /// The class of the state's badge.
    pub(crate) tone: &'static str,
    pub(crate) when: String,
    pub(crate) reason: String,
    pub(crate) attempts: i64,
    /// Whether it waits for another attempt.
    pub(crate) is_late: bool,
}

#[derive(Template)]
#[template(path = "mail/list.html")]
pub(crate) struct MailsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    /// Whether there is a mail server.
    pub(crate) is_set: bool,
    /// Whether the reader has an address to send a test to.
    pub(crate) has_address: bool,
    pub(crate) lines: Vec<MailLine>,
    /// Where mails come in, if they do.
    pub(crate) inbox: Option<InboxView>,
}

impl MailLine {
    pub(super) fn new(page: &Page, mail: &ListedMail) -> Self {
        let (state, tone) = match mail.state {
            MailState::Waiting if mail.reason.is_empty() => ("mail-waiting", ""),
            MailState::Waiting => ("mail-late", "warn"),
            MailState::Sent => ("mail-sent", "good"),
            MailState::Dropped => ("mail-dropped", ""),
            MailState::Failed => ("mail-failed", "bad"),
        };
        Self {
            id: mail.id,
            kind: page.text(&format!("mail-kind-{}", mail.kind.as_str())),
            recipient: mail.recipient.clone(),
            state: page.text(state),
            tone,
            when: page.moment(mail.created_at_ms.div_euclid(1000)),
            reason: mail.reason.clone(),
            attempts: mail.attempts,
            is_late: mail.state == MailState::Waiting && !mail.reason.is_empty(),
        }
    }
}

/// A piece of a mail.
pub(super) struct Piece {
    /// What happened.
    pub(super) words: String,
    /// What it is about, with where that is.
    pub(super) title: String,
    pub(super) link: String,
    /// What was written, as it was typed and as HTML.
    pub(super) quoted: String,
    pub(super) quoted_html: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
pub(super) struct LetterHtml<'a> {
    pub(super) lang: &'a str,
    pub(super) dir: &'a str,
    pub(super) greeting: &'a str,
    pub(super) pieces: &'a [Piece],
    pub(super) footer: &'a str,
    pub(super) choices: &'a str,
    pub(super) choices_text: &'a str,
    pub(super) unsubscribe: Option<&'a str>,
    pub(super) unsubscribe_text: &'a str,
}
