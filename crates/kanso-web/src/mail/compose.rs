//! Mails in words, in the recipient's language.

use askama::Template;
use jiff::tz::TimeZone;
use kanso_core::App;
use kanso_core::incoming::Refusal;
use kanso_core::mail::{Compose, Item, Letter, MailKind, Parcel};
use kanso_domain::Event;
use kanso_domain::letter::bare_subject;

use super::view::{LetterHtml, Piece};
use crate::activity::words;
use crate::locale::Locale;
use crate::markdown;
use crate::page::{Page, Theme};

/// Puts mails into words for a server that is reached at an address: there links lead while no setting says where
/// people reach it.
pub struct Composer {
    app: App,
    listener: String,
}

impl Composer {
    /// One for the server that is reached at `root`, with a slash at the end.
    pub fn new(app: App, root: &str) -> Self {
        Self { app, listener: root.to_owned() }
    }

    /// The frame of a page as the recipient would see it.
    fn page(&self, language: &str, zone: Option<TimeZone>) -> Page {
        let settings = self.app.settings();
        let has_address = !settings.get("application_url").is_empty();
        Page {
            locale: Locale::choose(language, "", settings.get("application_language")),
            theme: Theme::Auto,
            csrf: String::new(),
            viewer: None,
            unread: 0,
            told: 0,
            zone: zone.unwrap_or_else(|| settings.timezone()),
            now: self.app.clock().now(),
            root: if has_address { settings.application_url() } else { self.listener.clone() },
            has_address,
            has_stylesheet: false,
            has_lost_secrets: false,
        }
    }
}

impl Compose for Composer {
    fn compose(&self, parcel: &Parcel) -> Letter {
        let page = self.page(&parcel.recipient.language, parcel.recipient.zone.clone());
        let pieces: Vec<Piece> = parcel.items.iter().map(|item| piece(&page, item)).collect();
        let words = Words {
            subject: subject(&page, &parcel.items),
            greeting: greeting(&page, &parcel.items),
            footer: footer(&page, parcel),
            unsubscribe: parcel.unsubscribe.as_ref().map(|token| format!("{}unsubscribe/{token}", page.root)),
        };
        Letter {
            text: words.in_text(&page, &pieces),
            html: words.in_html(&page, &pieces),
            subject: words.subject,
            thread: thread(&parcel.items),
            answers: answered(&parcel.items),
            unsubscribe: words.unsubscribe,
        }
    }

    fn untitled(&self, language: &str) -> String {
        self.page(language, None).text("mail-in-untitled")
    }
}

/// What a mail says besides what it tells.
struct Words {
    subject: String,
    greeting: String,
    footer: String,
    unsubscribe: Option<String>,
}

impl Words {
    fn in_text(&self, page: &Page, pieces: &[Piece]) -> String {
        let mut text = String::new();
        let mut add = |line: &str| {
            text.push_str(line);
            text.push('\n');
        };
        if !self.greeting.is_empty() {
            add(&self.greeting);
            add("");
        }
        for piece in pieces {
            add(&piece.words);
            if !piece.title.is_empty() {
                add(&piece.title);
            }
            if !piece.link.is_empty() {
                add(&piece.link);
            }
            if !piece.quoted.is_empty() {
                add("");
                piece.quoted.lines().for_each(|line| add(&format!("> {line}")));
            }
            add("");
        }
        // What mail programs take for the end of what was written.
        add("-- ");
        add(&self.footer);
        if let Some(link) = &self.unsubscribe {
            add(&format!("{}: {}profile/notifications", page.text("notifications-choices"), page.root));
            add(&format!("{}: {link}", page.text("unsubscribe")));
        }
        text
    }

    fn in_html(&self, page: &Page, pieces: &[Piece]) -> String {
        let letter = LetterHtml {
            lang: page.lang(),
            dir: page.dir(),
            greeting: &self.greeting,
            pieces,
            footer: &self.footer,
            choices: &format!("{}profile/notifications", page.root),
            choices_text: &page.text("notifications-choices"),
            unsubscribe: self.unsubscribe.as_deref(),
            unsubscribe_text: &page.text("unsubscribe"),
        };
        // Writing into a text does not fail.
        letter.render().unwrap_or_default()
    }
}

/// Mails about one task have the same subject, so that programs that go by it keep them together.
fn subject(page: &Page, items: &[Item]) -> String {
    let Some(first) = items.first() else { return String::new() };
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    match first.kind {
        MailKind::Overdue => page.count("mail-overdue", count),
        MailKind::Action => first.subject.clone(),
        MailKind::Password => page.text("mail-password"),
        MailKind::Invitation => page.text("mail-invitation"),
        MailKind::Refused => refused_subject(page, first),
        MailKind::Event | MailKind::Mention => match one_task(items) {
            Some(item) => format!("[{}] {}", item.project_name, title(item)),
            None => page.count("mail-news", count),
        },
    }
}

