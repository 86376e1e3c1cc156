//! What a feed says, as Atom.

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use jiff::Timestamp;
use kanso_core::activity::Activity;

use crate::activity::view::ActivityLine;
use crate::markdown;
use crate::page::Page;

/// What a feed is about.
pub(super) struct Subject {
    pub(super) title: String,
    /// Where the feed is, after the application's address.
    pub(super) address: String,
    /// Where to look at it.
    pub(super) page: String,
}

/// A feed to be written.
pub(super) struct FeedFile<'a> {
    pub(super) page: &'a Page,
    pub(super) subject: &'a Subject,
    /// Opens the tasks to everybody.
    pub(super) token: Option<&'a str>,
}

impl FeedFile<'_> {
    /// The feed of these activities, newest first.
    pub(super) fn write(&self, activities: &[Activity]) -> String {
        let here = format!("{}{}", self.page.root, self.subject.address);
        let newest = activities.first().map_or(0, |activity| activity.logged.at);
        let feed = Feed {
            title: Text::plain(self.subject.title.clone()),
            id: here.clone(),
            updated: moment(newest),
            links: vec![
                Link { href: here, rel: "self".to_owned(), ..Link::default() },
                Link { href: self.subject.page.clone(), rel: "alternate".to_owned(), ..Link::default() },
            ],
            generator: Some(atom_syndication::Generator { value: "Kanso".to_owned(), ..Default::default() }),
            entries: activities.iter().map(|activity| self.entry(activity)).collect(),
            lang: Some(self.page.lang().to_owned()),
            ..Feed::default()
        };
        feed.to_string()
    }

    fn entry(&self, activity: &Activity) -> Entry {
        let line = ActivityLine::new(self.page, activity);
        let root = &self.page.root;
        let href = match self.token {
            Some(token) => format!("{root}public/task/{}/{token}", line.task),
            None => format!("{root}task/{}", line.task),
        };
        let comment = activity.comment().map(|comment| Content {
            value: Some(markdown::render(&comment.comment)),
            content_type: Some("html".to_owned()),
            ..Content::default()
        });
        let at = moment(activity.logged.at);
        Entry {
            title: Text::plain(format!("#{} {}: {}", line.task, line.task_title, line.words)),
            id: format!("{root}events/{}", activity.logged.uid()),
            updated: at,
            published: Some(at),
            authors: vec![Person { name: line.who.name, ..Person::default() }],
            links: vec![Link { href, rel: "alternate".to_owned(), ..Link::default() }],
            content: comment,
            ..Entry::default()
        }
    }
}

/// A time as Atom writes it.
pub(super) fn moment(at: i64) -> FixedDateTime {
    let text = Timestamp::from_second(at).unwrap_or_default().to_string();
    text.parse().unwrap_or_default()
}
