//! The address `/`: what is the reader's own, and what Kanboard's old addresses meant by their query.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::project::find_first_project;
use kanso_core::task::{NewTask, create_task};
use kanso_core::{Actor, App, Error, Kind};
use kanso_domain::{ColumnId, ProjectId, UserId};
use serde::Deserialize;

use crate::dashboard;
use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// A query of Kanboard's.
#[derive(Deserialize)]
pub(crate) struct Old {
    controller: Option<String>,
    #[serde(default)]
    action: String,
    #[serde(default)]
    token: String,
    #[serde(default)]
    title: String,
    description: Option<String>,
    color_id: Option<String>,
    task_id: Option<String>,
    project_id: Option<String>,
    owner_id: Option<String>,
    column_id: Option<String>,
}

/// `GET /`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(old): Query<Old>,
    reader: Result<Reader, Fault>,
) -> Result<Response, Fault> {
    match old.controller.as_deref() {
        None => dashboard::show::show(State(web), reader?).await,
        Some("webhook" | "WebhookController") if old.action == "task" => {
            Ok(create_by_address(&web.app, &old).await)
        }
        Some(_) => Ok(Redirect::to(&old.leads_to()).into_response()),
    }
}

/// Creates a task for whoever knows the webhook token, and answers in Kanboard's words.
async fn create_by_address(app: &App, old: &Old) -> Response {
    if !app.settings().is_webhook_token(&old.token) {
        return (StatusCode::UNAUTHORIZED, "Not Authorized").into_response();
    }
    match create(app, old).await {
        Ok(()) => "OK".into_response(),
        Err(error) => {
            tracing::info!(%error, "a task could not be created by address");
            "FAILED".into_response()
        }
    }
}

async fn create(app: &App, old: &Old) -> Result<(), Error> {
    let new = NewTask {
        project: match number(old.project_id.as_deref()) {
            Some(id) => ProjectId::from(id),
            None => find_first_project(app).await?.ok_or(Error::NotFound(Kind::Project))?,
        },
        title: old.title.trim().to_owned(),
        description: Some(old.description.clone().unwrap_or_default()),
        color: old.color_id.clone(),
        column: number(old.column_id.as_deref()).map(ColumnId::from),
        owner: UserId::from(number(old.owner_id.as_deref()).unwrap_or_default()),
        date_due: Some(0),
        date_started: Some(0),
        category: Some(0),
        score: Some(0),
        priority: Some(0),
        reference: Some(String::new()),
        ..NewTask::default()
    };
    create_task(app, &Actor::Application, new).await.map(drop)
}

/// The number of a field; an empty field, 0 and what is no number count as left out, as in Kanboard.
fn number(text: Option<&str>) -> Option<i64> {
    text?.parse().ok().filter(|number| *number > 0)
}

impl Old {
    /// Where the page is now.
    fn leads_to(&self) -> String {
        if let Some(open) = self.leads_to_open() {
            return open;
        }
        match (number(self.task_id.as_deref()), number(self.project_id.as_deref())) {
            (Some(task), _) => format!("/task/{task}"),
            (None, Some(project)) => format!("/board/{project}"),
            (None, None) => "/".to_owned(),
        }
    }

    /// The same for what needs a token and no account: boards and tasks that are open to everybody, feeds, calendars.
    fn leads_to_open(&self) -> Option<String> {
        let token = Some(&self.token).filter(|token| !token.is_empty())?;
        let whose = Some(self.action.as_str()).filter(|whose| matches!(*whose, "project" | "user"));
        match (self.controller.as_deref()?, self.action.as_str()) {
            ("board" | "BoardViewController", "readonly") => Some(format!("/public/board/{token}")),
            ("task" | "TaskViewController", "readonly") => {
                let task = number(self.task_id.as_deref())?;
                Some(format!("/public/task/{task}/{token}"))
            }
            ("feed" | "FeedController", _) => Some(format!("/feed/{}/{token}", whose?)),
            ("ical" | "ICalendarController", _) => Some(format!("/ical/{}/{token}", whose?)),
            _ => None,
        }
    }
}
