//! A board that everybody may see.

use kanso_db::{params, row};
use kanso_domain::{ColumnId, SwimlaneId, TaskId};

use super::project::by_token;
use crate::column::Column;
use crate::project::Project;
use crate::swimlane::Swimlane;
use crate::{App, Result};

row! {
    /// A task with what a public board shows of it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct PublicCard {
        pub id: TaskId as i64 = "t.id",
        pub title: String = "t.title",
        pub color_id: String = "t.color_id",
        pub column_id: ColumnId as i64 = "t.column_id",
        pub swimlane_id: SwimlaneId as i64 = "t.swimlane_id",
        pub date_due: Option<i64> = "t.date_due",
        pub priority: Option<i64> = "t.priority",
        pub assignee_username: Option<String> = "u.username",
        pub assignee_name: Option<String> = "u.name",
        pub category_name: Option<String> = "k.name",
    }
}

/// A board as everybody sees it.
#[derive(Clone, Debug)]
pub struct PublicBoard {
    /// The project.
    pub project: Project,
    /// From left to right.
    pub columns: Vec<Column>,
    /// The enabled ones from top to bottom.
    pub swimlanes: Vec<Swimlane>,
    /// The open ones by position.
    pub tasks: Vec<PublicCard>,
}

/// The board of the project that was opened to everybody under this token.
#[crate::use_case]
pub async fn find_public_board(app: &App, token: &str) -> Result<PublicBoard> {
    let columns =
        format!("SELECT {} FROM columns WHERE project_id = $1 ORDER BY position, id", Column::COLUMNS);
    let swimlanes = format!(
        "SELECT {} FROM swimlanes WHERE project_id = $1 AND is_active = 1 ORDER BY position, id",
        Swimlane::COLUMNS
    );
    let tasks = format!(
        "SELECT {} FROM tasks t LEFT JOIN users u ON u.id = t.owner_id \
         LEFT JOIN categories k ON k.id = t.category_id WHERE t.project_id = $1 AND t.is_active = 1 \
         ORDER BY t.position, t.id",
        PublicCard::COLUMNS
    );
    let token = token.to_owned();
    app.read(move |conn| {
        Box::pin(async move {
            let project = by_token(conn, &token).await?;
            let id = project.id.get();
            Ok(PublicBoard {
                project,
                columns: conn.all(&columns, params![id]).await?,
                swimlanes: conn.all(&swimlanes, params![id]).await?,
                tasks: conn.all(&tasks, params![id]).await?,
            })
        })
    })
    .await
}
