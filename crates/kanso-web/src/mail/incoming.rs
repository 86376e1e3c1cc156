//! Mails that come in, as administrators see them.

use kanso_core::incoming::{IncomingState, ListedIncoming, Mailbox};

use crate::page::Page;

pub(crate) struct InboxView {
    pub(crate) address: String,
    /// When somebody last looked, and when all was last well.
    pub(crate) looked: String,
    pub(crate) well: Option<String>,
    pub(crate) error: Option<String>,
    pub(crate) lines: Vec<IncomingLine>,
}

pub(crate) struct IncomingLine {
    /// Who sent it, and what it was about.
    pub(crate) sender: String,
    pub(crate) subject: String,
    pub(crate) state: String,
    /// The class of the state's badge.
    pub(crate) tone: &'static str,
    pub(crate) when: String,
    /// Why it became nothing; empty for what became something.
    pub(crate) reason: String,
    /// Where the task is that it became or was added to.
    pub(crate) link: Option<String>,
}

impl InboxView {
    pub(super) fn new(page: &Page, mailbox: Mailbox) -> Self {
        let moment = |at_ms: i64| page.moment(at_ms.div_euclid(1000));
        Self {
            address: mailbox.address,
            looked: match mailbox.looked_at_ms {
                Some(at_ms) => page.say("mail-in-looked", "when", moment(at_ms)),
                None => page.text("mail-in-never"),
            },
            well: mailbox.well_at_ms.map(|at_ms| page.say("mail-in-well", "when", moment(at_ms))),
            error: mailbox.error,
            lines: mailbox.newest.iter().map(|mail| IncomingLine::new(page, mail)).collect(),
        }
    }
}

impl IncomingLine {
    fn new(page: &Page, mail: &ListedIncoming) -> Self {
        let tone = match mail.state {
            IncomingState::Task | IncomingState::Comment => "good",
            IncomingState::Refused => "warn",
            IncomingState::Ignored => "",
        };
        Self {
            sender: mail.sender.clone(),
            subject: mail.subject.clone(),
            state: page.text(&format!("mail-in-state-{}", mail.state.as_str())),
            tone,
            when: page.moment(mail.received_at_ms.div_euclid(1000)),
            reason: mail
                .refusal
                .map(|refusal| page.text(&format!("mail-in-{}", refusal.as_str())))
                .unwrap_or_default(),
            link: (!mail.task.is_none()).then(|| format!("/task/{}", mail.task)),
        }
    }
}
