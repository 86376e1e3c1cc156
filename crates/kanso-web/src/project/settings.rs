//! The fields of a project.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use kanso_core::incoming::project_address;
use kanso_core::project::{ProjectPatch, list_members, update_project};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{ProjectId, UserId};
use serde::Deserialize;

use super::frame::Frame;
use super::view::SettingsPage;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::refusal::{Told, amount, answer};
use crate::respond;
use crate::web::Web;

/// What the form of a project sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SettingsForm {
    pub(crate) name: String,
    pub(crate) identifier: String,
    pub(crate) description: String,
    pub(crate) owner: i64,
    pub(crate) email: String,
    pub(crate) start_date: String,
    pub(crate) end_date: String,
    pub(crate) task_limit: String,
    pub(crate) per_swimlane: String,
    pub(crate) priority_default: String,
    pub(crate) priority_start: String,
    pub(crate) priority_end: String,
    pub(crate) kind: String,
}

/// `GET /project/{project}/settings`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told, None).await?)
}

/// `POST /project/{project}/settings`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<SettingsForm>,
) -> Result<Response, Fault> {
    let saved = match form.patch() {
        Ok(patch) => update_project(&web.app, &reader.actor, project, patch).await,
        Err(error) => Err(error),
    };
    answer(&reader.page, saved, &format!("/project/{project}/settings"), |told| {
        load(&web, &reader, project, told, Some(form))
    })
    .await
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
    form: Option<SettingsForm>,
) -> Result<SettingsPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "settings").await?;
    let people = list_members(&web.app, &reader.actor, project).await?;
    let form = form.unwrap_or_else(|| SettingsForm::of(&frame.project));
    let allows_private = web.app.settings().get("disable_private_project") != "1" || frame.is_private();
    let mail_in = project_address(&web.app, &frame.project);
    Ok(SettingsPage { page: &reader.page, section: "", frame, told, people, form, allows_private, mail_in })
}

impl SettingsForm {
    fn of(project: &kanso_core::project::Project) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let limit = Some(project.task_limit).filter(|limit| *limit > 0);
        Self {
            name: project.name.clone(),
            identifier: text(&project.identifier),
            description: text(&project.description),
            owner: project.owner_id.map_or(0, UserId::get),
            email: text(&project.email),
            start_date: text(&project.start_date),
            end_date: text(&project.end_date),
            task_limit: limit.map(|limit| limit.to_string()).unwrap_or_default(),
            per_swimlane: if project.per_swimlane_task_limits == 1 { "1".to_owned() } else { String::new() },
            priority_default: project.priority_default.to_string(),
            priority_start: project.priority_start.to_string(),
            priority_end: project.priority_end.to_string(),
            kind: if project.is_private == 1 { "personal" } else { "team" }.to_owned(),
        }
    }

    fn patch(&self) -> Result<ProjectPatch, Error> {
        let text = |value: &String| Some(value.trim().to_owned());
        let [start, end, default] = [
            amount(&self.priority_start, "priority")?,
            amount(&self.priority_end, "priority")?,
            amount(&self.priority_default, "priority")?,
        ];
        if !(start..=end).contains(&default) || end - start > 100 {
            return Err(Error::Invalid(CoreFault::OutOfRange("priority", format!("{start} … {end}"))));
        }
        if [&self.start_date, &self.end_date].into_iter().any(|date| !date.is_empty() && !is_day(date)) {
            return Err(Error::Invalid(CoreFault::Unknown("date")));
        }
        Ok(ProjectPatch {
            name: text(&self.name),
            identifier: text(&self.identifier),
            description: Some(self.description.clone()),
            owner: Some(self.owner.into()),
            email: text(&self.email),
            start_date: text(&self.start_date),
            end_date: text(&self.end_date),
            task_limit: Some(amount(&self.task_limit, "task_limit")?),
            per_swimlane_task_limits: Some(!self.per_swimlane.is_empty()),
            priority_default: Some(default),
            priority_start: Some(start),
            priority_end: Some(end),
            is_private: Some(self.kind == "personal"),
            ..ProjectPatch::default()
        })
    }
}

fn is_day(text: &str) -> bool {
    text.parse::<jiff::civil::Date>().is_ok()
}
