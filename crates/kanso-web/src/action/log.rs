//! What the automatic actions of a project did, newest first.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use kanso_core::action::{Action, Entry, Logged, list_action_log, list_actions};
use kanso_domain::{ActionId, EventName, ProjectId, Trigger};
use serde::Deserialize;

use super::names::Names;
use super::outcome;
use super::sentence::{Sentence, occasion};
use super::view::{EntryView, LogPage, LogView};
use crate::endpoint::names as events;
use crate::fault::Fault;
use crate::page::Page;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// How many lines a page has.
const LISTED: usize = 30;

/// Which part of the log.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Part {
    before: Option<i64>,
}

/// `GET /project/{project}/actions/log`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(part): Query<Part>,
    reader: Reader,
) -> Result<Response, Fault> {
    let frame = Frame::load(&web, &reader, project, "actions").await?;
    let names = Names::load(&web, &reader, project).await?;
    let actions = list_actions(&web.app, &reader.actor, project).await?;
    let (lines, older) = lines(&web, &reader, &names, &actions, (project, None), part.before).await?;
    let path = format!("/project/{project}/actions/log");
    respond::page(&LogPage {
        page: &reader.page,
        section: "",
        frame,
        told: Told::default(),
        lines,
        has_sentences: true,
        newer: part.before.map(|_| path.clone()),
        older: older.map(|before| format!("{path}?before={before}")),
    })
}

/// A page of the log, of one action or of all, and before which line the next one begins.
pub(super) async fn lines(
    web: &Web,
    reader: &Reader,
    names: &Names,
    actions: &[Action],
    (project, only): (ProjectId, Option<ActionId>),
    before: Option<i64>,
) -> Result<(Vec<LogView>, Option<i64>), Fault> {
    let one_more = i64::try_from(LISTED).unwrap_or(i64::MAX) + 1;
    let mut logged = list_action_log(&web.app, &reader.actor, project, only, before, one_more).await?;
    let has_older = logged.len() > LISTED;
    logged.truncate(LISTED);
    let older = logged.last().filter(|_| has_older).map(|last| last.id);
    Ok((logged.iter().map(|line| LogView::new(&reader.page, names, actions, line)).collect(), older))
}

impl LogView {
    fn new(page: &Page, names: &Names, actions: &[Action], line: &Logged) -> Self {
        let entry = |entry: &Entry| {
            let action = actions.iter().find(|action| action.id == entry.action)?;
            let (outcome, tone) = outcome::in_words(page, entry);
            let sentence = Sentence::of(page, names, action).text;
            Some(EntryView { action: entry.action.get(), sentence, outcome, tone })
        };
        Self {
            event: line.event.map(Into::into),
            title: title(page, &line.name),
            task: line.task.get(),
            task_title: line.title.clone().unwrap_or_default(),
            iso: page.iso(line.at),
            when: page.moment(line.at),
            // One that was removed is not told of.
            entries: line.entries.iter().filter_map(entry).collect(),
        }
    }
}

/// What set actions off, by its name.
fn title(page: &Page, name: &str) -> String {
    match (Trigger::parse(name), EventName::parse(name)) {
        (Some(trigger), _) => occasion(page, trigger),
        (None, Some(name)) => events::title(page, name),
        (None, None) => name.to_owned(),
    }
}
