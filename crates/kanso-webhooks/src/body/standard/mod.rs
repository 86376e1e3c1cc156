//! Kanso's own format: what happened, who did it, both ends of each change, and names beside ids as they were then.
//!
//! The types are what the published schemas are made from.

mod changes;
pub(crate) mod data;
pub(crate) mod managed;
pub(crate) mod part;
mod piece;
mod subtask;
mod task;
mod tell;
mod value;

use kanso_core::event::Logged;
use kanso_domain::{Event, EventName, Subject};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use self::data::Data;
use self::part::{Named, Time, User};
use super::{Error, thin};

pub(crate) use task::url as task_url;

/// An event.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Body<'a, D> {
    /// What the event is called wherever it is seen; the header `Webhook-Id` says the same.
    id: String,
    /// What happened.
    #[serde(rename = "type")]
    name: &'static str,
    /// When.
    timestamp: Time,
    /// Who did it; null for a program with the application's token.
    actor: Option<User<'a>>,
    /// The project it happened in; null for what belongs to none.
    project: Option<Named<'a>>,
    /// The id of the event that led to this one, if one did.
    cause: Option<&'a str>,
    /// How many events led to this one, one after the other.
    depth: i64,
    /// What it is about.
    data: D,
    /// Whether long texts and lists are cut short, because all of it is too much for one request.
    #[serde(skip_serializing_if = "Option::is_none")]
    truncated: Option<bool>,
    /// Where the whole is to be had, if it is truncated.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

pub(super) fn write(name: EventName, logged: &Logged, base: &str) -> Result<String, Error> {
    let written = serde_json::to_string(&body(name, logged, base)?)?;
    if written.len() <= thin::LARGEST {
        return Ok(written);
    }
    Ok(serde_json::to_string(&value(name, logged, base)?)?)
}

/// The body as a value, cut short if it is too large.
pub(super) fn value(name: EventName, logged: &Logged, base: &str) -> Result<Value, Error> {
    let whole = body(name, logged, base)?;
    let value = serde_json::to_value(&whole)?;
    if !thin::is_too_large(&value)? {
        return Ok(value);
    }
    let url = Some(whole_at(logged, base));
    let mut value = serde_json::to_value(Body { truncated: Some(true), url, ..whole })?;
    thin::cut(&mut value);
    Ok(value)
}

fn body<'a>(name: EventName, logged: &'a Logged, base: &str) -> Result<Body<'a, Data<'a>>, Error> {
    Ok(Body {
        id: logged.message_id(name),
        name: name.as_str(),
        timestamp: Time::at(logged.at),
        actor: actor(logged),
        project: project(logged),
        cause: logged.snapshot.cause.as_deref(),
        depth: logged.depth,
        data: Data::new(logged, base)?,
        truncated: None,
        url: None,
    })
}

pub(crate) fn actor(logged: &Logged) -> Option<User<'_>> {
    let name = logged.snapshot.actor_name.as_deref();
    User::new(logged.actor_id.get(), logged.actor.as_deref(), name)
}

/// The project with the name it had.
pub(crate) fn project(logged: &Logged) -> Option<Named<'_>> {
    let snapshot = &logged.snapshot;
    let is_own = matches!(&logged.event, Event::Managed { subject: Subject::Project, .. });
    let own = snapshot.managed.as_ref().filter(|_| is_own).and_then(|project| project.get("name")?.as_str());
    let of_task = snapshot.task.as_ref().map(|task| task.project_name.as_str());
    Named::new(Some(logged.project.get()), of_task.or(own).or(snapshot.project_name.as_deref()))
}

/// Where people see what was cut short.
pub(crate) fn whole_at(logged: &Logged, base: &str) -> String {
    match (logged.event.task(), logged.project) {
        (task, _) if !task.is_none() => task_url(base, task.get()),
        (_, project) if !project.is_none() => format!("{base}board/{project}"),
        _ => base.to_owned(),
    }
}
