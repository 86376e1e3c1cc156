//! What a project that was put in needs besides its rows.

use kanso_db::{Conn, params};
use kanso_domain::{Act, Event, Permission, ProjectId, Subject};

use super::inward::Inward;
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, Result, random};

/// Adds the labels that there are none of here, if the actor may.
pub(super) async fn labels(change: &Change<'_>, inward: &mut Inward) -> Result<()> {
    const ADD: &str = "INSERT INTO links (label) VALUES ($1) ON CONFLICT (label) DO NOTHING RETURNING id";
    const PAIR: &str = "UPDATE links SET opposite_id = $1 WHERE id = $2 AND opposite_id = 0";
    const FIND: &str = "SELECT id FROM links WHERE label = $1";
    let missing = inward.missing_labels();
    if missing.is_empty() || change.actor().require(Permission::Administrate).is_err() {
        return Ok(());
    }
    let conn = change.conn();
    for (label, opposite) in missing {
        if let Some((id,)) = conn.one::<(i64,)>(ADD, params![&label]).await? {
            inward.learn_label(label, id);
            let other =
                if opposite.is_empty() { None } else { conn.one::<(i64,)>(FIND, params![opposite]).await? };
            if let Some((other,)) = other {
                for (of, to) in [(id, other), (other, id)] {
                    conn.execute(PAIR, params![to, of]).await?;
                }
            }
        }
    }
    Ok(())
}

/// Gives the project tags of its own where there are none of all projects with their names.
pub(super) async fn tags(conn: &Conn, inward: &mut Inward) -> Result<()> {
    const ADD: &str = "INSERT INTO tags (name, folded, project_id) VALUES ($1, $2, $3) \
        ON CONFLICT (project_id, name) DO NOTHING";
    const FIND: &str = "SELECT id FROM tags WHERE project_id = $1 AND name = $2";
    for name in inward.missing_tags() {
        conn.execute(ADD, params![&name, name.to_ascii_lowercase(), inward.project]).await?;
        if let Some((id,)) = conn.one::<(i64,)>(FIND, params![inward.project, &name]).await? {
            inward.learn_tag(name, id);
        }
    }
    Ok(())
}

/// Names what came after what names it, counts lanes, makes a new token, and tells that there is a project.
pub(super) async fn finish(change: &mut Change<'_>, inward: &Inward) -> Result<()> {
    const COUNT: &str = "INSERT INTO lanes (swimlane_id, column_id, open_tasks) \
        SELECT swimlane_id, column_id, COUNT(*) FROM tasks WHERE project_id = $1 AND is_active = 1 \
        GROUP BY swimlane_id, column_id";
    const OPEN: &str = "UPDATE projects SET token = $1 WHERE id = $2 AND is_public = 1";
    const OFF: &str = "UPDATE endpoints SET enabled = 0, owner_id = $1 WHERE project_id = $2";
    const OWN: &str = "UPDATE actions SET owner_id = $1 WHERE project_id = $2";
    let (conn, project) = (change.conn(), inward.project);
    for (table, id, column, number) in &inward.later {
        let name = format!("UPDATE {table} SET {column} = $1 WHERE id = $2");
        conn.execute(&name, params![inward.id(table, *number).unwrap_or_default(), *id]).await?;
    }
    conn.execute(COUNT, params![project]).await?;
    conn.execute(OPEN, params![random::hex(30), project]).await?;
    let by = change.actor().user_id().get();
    conn.execute(OFF, params![by, project]).await?;
    if let Actor::User(_) = change.actor() {
        // A rule acts with the rights of its owner: nobody is made the owner of what others wrote.
        conn.execute(OWN, params![by, project]).await?;
    }
    tell(change, project.into()).await
}

/// In the log of what belongs to no project: that of the project is as it was.
async fn tell(change: &mut Change<'_>, project: ProjectId) -> Result<()> {
    let created = crate::project::load(change.conn(), project).await?;
    let mut told = serde_json::to_value(&created)?;
    if let Some(told) = told.as_object_mut() {
        told.remove("token");
    }
    let none = ProjectId::default();
    let snapshot = Snapshot::of_managed(change, none, &told).await?;
    let event = Event::Managed {
        subject: Subject::Project,
        act: Act::Create,
        id: project.get(),
        changes: Vec::new(),
    };
    change.record_in(none, event, &snapshot).await?;
    Ok(())
}
