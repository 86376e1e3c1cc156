//! A composed rule in words.

use std::cell::Cell;

use kanso_core::action::{Action, Addressee, Composed, Deed};
use kanso_domain::{EventName, Trigger};

use super::super::names::{Choices, Names};
use super::{Sentence, occasion};
use crate::endpoint::names::title;
use crate::page::Page;

/// How many events are named before the rest is only patterns.
const NAMED: usize = 3;

impl Sentence {
    /// The sentence of a composed rule of the project that the names are of.
    pub(super) fn composed(page: &Page, names: &Names, action: &Action, composed: &Composed) -> Self {
        let is_broken = Cell::new(false);
        let find = |known: &Choices, id: i64| {
            let found = known.iter().find(|(value, _)| *value == id.to_string());
            found.map_or_else(
                || {
                    is_broken.set(true);
                    page.text("rule-gone")
                },
                |(_, name)| name.clone(),
            )
        };
        let both = |first: String, second: String| {
            page.locale.with("rule-if-both", &[("first", &first), ("second", &second)])
        };
        let when = when(page, &action.event_name);
        let deeds = composed.deeds.iter().map(|deed| in_words(page, names, &find, deed));
        let then = deeds.reduce(both).unwrap_or_default();
        let text = if composed.filter.is_empty() {
            page.locale.with("rule-sentence", &[("when", &when), ("then", &then)])
        } else {
            let condition = page.say("rule-if-filter", "filter", &composed.filter);
            let parts: [(&'static str, &dyn std::fmt::Display); 3] =
                [("when", &when), ("if", &condition), ("then", &then)];
            page.locale.with("rule-sentence-if", &parts)
        };
        Self { text, is_broken: is_broken.get() }
    }
}

/// What sets the rule off: events by their titles, as long as they are few names.
fn when(page: &Page, events: &str) -> String {
    if let Some(trigger) = Trigger::parse(events).filter(|trigger| *trigger == Trigger::Daily) {
        return occasion(page, trigger);
    }
    let named: Option<Vec<String>> =
        events.split(", ").map(|name| EventName::parse(name).map(|name| title(page, name))).collect();
    let shown = named.filter(|named| named.len() <= NAMED).map(|named| named.join(", "));
    page.say("rule-when-events", "events", shown.unwrap_or_else(|| events.to_owned()))
}

fn in_words(page: &Page, names: &Names, find: &impl Fn(&Choices, i64) -> String, deed: &Deed) -> String {
    match deed {
        Deed::Color { color } => {
            let name = names.colors.iter().find(|(id, _)| id == color);
            page.say("rule-then-color", "color", name.map_or(color.as_str(), |(_, name)| name))
        }
        Deed::Assign { user } if user.is_none() => page.text("rule-then-nobody"),
        Deed::Assign { user } => page.say("rule-then-assign", "user", find(&names.people, user.get())),
        Deed::Priority { priority } => page.say("rule-then-priority", "priority", priority),
        Deed::Category { category: 0 } => page.text("rule-then-no-category"),
        Deed::Category { category } => {
            page.say("rule-then-category", "category", find(&names.categories, *category))
        }
        Deed::Score { score } => page.say("rule-then-score", "score", score),
        Deed::Due { days } => page.say("rule-then-due", "days", page.count("days", *days)),
        Deed::Column { column } => page.say("rule-then-column", "column", find(&names.columns, column.get())),
        Deed::Swimlane { swimlane } => {
            page.say("rule-then-swimlane", "swimlane", find(&names.swimlanes, swimlane.get()))
        }
        Deed::Close => page.text("rule-then-close"),
        Deed::Open => page.text("rule-then-open"),
        Deed::Comment { text } => page.say("rule-then-comment", "text", text),
        Deed::Subtask { title } => page.say("rule-then-subtask", "title", title),
        Deed::Tag { tag } => page.say("rule-then-tag", "tag", tag),
        Deed::Create { project, title } => {
            let project = find(&names.projects, project.get());
            page.locale.with("rule-then-create", &[("title", title), ("project", &project)])
        }
        Deed::Webhook { endpoint } => {
            page.say("rule-then-webhook", "name", find(&names.endpoints, endpoint.get()))
        }
        Deed::Notify { to, text } => {
            let user = match to {
                Addressee::Assignee => page.text("rule-tell-assignee"),
                Addressee::Creator => page.text("rule-tell-creator"),
                Addressee::User(user) => find(&names.people, user.get()),
            };
            page.locale.with("rule-then-notify", &[("user", &user), ("text", text)])
        }
    }
}
