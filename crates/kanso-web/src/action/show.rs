//! One automatic action: what it did, what it would do, pausing and removing it.

use axum::extract::{Path, Query, State};
use axum::response::{Redirect, Response};
use kanso_core::action::{Action, Trial, find_action, list_rules, pause_action, remove_action, try_action};
use kanso_core::event::{Logged, list_recent_events};
use kanso_core::{Error, Kind};
use kanso_domain::{ActionId, EventId, ProjectId, Rule};
use serde::Deserialize;

use super::list::done;
use super::log::lines;
use super::names::Names;
use super::outcome::reason;
use super::view::{ActionPage, ActionView};
use crate::event::view::EventView;
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::{Nothing, Posted};
use crate::profile::view::Choice;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// How many of the last events are offered for a test.
const OFFERED: i64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    before: Option<i64>,
    /// The event to test it on.
    event: Option<EventId>,
    done: Option<String>,
}

/// `GET /project/{project}/actions/{action}`; with `?event=`, what it would have made of that.
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, action)): Path<(ProjectId, ActionId)>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let frame = Frame::load(&web, &reader, project, "actions").await?;
    let action = find(&web, &reader, project, action).await?;
    let names = Names::load(&web, &reader, project).await?;
    let page = &reader.page;
    let trial = match asked.event {
        Some(event) => Some(in_words(page, try_action(&web.app, &reader.actor, action.id, event).await?)),
        None => None,
    };
    let actions = list_rules(&web.app, &reader.actor, project).await?;
    let (lines, older) =
        lines(&web, &reader, &names, &actions, (project, Some(action.id)), asked.before).await?;
    let path = format!("/project/{project}/actions/{}", action.id);
    respond::page(&ActionPage {
        page,
        section: "",
        frame,
        told: Told { good: asked.done.map(|_| page.text("saved")), bad: None },
        events: events(&web, &reader, project, asked.event).await?,
        trial,
        lines,
        has_sentences: false,
        newer: asked.before.map(|_| path.clone()),
        older: older.map(|before| format!("{path}?before={before}")),
        is_known: action.composed.0.is_some() || Rule::parse(&action.action_name).is_some(),
        action: ActionView::new(page, &names, &action),
        here: path,
    })
}

/// `POST /project/{project}/actions/{action}/pause`
pub(crate) async fn pause(
    State(web): State<Web>,
    Path((project, action)): Path<(ProjectId, ActionId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    turn(&web, &reader, project, action, true).await
}

/// `POST /project/{project}/actions/{action}/resume`
pub(crate) async fn resume(
    State(web): State<Web>,
    Path((project, action)): Path<(ProjectId, ActionId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    turn(&web, &reader, project, action, false).await
}

/// `POST /project/{project}/actions/{action}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((project, action)): Path<(ProjectId, ActionId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    find(&web, &reader, project, action).await?;
    remove_action(&web.app, &reader.actor, action).await?;
    Ok(done(project))
}

async fn turn(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    action: ActionId,
    is_paused: bool,
) -> Result<Redirect, Fault> {
    find(web, reader, project, action).await?;
    pause_action(&web.app, &reader.actor, action, is_paused).await?;
    Ok(Redirect::to(&format!("/project/{project}/actions/{action}?done=1")))
}

/// The action, if it is the project's.
pub(super) async fn find(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    action: ActionId,
) -> Result<Action, Fault> {
    let found = find_action(&web.app, &reader.actor, action).await?;
    if found.project_id == project { Ok(found) } else { Err(Error::NotFound(Kind::Action).into()) }
}

fn in_words(page: &Page, trial: Trial) -> (String, &'static str) {
    match trial {
        Trial::Would => (page.text("rule-trial-would"), "good"),
        Trial::OtherEvent => (page.text("rule-trial-other"), "warn"),
        Trial::Unmet(unmet) => (page.say("rule-trial-unmet", "reason", reason(page, unmet)), "warn"),
        Trial::Refused => (page.text("rule-refused"), "bad"),
        Trial::Invalid => (page.text("rule-invalid"), "bad"),
    }
}

/// What happened to tasks of the project last, newest first.
async fn events(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    chosen: Option<EventId>,
) -> Result<Vec<Choice>, Fault> {
    let recent = list_recent_events(&web.app, &reader.actor, Some(project), None, OFFERED).await?;
    let chosen = chosen.map(|event| event.to_string()).unwrap_or_default();
    let choice = |logged: &Logged| {
        let view = EventView::new(&reader.page, logged);
        let label = format!("{} · {} · #{} {}", view.when, view.title, view.task, view.about);
        Choice::new(view.id.to_string(), label, &chosen)
    };
    Ok(recent.iter().filter(|logged| logged.snapshot.task.is_some()).map(choice).collect())
}
