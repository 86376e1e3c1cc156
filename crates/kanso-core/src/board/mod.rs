//! The board of a project: columns, swimlanes and their tasks.

use kanso_db::{Conn, params, row};
use kanso_domain::{ColumnId, EventId, Lane, Permission, ProjectId, SwimlaneId, TaskId, UserId};

use crate::column::Column;
use crate::project::Project;
use crate::swimlane::Swimlane;
use crate::task::lane;
use crate::{Actor, App, Error, Kind, Result, access, event};

row! {
    /// A task with what a board shows of it: Kanboard's "extended task row".
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct BoardTask {
        pub nb_comments: i64 = "(SELECT COUNT(*) FROM comments k WHERE k.task_id = t.id)",
        pub nb_files: i64 = "0",
        pub nb_subtasks: i64 = "0",
        pub nb_completed_subtasks: i64 = "0",
        pub nb_links: i64 = "0",
        pub nb_external_links: i64 = "0",
        pub is_milestone: Option<i64> = "NULL",
        pub id: TaskId as i64 = "t.id",
        pub reference: Option<String> = "t.reference",
        pub title: String = "t.title",
        pub description: Option<String> = "t.description",
        pub date_creation: i64 = "t.date_creation",
        pub date_modification: i64 = "t.date_modification",
        pub date_completed: Option<i64> = "t.date_completed",
        pub date_started: Option<i64> = "t.date_started",
        pub date_due: Option<i64> = "t.date_due",
        pub color_id: String = "t.color_id",
        pub project_id: ProjectId as i64 = "t.project_id",
        pub column_id: ColumnId as i64 = "t.column_id",
        pub swimlane_id: SwimlaneId as i64 = "t.swimlane_id",
        pub owner_id: UserId as i64 = "t.owner_id",
        pub creator_id: UserId as i64 = "t.creator_id",
        pub position: i64 = "t.position",
        pub is_active: i64 = "t.is_active",
        pub score: Option<i64> = "t.score",
        pub category_id: Option<i64> = "t.category_id",
        pub priority: Option<i64> = "t.priority",
        pub date_moved: i64 = "t.date_moved",
        pub recurrence_status: i64 = "t.recurrence_status",
        pub recurrence_trigger: i64 = "t.recurrence_trigger",
        pub recurrence_factor: i64 = "t.recurrence_factor",
        pub recurrence_timeframe: i64 = "t.recurrence_timeframe",
        pub recurrence_basedate: i64 = "t.recurrence_basedate",
        pub recurrence_parent: Option<i64> = "t.recurrence_parent",
        pub recurrence_child: Option<i64> = "t.recurrence_child",
        pub time_estimated: Option<f64> = "t.time_estimated",
        pub time_spent: Option<f64> = "t.time_spent",
        pub assignee_username: Option<String> = "u.username",
        pub assignee_name: Option<String> = "u.name",
        pub assignee_email: Option<String> = "u.email",
        pub assignee_avatar_path: Option<String> = "u.avatar_path",
    }
}

/// A board as the actor sees it.
#[derive(Clone, Debug)]
pub struct Board {
    /// The project.
    pub project: Project,
    /// From left to right.
    pub columns: Vec<Column>,
    /// The enabled ones from top to bottom.
    pub swimlanes: Vec<Swimlane>,
    /// Open and closed tasks by position.
    pub tasks: Vec<BoardTask>,
    /// Whether the actor may change tasks.
    pub may_work: bool,
    /// Whether the actor may change the board.
    pub may_manage: bool,
    /// The project's latest event when this was read: live updates go on from here.
    pub latest_event: EventId,
}

/// Which tasks a board holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Open ones.
    Open,
    /// Open and closed ones.
    All,
}

/// The board of a project.
pub async fn find_board(app: &App, actor: &Actor, project: ProjectId, which: Which) -> Result<Board> {
    let (who, asked) = (actor.clone(), which);
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move { load(conn, &who, project, asked).await })
    })
    .await
}

async fn load(conn: &Conn, actor: &Actor, id: ProjectId, which: Which) -> Result<Board> {
    // Read before the rest: what happens in between is told again, and is the same then.
    let latest_event = event::latest(conn, id).await?;
    let find = format!("SELECT {} FROM projects WHERE id = $1", Project::COLUMNS);
    let columns =
        format!("SELECT {} FROM columns WHERE project_id = $1 ORDER BY position, id", Column::COLUMNS);
    let swimlanes = format!(
        "SELECT {} FROM swimlanes WHERE project_id = $1 AND is_active = 1 ORDER BY position, id",
        Swimlane::COLUMNS
    );
    let tasks = match which {
        Which::Open => "t.project_id = $1 AND t.is_active = 1 ORDER BY t.position, t.id",
        Which::All => "t.project_id = $1 ORDER BY t.position, t.id",
    };
    let may = async |needs| match access::require(conn, actor, id, needs).await {
        Ok(()) => Ok(true),
        Err(Error::Forbidden(_) | Error::NotFound(_)) => Ok(false),
        Err(error) => Err(error),
    };
    Ok(Board {
        project: conn.one(&find, params![id.get()]).await?.ok_or(Error::NotFound(Kind::Project))?,
        columns: conn.all(&columns, params![id.get()]).await?,
        swimlanes: conn.all(&swimlanes, params![id.get()]).await?,
        tasks: select(conn, tasks, params![id.get()]).await?,
        may_work: may(Permission::WorkInProject).await?,
        may_manage: may(Permission::ManageProject).await?,
        latest_event,
    })
}

/// One task that a board shows, and the open tasks of its lane from top to bottom.
///
/// # Errors
///
/// [`Kind::Task`] when the board does not show it (any more).
pub async fn find_board_task(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    task: TaskId,
) -> Result<(BoardTask, Vec<TaskId>)> {
    const WHICH: &str = "t.project_id = $1 AND t.id = $2 AND t.is_active = 1 \
        AND t.swimlane_id IN (SELECT s.id FROM swimlanes s WHERE s.project_id = $1 AND s.is_active = 1)";
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let mut found = select(conn, WHICH, params![project.get(), task.get()]).await?;
            let found = found.pop().ok_or(Error::NotFound(Kind::Task))?;
            let place = Lane { swimlane: found.swimlane_id, column: found.column_id };
            Ok((found, lane::list(conn, project, place).await?))
        })
    })
    .await
}

async fn select(conn: &Conn, which: &str, values: &[kanso_db::Param<'_>]) -> Result<Vec<BoardTask>> {
    let list = format!(
        "SELECT {} FROM tasks t LEFT JOIN users u ON u.id = t.owner_id WHERE {which}",
        BoardTask::COLUMNS
    );
    Ok(conn.all(&list, values).await?)
}
