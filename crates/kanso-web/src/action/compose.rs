//! Composing a rule: when any of these events, if a filter finds the task, then one or several deeds.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kanso_core::action::{Action, Composed, NewRule, create_rule};
use kanso_domain::{EventFilter, EventName, ProjectId, Trigger};

use super::deeds;
use super::fields::{Form, value};
use super::list::done;
use super::names::Names;
use super::view::{ComposePage, DeedView};
use crate::endpoint::names::groups;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// How many deeds the form has place for.
const PLACES: usize = 4;

/// `GET /project/{project}/actions/compose`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&load(&web, &reader, (project, None), Told::default(), &Form::new()).await?)
}

/// `POST /project/{project}/actions/compose`
pub(crate) async fn create(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Form>,
) -> Result<Response, Fault> {
    let created = match read(project, &form) {
        Ok(new) => create_rule(&web.app, &reader.actor, new).await,
        Err(error) => Err(error),
    };
    match created {
        Ok(_) => Ok(done(project).into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            respond::page_with(status, &load(&web, &reader, (project, None), told, &form).await?)
        }
    }
}

/// What the form of a rule says that is stored.
pub(super) fn filled(rule: &Action, composed: &Composed) -> Form {
    let known: Vec<EventName> = EventName::all().collect();
    let filter = rule.event_name.parse::<EventFilter>().ok();
    let mut form: Form = match filter {
        None => vec![("event".to_owned(), rule.event_name.clone())],
        Some(filter) => known
            .into_iter()
            .filter(|name| filter.matches(*name))
            .map(|name| ("event".to_owned(), name.as_str().to_owned()))
            .collect(),
    };
    form.push(("filter".to_owned(), composed.filter.clone()));
    for (deed, text) in composed.deeds.iter().map(deeds::shown) {
        form.extend([("deed".to_owned(), deed), ("text".to_owned(), text)]);
    }
    form
}

/// The values of a field that stands in the form several times.
fn values<'f>(form: &'f Form, name: &'static str) -> impl Iterator<Item = &'f str> {
    form.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
}

pub(super) fn read(project: ProjectId, form: &Form) -> Result<NewRule, kanso_core::Error> {
    let chosen = values(form, "deed").zip(values(form, "text"));
    let deeds = chosen.filter(|(deed, _)| !deed.is_empty()).map(|(deed, text)| deeds::read(deed, text));
    let composed =
        Composed { filter: value(form, "filter").trim().to_owned(), deeds: deeds.collect::<Result<_, _>>()? };
    let events = values(form, "event").collect::<Vec<_>>().join(", ");
    Ok(NewRule { project, events, composed })
}

/// The form for a new rule, or for the one that is changed.
pub(super) async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    (project, changed): (ProjectId, Option<&Action>),
    told: Told,
    form: &Form,
) -> Result<ComposePage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "actions").await?;
    let names = Names::load(web, reader, project).await?;
    let page = &reader.page;
    let is_chosen = |name: EventName| values(form, "event").any(|event| event == name.as_str());
    let mut events = groups(page, true, is_chosen);
    // Rules are about tasks and their parts.
    events.retain(|group| {
        let first = group.events.first().and_then(|event| EventName::parse(event.name));
        first.is_some_and(|name| !matches!(name, EventName::Managed(..)))
    });
    let (chosen, typed): (Vec<&str>, Vec<&str>) =
        (values(form, "deed").collect(), values(form, "text").collect());
    let place = |at: usize| {
        let (chosen, typed) = (chosen.get(at).copied(), typed.get(at).copied());
        DeedView {
            number: at + 1,
            groups: deeds::groups(page, &names, &frame.project, chosen.unwrap_or_default()),
            text: typed.unwrap_or_default().to_owned(),
        }
    };
    Ok(ComposePage {
        page,
        section: "",
        told,
        events,
        daily: Trigger::Daily.as_str(),
        is_daily: values(form, "event").any(|event| event == Trigger::Daily.as_str()),
        filter: value(form, "filter").to_owned(),
        deeds: (0..PLACES.max(chosen.len())).map(place).collect(),
        changed: changed.map(|rule| format!("/project/{project}/actions/{}", rule.id)),
        changes_hands: changed.is_some_and(|rule| rule.owner_id != reader.actor.user_id()),
        frame,
    })
}
