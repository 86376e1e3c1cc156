//! The standard body in the envelope of `CloudEvents` 1.0, in its structured JSON form.

use kanso_core::event::Logged;
use kanso_domain::{Event, EventName, Subject};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::standard::data::Data;
use super::standard::part::{Named, Time, User};
use super::standard::{actor, project, whole_at};
use super::{Error, thin};

/// What stands before the name of an event.
pub(crate) const PREFIX: &str = "app.kanso.";

/// An event.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CloudEvent<'a, D> {
    /// The version of `CloudEvents`.
    specversion: &'static str,
    /// What the event is called wherever it is seen; the header `Webhook-Id` says the same.
    id: String,
    /// Where Kanso is reached.
    source: &'a str,
    /// What happened.
    #[serde(rename = "type")]
    name: String,
    /// What it happened to, such as `task/12`.
    subject: String,
    /// When.
    time: Time,
    datacontenttype: &'static str,
    data: CloudData<'a, D>,
}

/// What is told of the event.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CloudData<'a, D> {
    /// Who did it; null for a program with the application's token.
    actor: Option<User<'a>>,
    /// The project it happened in; null for what belongs to none. Of an event of a project, all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<Option<Named<'a>>>,
    /// The id of the event that led to this one, if one did.
    cause: Option<&'a str>,
    /// How many events led to this one, one after the other.
    depth: i64,
    #[serde(flatten)]
    about: D,
    /// Whether long texts and lists are cut short, because all of it is too much for one request.
    #[serde(skip_serializing_if = "Option::is_none")]
    truncated: Option<bool>,
    /// Where the whole is to be had, if it is truncated.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

pub(super) fn write(name: EventName, logged: &Logged, base: &str) -> Result<String, Error> {
    let mut event = event(name, logged, base)?;
    let written = serde_json::to_string(&event)?;
    if written.len() <= thin::LARGEST {
        return Ok(written);
    }
    event.data.truncated = Some(true);
    event.data.url = Some(whole_at(logged, base));
    let mut value: Value = serde_json::to_value(&event)?;
    thin::cut(&mut value);
    Ok(serde_json::to_string(&value)?)
}

fn event<'a>(name: EventName, logged: &'a Logged, base: &'a str) -> Result<CloudEvent<'a, Data<'a>>, Error> {
    Ok(CloudEvent {
        specversion: "1.0",
        id: logged.message_id(name),
        source: base,
        name: format!("{PREFIX}{}", name.as_str()),
        subject: subject(&logged.event),
        time: Time::at(logged.at),
        datacontenttype: "application/json",
        data: CloudData {
            actor: actor(logged),
            project: (!is_of_project(&logged.event)).then(|| project(logged)),
            cause: logged.snapshot.cause.as_deref(),
            depth: logged.depth,
            about: Data::new(logged, base)?,
            truncated: None,
            url: None,
        },
    })
}

/// Whether it is about a project, which is told under that name then.
const fn is_of_project(event: &Event) -> bool {
    matches!(event, Event::Managed { subject: Subject::Project, .. })
}

fn subject(event: &Event) -> String {
    if let Event::Managed { subject, id, .. } = event {
        return format!("{}/{id}", subject.as_str());
    }
    format!("task/{}", event.task())
}
