//! The columns of a board.

mod change;
mod position;

use kanso_db::{Conn, params, row};
use kanso_domain::{ColumnId, Permission, ProjectId, Subject};

use crate::event::Managed;
use crate::{Actor, App, Error, Kind, Result};

pub use change::{ColumnFields, add_column, remove_column, update_column};
pub use position::move_column;
pub(crate) use position::placed;

row! {
    /// A column, with Kanboard's fields.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct Column {
        pub id: ColumnId as i64,
        pub title: String,
        pub position: i64,
        pub project_id: ProjectId as i64,
        pub task_limit: i64,
        pub description: String,
        pub hide_in_dashboard: i64,
    }
}

impl Managed for Column {
    const SUBJECT: Subject = Subject::Column;

    fn id(&self) -> i64 {
        self.id.get()
    }

    fn project(&self) -> ProjectId {
        self.project_id
    }
}

/// The columns of a project from left to right.
#[crate::use_case]
pub async fn list_columns(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Column>> {
    app.read_in(actor, project, Permission::ViewProject, |conn, project| {
        Box::pin(async move { list(conn, project).await })
    })
    .await
}

/// The column, if the actor may see its project.
#[crate::use_case]
pub async fn find_column(app: &App, actor: &Actor, column: ColumnId) -> Result<Column> {
    app.read_in(actor, column, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { load(conn, column).await })
    })
    .await
}

pub(crate) async fn list(conn: &Conn, project: ProjectId) -> Result<Vec<Column>> {
    let list = format!("SELECT {} FROM columns WHERE project_id = $1 ORDER BY position, id", Column::COLUMNS);
    Ok(conn.all(&list, params![project.get()]).await?)
}

pub(crate) async fn load(conn: &Conn, column: ColumnId) -> Result<Column> {
    let find = format!("SELECT {} FROM columns WHERE id = $1", Column::COLUMNS);
    conn.one(&find, params![column.get()]).await?.ok_or(Error::NotFound(Kind::Column))
}