fn greeting(page: &Page, items: &[Item]) -> String {
    match items.first().map(|item| item.kind) {
        Some(MailKind::Overdue) => page.text("mail-overdue-hint"),
        Some(MailKind::Refused) => page.text("mail-refused-hint"),
        Some(MailKind::Mention) if items.len() == 1 => page.text("mail-mention"),
        _ => String::new(),
    }
}

/// The subject of the mail that was refused, as that of an answer.
fn refused_subject(page: &Page, item: &Item) -> String {
    let subject = item.refused.as_ref().map_or("", |refused| &refused.subject);
    if subject.is_empty() { page.text("mail-refused") } else { format!("Re: {}", bare_subject(subject)) }
}

/// The id of the mail that was refused.
fn answered(items: &[Item]) -> Option<String> {
    let refused = items.first()?.refused.as_ref()?;
    Some(refused.message_id.clone()).filter(|id| !id.is_empty())
}

fn footer(page: &Page, parcel: &Parcel) -> String {
    let footer = page.say("mail-footer", "address", &page.root);
    match parcel.reply_to {
        Some(_) => format!("{} {footer}", page.text("mail-reply-hint")),
        None => footer,
    }
}

/// The item when all are about the same task.
fn one_task(items: &[Item]) -> Option<&Item> {
    let first = items.first()?;
    items.iter().all(|item| item.task == first.task).then_some(first)
}

/// What mails about a task all answer.
fn thread(items: &[Item]) -> Option<String> {
    let first = one_task(items).filter(|item| matches!(item.kind, MailKind::Event | MailKind::Mention))?;
    Some(format!("task-{}.kanso", first.task))
}

fn title(item: &Item) -> String {
    // What it was called then says it when the task is gone.
    let then = || item.logged.as_ref().and_then(|logged| logged.snapshot.task.as_deref());
    let title = item.task_title.clone().or_else(|| then().map(|task| task.title.clone()));
    format!("#{} {}", item.task, title.unwrap_or_default())
}

fn piece(page: &Page, item: &Item) -> Piece {
    let has_task = !item.task.is_none();
    let quoted = quoted(item);
    Piece {
        words: words_of(page, item),
        title: if has_task { title(item) } else { String::new() },
        link: if has_task { format!("{}task/{}", page.root, item.task) } else { link(page, item) },
        quoted_html: markdown::render(&quoted),
        quoted,
    }
}

fn words_of(page: &Page, item: &Item) -> String {
    let who = item.author.clone().unwrap_or_else(|| page.text("application"));
    match (item.kind, &item.logged) {
        (MailKind::Event | MailKind::Mention, Some(logged)) => words::sentence(page, &who, logged),
        (MailKind::Overdue, _) => page.say("mail-was-due", "when", page.date(item.task_due)),
        (MailKind::Password, _) => page.text("mail-password-hint"),
        (MailKind::Invitation, _) => page.text("mail-invitation-hint"),
        (MailKind::Refused, _) => {
            let refusal = item.refused.as_ref().map_or(Refusal::Unreadable, |refused| refused.refusal);
            page.text(&format!("mail-in-{}", refusal.as_str()))
        }
        (MailKind::Event | MailKind::Mention | MailKind::Action, _) => item.subject.clone(),
    }
}

/// What was written: the comment, or what the new task is about.
fn quoted(item: &Item) -> String {
    let Some(logged) = item.logged.as_ref().filter(|_| item.kind != MailKind::Action) else {
        return String::new();
    };
    let snapshot = &logged.snapshot;
    let comment = || snapshot.comment.as_deref().map(|comment| comment.comment.clone());
    let description = || snapshot.task.as_deref().and_then(|task| task.description.clone());
    let is_comment = matches!(logged.event, Event::CommentCreated { .. } | Event::CommentUpdated { .. });
    let is_new = matches!(logged.event, Event::TaskCreated { .. });
    // Who is mentioned should see where.
    let text = if is_comment {
        comment()
    } else if is_new || item.kind == MailKind::Mention {
        description()
    } else {
        None
    };
    text.unwrap_or_default()
}

/// The link of a mail that is about no task.
fn link(page: &Page, item: &Item) -> String {
    let Some(secret) = &item.link else { return String::new() };
    let place = if item.kind == MailKind::Password { "password" } else { "invitation" };
    format!("{}{place}/{secret}", page.root)
}
