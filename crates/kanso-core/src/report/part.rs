//! How the open tasks are spread.

use kanso_domain::{Permission, ProjectId};

use super::Selection;
use crate::{Actor, App, Result};

/// A part of the tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What they have in common; empty for nobody.
    pub name: String,
    /// How many there are.
    pub tasks: i64,
}

/// How many open tasks each column holds, in the order of the board, those without any included. For who manages the
/// project.
#[crate::use_case]
pub async fn report_columns(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    selection: Selection,
) -> Result<Vec<Part>> {
    let wanted = selection.read(app, actor)?;
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let mut found = wanted.clauses(conn, project);
            let home = found.value(project.get());
            let list = format!(
                "SELECT c.title, COALESCE(n.tasks, 0) FROM columns c LEFT JOIN \
                 (SELECT t.column_id, COUNT(*) AS tasks FROM {} WHERE {} AND t.is_active = 1 GROUP BY t.column_id) n \
                 ON n.column_id = c.id WHERE c.project_id = {home} ORDER BY c.position, c.id",
                found.tasks, found.which
            );
            Ok(parts(conn.all(&list, &found.values).await?))
        })
    })
    .await
}

/// How many open tasks each assignee has, the most first. For who manages the project.
#[crate::use_case]
pub async fn report_assignees(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    selection: Selection,
) -> Result<Vec<Part>> {
    let wanted = selection.read(app, actor)?;
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let found = wanted.clauses(conn, project);
            let list = format!(
                "SELECT COALESCE(NULLIF(u.name, ''), u.username, ''), n.tasks FROM \
                 (SELECT t.owner_id, COUNT(*) AS tasks FROM {} WHERE {} AND t.is_active = 1 GROUP BY t.owner_id) n \
                 LEFT JOIN users u ON u.id = n.owner_id ORDER BY n.tasks DESC, n.owner_id",
                found.tasks, found.which
            );
            Ok(parts(conn.all(&list, &found.values).await?))
        })
    })
    .await
}

fn parts(rows: Vec<(String, i64)>) -> Vec<Part> {
    rows.into_iter().map(|(name, tasks)| Part { name, tasks }).collect()
}
