//! Activity streams: what people did, newest first.

mod data;
mod words;

use std::sync::Arc;

use kanso_core::activity::{self, Activity};
use kanso_domain::{EventName, ProjectId, UserId};
use kanso_rpc::lenient::{Given, Id, Lenient, elements};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::application::Nothing;
use crate::error::{Failure, Outcome};
use crate::procedure::Caller;
use crate::project::OneProject;

/// The most activities of projects that are shown.
const OF_PROJECTS: usize = 50;
/// The most activities of the caller's own projects.
const OF_MINE: usize = 100;

/// An activity: who did it, the data of its event, and the same in words.
#[derive(Serialize)]
pub(crate) struct ActivityAnswer {
    id: i64,
    date_creation: i64,
    event_name: &'static str,
    creator_id: UserId,
    project_id: ProjectId,
    task_id: i64,
    author_username: String,
    author_name: Option<String>,
    email: Option<String>,
    avatar_path: Option<String>,
    #[serde(flatten)]
    data: Map<String, Value>,
    author: String,
    event_title: String,
    event_content: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SeveralProjects {
    project_ids: Given<Projects>,
}

/// A list of projects. An object counts as the list of its values.
struct Projects(Vec<ProjectId>);

impl Lenient for Projects {
    fn read(value: Value) -> Option<Self> {
        let ids = elements(value)?.into_iter().map(|id| Id::deserialize(id).unwrap_or_default().0);
        Some(Self(ids.collect()))
    }
}

pub(crate) async fn get_project_activity(
    by: Arc<Caller>,
    params: OneProject,
) -> Outcome<Vec<ActivityAnswer>> {
    of_projects(&by, vec![params.project_id.0]).await
}

pub(crate) async fn get_project_activities(
    by: Arc<Caller>,
    params: SeveralProjects,
) -> Outcome<Vec<ActivityAnswer>> {
    match params.project_ids {
        Given::Is(Projects(ids)) => of_projects(&by, ids).await,
        Given::Absent | Given::Null | Given::Wrong => Err(Failure::Malformed),
    }
}

pub(crate) async fn get_my_activity_stream(by: Arc<Caller>, _: Nothing) -> Outcome<Vec<ActivityAnswer>> {
    let activities = activity::list_my_activities(&by.app, &by.actor, OF_MINE).await?;
    answers(&by, &activities, OF_MINE)
}

async fn of_projects(by: &Caller, projects: Vec<ProjectId>) -> Outcome<Vec<ActivityAnswer>> {
    let activities = activity::list_activities(&by.app, &by.actor, projects, OF_PROJECTS).await?;
    answers(by, &activities, OF_PROJECTS)
}

/// One answer for each name of each activity, newest first, at most `limit`.
fn answers(by: &Caller, activities: &[Activity], limit: usize) -> Outcome<Vec<ActivityAnswer>> {
    let root = by.app.settings().application_url();
    let mut answers = Vec::new();
    for activity in activities {
        let names: Vec<EventName> = activity.logged.event.names().collect();
        for (place, name) in names.into_iter().enumerate().rev() {
            answers.push(ActivityAnswer::new(&root, activity, name, place)?);
        }
    }
    answers.truncate(limit);
    Ok(answers)
}

impl ActivityAnswer {
    fn new(root: &str, activity: &Activity, name: EventName, place: usize) -> Outcome<Self> {
        let (logged, author) = (&activity.logged, activity.author.clone());
        Ok(Self {
            id: id(logged.id.get(), place),
            date_creation: logged.at,
            event_name: name.as_str(),
            creator_id: logged.actor_id,
            project_id: logged.project,
            task_id: logged.event.task().get(),
            data: data::data(logged).map_err(|error| Failure::Core(error.into()))?,
            author: author.display_name().to_owned(),
            event_title: words::title(activity, name),
            event_content: words::content(root, activity, name),
            author_username: author.username,
            author_name: author.name,
            email: author.email,
            avatar_path: author.avatar_path,
        })
    }
}

/// The id of the activity that tells an event under the name in this place: an event has at most two.
fn id(event: i64, place: usize) -> i64 {
    event.saturating_mul(2).saturating_add(i64::from(place > 0))
}
