//! What events are called by people, group by group.

use kanso_domain::{Act, EventName, Subject};

use crate::page::Page;

/// Events that are about the same kind of thing.
pub(crate) struct EventGroup {
    pub(crate) name: String,
    pub(crate) events: Vec<EventChoice>,
}

/// One event in a list to choose from.
pub(crate) struct EventChoice {
    pub(crate) name: &'static str,
    pub(crate) label: String,
    pub(crate) is_chosen: bool,
}

/// The events that happen in a project, or all, by group, the chosen ones ticked. What is chosen is always there.
pub(crate) fn groups(
    page: &Page,
    in_project: bool,
    is_chosen: impl Fn(EventName) -> bool,
) -> Vec<EventGroup> {
    let mut groups: Vec<EventGroup> = Vec::new();
    let is_there = |name: &EventName| !in_project || !is_of_no_project(*name) || is_chosen(*name);
    for name in EventName::all().filter(is_there) {
        let group = group(page, name);
        let choice =
            EventChoice { name: name.as_str(), label: label(page, name), is_chosen: is_chosen(name) };
        match groups.iter_mut().find(|known| known.name == group) {
            Some(known) => known.events.push(choice),
            None => groups.push(EventGroup { name: group, events: vec![choice] }),
        }
    }
    groups
}

/// What an event is called where nothing else says what it is about.
pub(crate) fn title(page: &Page, name: EventName) -> String {
    page.locale.with("event-title", &[("group", &group(page, name)), ("act", &label(page, name))])
}

/// What an event with this name on the wire is called; the name itself for one that there is no more.
pub(crate) fn title_of(page: &Page, wire: &str) -> String {
    EventName::parse(wire).map_or_else(|| wire.to_owned(), |name| title(page, name))
}

/// Whether the event never belongs to a project.
fn is_of_no_project(name: EventName) -> bool {
    matches!(name, EventName::Managed(Subject::User | Subject::Group, _))
}

/// What the event is about.
fn group(page: &Page, name: EventName) -> String {
    match name {
        EventName::TaskCreate
        | EventName::TaskUpdate
        | EventName::TaskAssigneeChange
        | EventName::TaskTagChange
        | EventName::TaskMoveColumn
        | EventName::TaskMovePosition
        | EventName::TaskMoveSwimlane
        | EventName::TaskMoveProject
        | EventName::TaskClose
        | EventName::TaskOpen
        | EventName::TaskRemove
        | EventName::TaskRestore => page.text("task"),
        EventName::CommentCreate | EventName::CommentUpdate | EventName::CommentDelete => {
            page.text("comment")
        }
        EventName::SubtaskCreate | EventName::SubtaskUpdate | EventName::SubtaskDelete => {
            page.text("subtask")
        }
        EventName::LinkCreateUpdate | EventName::LinkDelete => page.text("task-link"),
        EventName::FileCreate | EventName::FileDestroy => page.text("task-file"),
        EventName::Managed(subject, _) => match subject {
            Subject::Project => page.text("project"),
            Subject::Column => page.text("column"),
            Subject::Swimlane => page.text("swimlane"),
            Subject::Category => page.text("category"),
            Subject::Tag => page.text("tag"),
            Subject::User => page.text("account"),
            Subject::Group => page.text("group"),
            Subject::Permission => page.text("project-role"),
            Subject::Endpoint => page.text("webhook"),
        },
    }
}

/// What happened to it.
fn label(page: &Page, name: EventName) -> String {
    match name {
        EventName::TaskCreate
        | EventName::CommentCreate
        | EventName::SubtaskCreate
        | EventName::FileCreate
        | EventName::Managed(_, Act::Create) => page.text("act-create"),
        EventName::TaskUpdate
        | EventName::CommentUpdate
        | EventName::SubtaskUpdate
        | EventName::Managed(_, Act::Update) => page.text("act-update"),
        EventName::TaskRemove
        | EventName::CommentDelete
        | EventName::SubtaskDelete
        | EventName::LinkDelete
        | EventName::FileDestroy
        | EventName::Managed(_, Act::Remove) => page.text("act-remove"),
        EventName::TaskAssigneeChange => page.text("act-assign"),
        EventName::TaskTagChange => page.text("act-tag"),
        EventName::TaskMoveColumn => page.text("act-move-column"),
        EventName::TaskMovePosition => page.text("act-move-position"),
        EventName::TaskMoveSwimlane => page.text("act-move-swimlane"),
        EventName::TaskMoveProject => page.text("act-move-project"),
        EventName::TaskClose => page.text("act-close"),
        EventName::TaskOpen => page.text("act-open"),
        EventName::TaskRestore | EventName::Managed(_, Act::Restore) => page.text("act-restore"),
        EventName::LinkCreateUpdate => page.text("act-link"),
    }
}
