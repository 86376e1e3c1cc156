//! Changing a project.

use kanso_db::Param;
use kanso_domain::{Permission, ProjectId, UserId};

use super::create::{faults, require_unique, require_user};
use super::load;
use crate::{Actor, App, Conflict, Error, Fault, Result, event};

/// New values for fields of a project. `None` leaves a field as it is; an empty text clears it.
#[derive(Clone, Debug, Default)]
pub struct ProjectPatch {
    /// Not empty, at most 65,535 characters.
    pub name: Option<String>,
    /// Markdown.
    pub description: Option<String>,
    /// 0 for nobody.
    pub owner: Option<UserId>,
    /// Letters and digits, at most 50, unique.
    pub identifier: Option<String>,
    /// `YYYY-MM-DD`.
    pub start_date: Option<String>,
    /// `YYYY-MM-DD`.
    pub end_date: Option<String>,
    /// The priority that forms propose.
    pub priority_default: Option<i64>,
    /// The lowest priority that forms offer.
    pub priority_start: Option<i64>,
    /// The highest priority that forms offer.
    pub priority_end: Option<i64>,
    /// A unique address.
    pub email: Option<String>,
    /// Lines that are offered as subjects of mails.
    pub email_subjects: Option<String>,
    /// How many open tasks the project should hold at most; 0 for any number.
    pub task_limit: Option<i64>,
    /// Whether the limits of columns count for each swimlane by itself.
    pub per_swimlane_task_limits: Option<bool>,
    /// Whether tags of all projects can be chosen too.
    pub enable_global_tags: Option<bool>,
    /// Whether it is its owner's alone.
    pub is_private: Option<bool>,
}

/// Changes fields of a project. Roles do not follow a new owner, as in Kanboard.
#[crate::use_case]
pub async fn update_project(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    mut patch: ProjectPatch,
) -> Result<()> {
    patch.identifier = patch.identifier.map(|identifier| identifier.to_ascii_uppercase());
    if patch.is_private == Some(true) && app.settings().get("disable_private_project") == "1" {
        require_private_already(app, actor, project).await?;
    }
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            patch.check()?;
            let conn = change.conn();
            require_user(conn, patch.owner.unwrap_or_default()).await?;
            require_unique(conn, patch.identifier.as_deref(), patch.email.as_deref(), project).await?;
            let before = load(conn, project).await?;
            let mut values = Vec::new();
            let mut columns = Vec::new();
            for (column, value) in patch.columns() {
                values.push(value);
                columns.push(format!("{column} = ${}", values.len()));
            }
            if columns.is_empty() {
                return Ok(());
            }
            values.push(Param::from(project.get()));
            let update = format!("UPDATE projects SET {} WHERE id = ${}", columns.join(", "), values.len());
            conn.execute(&update, &values).await?;
            event::updated(change, &before, &load(conn, project).await?).await
        })
    })
    .await
}

/// Where the settings forbid personal projects, those there are may stay so.
async fn require_private_already(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    let is_private = super::find_project(app, actor, project).await?.is_private == 1;
    is_private.then_some(()).ok_or(Error::Conflict(Conflict::SwitchedOff))
}

impl ProjectPatch {
    fn check(&self) -> Result<()> {
        if self.name.as_deref() == Some("") {
            return Err(Error::Invalid(Fault::Missing("name")));
        }
        if self.task_limit.is_some_and(|limit| limit < 0) {
            return Err(Error::Invalid(Fault::OutOfRange("task_limit", "≥ 0".to_owned())));
        }
        let fault = faults(
            self.name.as_deref().unwrap_or_default(),
            self.identifier.as_deref(),
            self.email.as_deref(),
        );
        fault.map_or(Ok(()), |fault| Err(Error::Invalid(fault)))
    }

    fn columns(&self) -> Vec<(&'static str, Param<'_>)> {
        let text = |value: &'_ Option<String>| value.clone().map(Param::from);
        let flag = |value: Option<bool>| value.map(|value| Param::from(i64::from(value)));
        let columns = [
            ("name", text(&self.name)),
            ("description", text(&self.description)),
            ("owner_id", self.owner.map(|owner| Param::from(owner.get()))),
            ("identifier", text(&self.identifier)),
            ("start_date", text(&self.start_date)),
            ("end_date", text(&self.end_date)),
            ("priority_default", self.priority_default.map(Param::from)),
            ("priority_start", self.priority_start.map(Param::from)),
            ("priority_end", self.priority_end.map(Param::from)),
            ("email", text(&self.email)),
            ("predefined_email_subjects", text(&self.email_subjects)),
            ("task_limit", self.task_limit.map(Param::from)),
            ("per_swimlane_task_limits", flag(self.per_swimlane_task_limits)),
            ("enable_global_tags", flag(self.enable_global_tags)),
            ("is_private", flag(self.is_private)),
        ];
        columns.into_iter().filter_map(|(column, value)| Some((column, value?))).collect()
    }
}
