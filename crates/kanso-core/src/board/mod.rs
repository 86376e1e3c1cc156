//! The board of a project: columns, swimlanes and their tasks.

mod board_task;
mod filtered;
mod full_task;
mod tags;

use kanso_db::{Conn, FromRow, Param, params};
use kanso_domain::{Lane, Permission, ProjectId, Restrictions, TaskId};

use crate::column::Column;
use crate::project::Project;
use crate::swimlane::Swimlane;
use crate::task::lane;
use crate::{Actor, App, Error, Kind, Result, access, event};

pub use board_task::BoardTask;
pub use filtered::{FilteredBoard, FilteredTask, OpenTasks, find_filtered_board, find_filtered_task};
pub use full_task::FullTask;
pub(crate) use full_task::TASKS;
pub(crate) use tags::of_tasks as tags_of_tasks;
pub use tags::{TagsOfTasks, TaskTag};

/// A board as the actor sees it.
#[derive(Clone, Debug)]
pub struct Board<T = BoardTask> {
    /// The project.
    pub project: Project,
    /// From left to right.
    pub columns: Vec<Column>,
    /// The enabled ones from top to bottom.
    pub swimlanes: Vec<Swimlane>,
    /// By position.
    pub tasks: Vec<T>,
    /// Whether the actor may change tasks.
    pub may_work: bool,
    /// What the actor's role keeps them from, if the project made it up.
    pub restrictions: Restrictions,
    /// Whether the actor may change the board.
    pub may_manage: bool,
    /// How far what happened was known when this was read: live updates go on from here.
    pub latest: event::Known,
}

/// The board of a project with its open tasks, and their tags.
#[crate::use_case]
pub async fn find_board(app: &App, actor: &Actor, project: ProjectId) -> Result<(Board, TagsOfTasks)> {
    const WHICH: &str = "t.project_id = $1 AND t.is_active = 1";
    let who = actor.clone();
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let list = BoardTask::select(&format!("{WHICH} ORDER BY t.position, t.id"));
            let board = load(conn, &who, project, &list, params![project.get()]).await?;
            let tags = tags_of_tasks(conn, WHICH, params![project.get()]).await?;
            Ok((board, tags))
        })
    })
    .await
}

/// The board of a project with its open and closed tasks, all there is to know of them, and their tags.
#[crate::use_case]
pub async fn find_full_board(
    app: &App,
    actor: &Actor,
    project: ProjectId,
) -> Result<(Board<FullTask>, TagsOfTasks)> {
    let who = actor.clone();
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let list = FullTask::select(TASKS, "t.project_id = $1 ORDER BY t.position, t.id");
            let board = load(conn, &who, project, &list, params![project.get()]).await?;
            let tags = tags_of_tasks(conn, "t.project_id = $1", params![project.get()]).await?;
            Ok((board, tags))
        })
    })
    .await
}

async fn load<T: FromRow + Send>(
    conn: &Conn,
    actor: &Actor,
    id: ProjectId,
    tasks: &str,
    values: &[Param<'_>],
) -> Result<Board<T>> {
    // Read before the rest: what happens in between is told again, and is the same then.
    let latest = event::latest(conn, id).await?;
    let find = format!("SELECT {} FROM projects WHERE id = $1 AND removed_at = 0", Project::COLUMNS);
    let may = async |needs| match access::require_standing(conn, actor, id, needs).await {
        Ok(made_up) => Ok((true, made_up)),
        Err(Error::Forbidden(_) | Error::NotFound(_)) => Ok((false, None)),
        Err(error) => Err(error),
    };
    let (may_work, made_up) = may(Permission::WorkInProject).await?;
    let restrictions = match made_up {
        Some(role) => access::load_restrictions(conn, role).await?,
        None => Restrictions::default(),
    };
    Ok(Board {
        project: conn.one(&find, params![id.get()]).await?.ok_or(Error::NotFound(Kind::Project))?,
        columns: columns(conn, id).await?,
        swimlanes: swimlanes(conn, id).await?,
        tasks: conn.all(tasks, values).await?,
        may_work,
        restrictions,
        may_manage: may(Permission::ManageProject).await?.0,
        latest,
    })
}

/// The columns of a board from left to right, and its enabled swimlanes from top to bottom.
#[crate::use_case]
pub async fn find_board_columns(
    app: &App,
    actor: &Actor,
    project: ProjectId,
) -> Result<(Vec<Column>, Vec<Swimlane>)> {
    app.read_in(actor, project, Permission::ViewProject, |conn, project| {
        Box::pin(async move { Ok((columns(conn, project).await?, swimlanes(conn, project).await?)) })
    })
    .await
}

async fn columns(conn: &Conn, project: ProjectId) -> Result<Vec<Column>> {
    let list = format!("SELECT {} FROM columns WHERE project_id = $1 ORDER BY position, id", Column::COLUMNS);
    Ok(conn.all(&list, params![project.get()]).await?)
}

async fn swimlanes(conn: &Conn, project: ProjectId) -> Result<Vec<Swimlane>> {
    let list = format!(
        "SELECT {} FROM swimlanes WHERE project_id = $1 AND is_active = 1 ORDER BY position, id",
        Swimlane::COLUMNS
    );
    Ok(conn.all(&list, params![project.get()]).await?)
}

/// One task that a board shows, where it stands.
#[derive(Clone, Debug)]
pub struct PlacedTask {
    /// The task.
    pub task: BoardTask,
    /// Its tags, by name.
    pub tags: Vec<TaskTag>,
    /// The open tasks of its lane from top to bottom.
    pub lane: Vec<TaskId>,
}

/// One task of a board, as it stands there.
///
/// # Errors
///
/// [`Kind::Task`] when the board does not show it (any more).
#[crate::use_case]
pub async fn find_board_task(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    task: TaskId,
) -> Result<PlacedTask> {
    const WHICH: &str = "t.project_id = $1 AND t.id = $2 AND t.is_active = 1 \
        AND t.swimlane_id IN (SELECT s.id FROM swimlanes s WHERE s.project_id = $1 AND s.is_active = 1)";
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let found = conn.one(&BoardTask::select(WHICH), params![project.get(), task.get()]).await?;
            let found: BoardTask = found.ok_or(Error::NotFound(Kind::Task))?;
            let place = Lane { swimlane: found.swimlane_id, column: found.column_id };
            let tags = tags_of_tasks(conn, "t.id = $1", params![task.get()]).await?.of(task).to_vec();
            Ok(PlacedTask { task: found, tags, lane: lane::list(conn, project, place).await? })
        })
    })
    .await
}
