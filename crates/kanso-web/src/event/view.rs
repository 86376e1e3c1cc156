//! Pages about events.

use askama::Template;
use kanso_core::event::Logged;
use kanso_domain::EventName;

use crate::endpoint::names;
use crate::page::Page;
use crate::project::tabs::ProjectTabs;

/// An event in a list.
pub(crate) struct EventView {
    pub(crate) id: i64,
    pub(crate) title: String,
    /// Its names on the wire.
    pub(crate) names: Vec<&'static str>,
    pub(crate) task: i64,
    pub(crate) about: String,
    pub(crate) who: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    /// What became of it, endpoint by endpoint; only what is a delivery.
    pub(crate) outcomes: Vec<OutcomeView>,
}

/// What became of an event at one endpoint.
pub(crate) struct OutcomeView {
    pub(crate) endpoint: i64,
    pub(crate) endpoint_name: String,
    /// Under which name it was told or would have been; empty when it has only one.
    pub(crate) name: &'static str,
    pub(crate) state: String,
    /// The badge's class.
    pub(crate) tone: &'static str,
    pub(crate) why: Option<String>,
    pub(crate) delivery: Option<i64>,
}

/// An event in a chain of causes.
pub(crate) struct CauseView {
    pub(crate) event: EventView,
    pub(crate) uid: String,
}

#[derive(Template)]
#[template(path = "event/list.html")]
pub(crate) struct EventsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) project: Option<i64>,
    pub(crate) project_name: String,
    /// Above the page of a project.
    pub(crate) tabs: Option<ProjectTabs>,
    pub(crate) events: Vec<EventView>,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
}

#[derive(Template)]
#[template(path = "event/show.html")]
pub(crate) struct EventPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) project: Option<i64>,
    pub(crate) event: EventView,
    pub(crate) uid: String,
    /// What led to it, the nearest first.
    pub(crate) causes: Vec<CauseView>,
    /// The standard body.
    pub(crate) body: String,
}

/// An event of the catalogue.
pub(crate) struct TypeView {
    pub(crate) name: &'static str,
    pub(crate) title: String,
    /// With code between backquotes.
    pub(crate) described: &'static str,
    pub(crate) is_kanboards: bool,
}

/// The events of the catalogue that are about the same kind of thing.
pub(crate) struct TypeGroup {
    pub(crate) name: String,
    pub(crate) types: Vec<TypeView>,
}

#[derive(Template)]
#[template(path = "event/types.html")]
pub(crate) struct TypesPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) groups: Vec<TypeGroup>,
}

/// How an event looks in one format.
pub(crate) struct SampleView {
    pub(crate) format: String,
    pub(crate) content_type: &'static str,
    pub(crate) body: String,
}

#[derive(Template)]
#[template(path = "event/type.html")]
pub(crate) struct TypePage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) kind: TypeView,
    pub(crate) schema: String,
    pub(crate) samples: Vec<SampleView>,
}

impl TypeView {
    /// When it is told and what it holds, in parts, and which of them are code.
    pub(crate) fn description(&self) -> Vec<(&'static str, bool)> {
        self.described.split('`').enumerate().map(|(at, part)| (part, at % 2 == 1)).collect()
    }
}

impl EventView {
    pub(crate) fn new(page: &Page, event: &Logged) -> Self {
        let all: Vec<EventName> = event.event.names().collect();
        let task = event.snapshot.task.as_ref();
        let named = event.snapshot.managed.as_ref().and_then(|managed| {
            ["name", "title", "username"].into_iter().find_map(|key| managed.get(key)?.as_str())
        });
        Self {
            id: event.id.get(),
            title: all.first().map(|name| names::title(page, *name)).unwrap_or_default(),
            names: all.iter().map(|name| name.as_str()).collect(),
            task: event.event.task().get(),
            about: task.map(|task| task.title.clone()).or(named.map(str::to_owned)).unwrap_or_default(),
            who: event.actor.clone().unwrap_or_else(|| page.text("somebody-by-api")),
            iso: page.iso(event.at),
            when: page.moment(event.at),
            outcomes: Vec::new(),
        }
    }
}
