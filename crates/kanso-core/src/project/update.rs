//! Changing a project.

use kanso_db::Param;
use kanso_domain::{Permission, ProjectId, UserId};

use super::create::{faults, require_unique, require_user};
use super::load;
use crate::{Actor, App, Error, Fault, Result, event};

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
}

/// Changes fields of a project. Roles do not follow a new owner, as in Kanboard.
pub async fn update_project(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    mut patch: ProjectPatch,
) -> Result<()> {
    patch.identifier = patch.identifier.map(|identifier| identifier.to_ascii_uppercase());
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            patch.check()?;
            let conn = change.conn();
            require_user(conn, patch.owner.unwrap_or_default()).await?;
            require_unique(conn, patch.identifier.as_deref(), patch.email.as_deref(), project).await?;
            let before = load(conn, project).await?;
            let mut values = Vec::new();
            let mut update = "UPDATE projects SET per_swimlane_task_limits = 0".to_owned();
            for (column, value) in patch.columns() {
                values.push(value);
                update.push_str(&format!(", {column} = ${}", values.len()));
            }
            values.push(Param::from(project.get()));
            update.push_str(&format!(" WHERE id = ${}", values.len()));
            conn.execute(&update, &values).await?;
            event::updated(change, &before, &load(conn, project).await?).await
        })
    })
    .await
}

impl ProjectPatch {
    fn check(&self) -> Result<()> {
        if self.name.as_deref() == Some("") {
            return Err(Error::Invalid(Fault::Missing("name")));
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
        ];
        columns.into_iter().filter_map(|(column, value)| Some((column, value?))).collect()
    }
}
