//! Bringing a removed task back.

use kanso_db::params;
use kanso_domain::{Event, Lane, Permission, ProjectId, Slot, TaskAct, TaskId};

use super::parts::{LINKS, TASKS, part_of, place_of};
use super::row::Row;
use crate::change::Change;
use crate::event::Snapshot;
use crate::task::lane;
use crate::{Actor, App, Error, Kind, Result, Scope, file};

/// Brings a removed task back, under its id and with all that belonged to it, to its place on the board.
///
/// What it named and is gone, it names no longer: tags, links, a category, people. Without its column or swimlane it
/// comes to the first one. Answers its project.
///
/// # Errors
///
/// [`Error::NotFound`] when it is not in the trash, or the project has no column or swimlane to bring it to.
#[crate::use_case]
pub async fn restore_task(app: &App, actor: &Actor, task: TaskId) -> Result<ProjectId> {
    let project = project_of(app, task).await?;
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(restore_in(change, task))
    })
    .await?;
    Ok(project)
}

/// The project in whose trash the task is.
pub(super) async fn project_of(app: &App, task: TaskId) -> Result<ProjectId> {
    const FIND: &str = "SELECT project_id FROM trash WHERE task_id = $1";
    let found = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<(i64,)>(FIND, params![task.get()]).await?) }))
        .await?;
    found.map(|(project,)| project.into()).ok_or(Error::NotFound(Kind::Task))
}

async fn restore_in(change: &mut Change<'_>, task: TaskId) -> Result<()> {
    const ROWS: &str = "SELECT id, source, content FROM trash_rows WHERE task_id = $1 ORDER BY id";
    const FORGET: &str = "DELETE FROM trash WHERE task_id = $1 AND project_id = $2";
    let conn = change.conn();
    let mut rows = conn.all::<(i64, String, String)>(ROWS, params![task.get()]).await?;
    // A link that came from another task's rows is older than what it needs.
    rows.sort_by_key(|(_, table, _)| place_of(table));
    for (id, table, content) in rows {
        let mut row = Row::read(&content)?;
        if table == TASKS {
            // Who may delete it may undo that.
            change.require_act(change.project(), TaskAct::Remove, row.int("owner_id").into()).await?;
            place(change, &mut row, task).await?;
        }
        if may_return(change, &mut row, &table).await? {
            row.insert(conn, &table).await?;
        } else if table == LINKS {
            hand_over(change, id, &row, task).await?;
        }
    }
    // Somebody may have been quicker.
    if conn.execute(FORGET, params![task.get(), change.project().get()]).await? == 0 {
        return Err(Error::NotFound(Kind::Task));
    }
    let snapshot = Snapshot::of_task(change, task).await?;
    change.record(Event::TaskRestored { task }, &snapshot).await?;
    file::return_with_task(change, task).await
}

/// Finds the task's place, and makes room there: where it was, as far as that is still there.
async fn place(change: &Change<'_>, row: &mut Row, task: TaskId) -> Result<()> {
    let (conn, project) = (change.conn(), change.project());
    let mut kept = Lane { swimlane: row.int("swimlane_id").into(), column: row.int("column_id").into() };
    let first = lane::first(conn, project).await?;
    loop {
        match lane::check(conn, project, kept).await {
            Ok(()) => break,
            Err(Error::NotFound(Kind::Column)) if first.0 != Some(kept.column) => {
                kept.column = first.0.ok_or(Error::NotFound(Kind::Column))?;
            }
            Err(Error::NotFound(Kind::Swimlane)) if first.1 != Some(kept.swimlane) => {
                kept.swimlane = first.1.ok_or(Error::NotFound(Kind::Swimlane))?;
            }
            Err(error) => return Err(error),
        }
    }
    row.set("column_id", kept.column.get());
    row.set("swimlane_id", kept.swimlane.get());
    if row.int("is_active") == 1 {
        lane::count(conn, kept, 1).await?;
        let position = 1 + lane::count_before(conn, kept, row.int("position"), task).await?;
        lane::open_gap(conn, project, Slot { lane: kept, position }, task).await?;
        row.set("position", position);
    }
    Ok(())
}

/// Whether all that the row cannot be without is there. What it can be without and is gone, it names no longer.
async fn may_return(change: &Change<'_>, row: &mut Row, table: &str) -> Result<bool> {
    let Some(part) = part_of(table) else { return Ok(false) };
    for (column, named) in part.needs {
        if !row.finds(change.conn(), column, named).await? {
            return Ok(false);
        }
    }
    for (column, named) in part.may_name {
        if !row.finds(change.conn(), column, named).await? {
            row.set(column, 0);
        }
    }
    Ok(true)
}

/// A link to a task that is in the trash too comes back with that one.
async fn hand_over(change: &Change<'_>, id: i64, link: &Row, task: TaskId) -> Result<()> {
    const HAND_OVER: &str = "UPDATE trash_rows SET task_id = $1 WHERE id = $2 \
        AND EXISTS (SELECT 1 FROM trash WHERE task_id = $1)";
    let sides = [link.int("task_id"), link.int("opposite_task_id")];
    if let Some(other) = sides.into_iter().find(|side| *side != task.get()) {
        change.conn().execute(HAND_OVER, params![other, id]).await?;
    }
    Ok(())
}
