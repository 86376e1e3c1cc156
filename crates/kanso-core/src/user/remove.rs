//! Deleting an account.

use kanso_db::{Conn, params};
use kanso_domain::{Act, Permission, ProjectId, UserId};

use super::find::load;
use super::record::record;
use crate::project::{self, Holder};
use crate::{Actor, App, Result};

/// Deletes an account, for administrators, who can delete their own.
///
/// What the person had to do is nobody's then, and what they wrote stays without an author. Private projects in
/// which they have a role of their own are deleted, whoever owns them, as in Kanboard. Where the person is only
/// named (as creator of a task, as owner of a project), the number stays.
#[crate::use_case]
pub async fn remove_user(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    // Memberships of groups go with the account by their foreign keys.
    const REMOVE: [&str; 7] = [
        "UPDATE tasks SET owner_id = 0 WHERE owner_id = $1 AND owner_id > 0",
        "UPDATE subtasks SET user_id = 0 WHERE user_id = $1 AND user_id > 0",
        "UPDATE comments SET user_id = 0 WHERE user_id = $1 AND user_id > 0",
        "DELETE FROM subtask_timers WHERE user_id = $1",
        "DELETE FROM sessions WHERE user_id = $1",
        "INSERT INTO stray_files (path) SELECT avatar_path FROM users WHERE id = $1 AND avatar_path <> ''",
        "DELETE FROM users WHERE id = $1",
    ];
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let removed = load(conn, user).await?;
            for project in lock(conn, user).await? {
                change.ring(project);
            }
            for private in private_projects(conn, user).await? {
                let before = change.enter(private);
                project::erase(change).await?;
                change.enter(before);
            }
            project::take_all(change, Holder::User(user)).await?;
            for statement in REMOVE {
                conn.execute(statement, params![user.get()]).await?;
            }
            record(change, Act::Remove, &removed, Vec::new()).await
        })
    })
    .await?;
    app.tell_strays();
    Ok(())
}

/// Locks the projects in which something is to change, in the order of their ids, and answers them. The conditions
/// on 0 let the databases use indexes that leave out nobody.
async fn lock(conn: &Conn, user: UserId) -> Result<Vec<ProjectId>> {
    const FIND: &str = "SELECT project_id FROM project_has_users WHERE user_id = $1 \
        UNION SELECT project_id FROM tasks WHERE owner_id = $1 AND owner_id > 0 \
        UNION SELECT t.project_id FROM subtasks s JOIN tasks t ON t.id = s.task_id \
        WHERE s.user_id = $1 AND s.user_id > 0 \
        UNION SELECT t.project_id FROM comments c JOIN tasks t ON t.id = c.task_id \
        WHERE c.user_id = $1 AND c.user_id > 0 \
        UNION SELECT t.project_id FROM subtask_timers r JOIN subtasks s ON s.id = r.subtask_id \
        JOIN tasks t ON t.id = s.task_id WHERE r.user_id = $1 ORDER BY 1";
    const LOCK: &str = "UPDATE projects SET revision = revision + 1 WHERE id = $1";
    let projects = conn.all::<(i64,)>(FIND, params![user.get()]).await?;
    for (project,) in &projects {
        conn.execute(LOCK, params![*project]).await?;
    }
    Ok(projects.into_iter().map(|(project,)| project.into()).collect())
}

async fn private_projects(conn: &Conn, user: UserId) -> Result<Vec<ProjectId>> {
    const FIND: &str = "SELECT p.id FROM project_has_users m JOIN projects p ON p.id = m.project_id \
        WHERE m.user_id = $1 AND p.is_private = 1 ORDER BY p.id";
    let projects = conn.all::<(i64,)>(FIND, params![user.get()]).await?;
    Ok(projects.into_iter().map(|(project,)| project.into()).collect())
}

#[cfg(test)]
mod tests;
