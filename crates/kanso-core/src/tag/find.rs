//! Reading tags. Names are sorted here: the databases' collations differ.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, TaskId};

use super::Tag;
use crate::access::projects_of;
use crate::{Actor, App, Result};

/// All tags that the actor may see, by name: every one for administrators, else those of all projects and those
/// of the active projects in which they have a role.
#[crate::use_case]
pub async fn list_tags(app: &App, actor: &Actor) -> Result<Vec<Tag>> {
    const PRESENT: &str = "WHERE g.project_id NOT IN (SELECT id FROM projects WHERE removed_at > 0)";
    let (is_admin, me, mine) = (actor.is_admin(), actor.user_id(), projects_of(actor));
    let tags = app.read(move |conn| {
        Box::pin(async move {
            if is_admin {
                select(conn, PRESENT, &[]).await
            } else {
                let of_mine = format!(
                    "WHERE g.project_id = 0 OR g.project_id IN \
                     (SELECT p.id FROM projects p WHERE p.is_active = 1 AND p.removed_at = 0 AND p.id IN ({mine}))"
                );
                select(conn, &of_mine, params![me.get()]).await
            }
        })
    });
    tags.await
}

/// The tags of a project by name, without those of all projects. Project 0 lists just these, for the
/// application.
#[crate::use_case]
pub async fn list_project_tags(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Tag>> {
    match actor {
        Actor::Application if project.is_none() => {
            app.read(move |conn| Box::pin(async move { of_project(conn, project).await })).await
        }
        Actor::Application | Actor::User(_) => {
            app.read_in(actor, project, Permission::ViewProject, |conn, project| {
                Box::pin(async move { of_project(conn, project).await })
            })
            .await
        }
    }
}

/// The tags that a task of the project can be given, by name: its own, and those of all projects unless it wants
/// none of them.
#[crate::use_case]
pub async fn list_offered_tags(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Tag>> {
    app.read_in(actor, project, Permission::ViewProject, |conn, project| {
        Box::pin(async move {
            let offered = "WHERE g.project_id = $1 OR (g.project_id = 0 AND EXISTS \
                (SELECT 1 FROM projects p WHERE p.id = $1 AND p.removed_at = 0 AND p.enable_global_tags = 1))";
            select(conn, offered, params![project.get()]).await
        })
    })
    .await
}

async fn of_project(conn: &Conn, project: ProjectId) -> Result<Vec<Tag>> {
    select(conn, "WHERE g.project_id = $1", params![project.get()]).await
}

/// The tags of a task, oldest first.
#[crate::use_case]
pub async fn list_task_tags(app: &App, actor: &Actor, task: TaskId) -> Result<Vec<Tag>> {
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { of_task(conn, task).await })
    })
    .await
}

/// The tags of a task by id, inside a transaction or a read that has asked for permission.
pub(crate) async fn of_task(conn: &Conn, task: TaskId) -> Result<Vec<Tag>> {
    let list = format!(
        "SELECT {} FROM task_has_tags h JOIN tags g ON g.id = h.tag_id WHERE h.task_id = $1 ORDER BY g.id",
        Tag::COLUMNS
    );
    Ok(conn.all(&list, params![task.get()]).await?)
}

async fn select(conn: &Conn, which: &str, values: &[kanso_db::Param<'_>]) -> Result<Vec<Tag>> {
    let list = format!("SELECT {} FROM tags g {which} ORDER BY g.id", Tag::COLUMNS);
    let mut tags: Vec<Tag> = conn.all(&list, values).await?;
    tags.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(tags)
}
