//! What happened on a board since it was last looked at, for pages that cannot be told as it happens.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use axum::Json;
use axum::extract::{Path, Query, State};
use kanso_core::Actor;
use kanso_core::event::{Known, find_latest, list_news};
use kanso_domain::{EventId, ProjectId, TaskId};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// More events than this are not told one by one: the board is drawn anew.
const BATCH: i64 = 200;

/// What is new.
pub(super) struct News {
    /// Where to go on.
    pub(super) last: Place,
    /// Whether the board itself changed, or too much to tell: it is drawn anew with all its tasks.
    pub(super) is_of_board: bool,
    /// Which event changed which task.
    pub(super) tasks: Vec<(EventId, TaskId)>,
}

#[derive(Deserialize)]
pub(crate) struct Since {
    after: Place,
}

/// How far a page knows what happened, as it says so: `12-40` for the event and the project's revision, or `12` alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(super) event: EventId,
    pub(super) revision: Option<i64>,
}

/// `GET /board/{project}/news`
pub(crate) async fn list(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(since): Query<Since>,
    reader: Reader,
) -> Result<Json<Value>, Fault> {
    let news = News::read(&web, &reader.actor, project, since.after).await?;
    let tasks: Vec<TaskId> = news.tasks.into_iter().map(|(_, task)| task).collect();
    Ok(Json(json!({ "last": news.last.to_string(), "board": news.is_of_board, "tasks": tasks })))
}

impl News {
    /// Reads what happened in a project after an event.
    pub(super) async fn read(
        web: &Web,
        actor: &Actor,
        project: ProjectId,
        after: Place,
    ) -> Result<Self, Fault> {
        let news = list_news(&web.app, actor, project, after.event, BATCH).await?;
        let (events, revision) = (news.events, Some(news.revision));
        let is_far_behind = i64::try_from(events.len()).is_ok_and(|count| count >= BATCH);
        let last = match events.last() {
            _ if is_far_behind => find_latest(&web.app, actor, project).await?.into(),
            Some((last, _)) => Place { event: *last, revision },
            None => Place { revision, ..after },
        };
        // What no event tells of: rights, or what an automatic action did silently.
        let is_silent = events.is_empty() && after.revision.is_some() && after.revision != revision;
        // What is about no task is about the board itself.
        let is_of_board = is_far_behind || is_silent || events.iter().any(|(_, task)| task.is_none());
        Ok(Self { last, is_of_board, tasks: if is_of_board { Vec::new() } else { events } })
    }
}

impl From<Known> for Place {
    fn from(known: Known) -> Self {
        Self { event: known.event, revision: Some(known.revision) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.event)?;
        self.revision.map_or(Ok(()), |revision| write!(f, "-{revision}"))
    }
}

impl FromStr for Place {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        let (event, revision) = match text.split_once('-') {
            Some((event, revision)) => (event, Some(revision.parse()?)),
            None => (text, None),
        };
        Ok(Self { event: event.parse::<i64>()?.into(), revision })
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
