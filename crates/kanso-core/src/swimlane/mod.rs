//! The swimlanes of a board.

mod change;
mod position;

use kanso_db::{Conn, params, row};
use kanso_domain::{Permission, ProjectId, Subject, SwimlaneId};

use crate::event::Managed;
use crate::{Actor, App, Error, Kind, Result};

pub use change::{SwimlaneFields, add_swimlane, remove_swimlane, update_swimlane};
pub use position::{disable_swimlane, enable_swimlane, move_swimlane};

row! {
    /// A swimlane, with Kanboard's fields. A disabled one has position 0.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct Swimlane {
        pub id: SwimlaneId as i64,
        pub name: String,
        pub position: i64,
        pub is_active: i64,
        pub project_id: ProjectId as i64,
        pub description: String,
        pub task_limit: i64,
    }
}

impl Managed for Swimlane {
    const SUBJECT: Subject = Subject::Swimlane;

    fn id(&self) -> i64 {
        self.id.get()
    }

    fn project(&self) -> ProjectId {
        self.project_id
    }
}

/// The swimlanes of a project by position, disabled ones first.
#[crate::use_case]
pub async fn list_swimlanes(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Swimlane>> {
    app.read_in(actor, project, Permission::ViewProject, |conn, project| {
        Box::pin(async move { list(conn, project).await })
    })
    .await
}

/// The enabled swimlanes of a project by position.
#[crate::use_case]
pub async fn list_active_swimlanes(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Swimlane>> {
    let mut swimlanes = list_swimlanes(app, actor, project).await?;
    swimlanes.retain(|swimlane| swimlane.is_active == 1);
    Ok(swimlanes)
}

/// The swimlane, if the actor may see its project.
#[crate::use_case]
pub async fn find_swimlane(app: &App, actor: &Actor, swimlane: SwimlaneId) -> Result<Swimlane> {
    app.read_in(actor, swimlane, Permission::ViewProject, move |conn, project| {
        Box::pin(async move { load(conn, project, swimlane).await })
    })
    .await
}

/// The project's swimlane with exactly this name.
#[crate::use_case]
pub async fn find_swimlane_by_name(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    name: &str,
) -> Result<Swimlane> {
    let swimlanes = list_swimlanes(app, actor, project).await?;
    let found = swimlanes.into_iter().find(|swimlane| swimlane.name == name);
    found.ok_or(Error::NotFound(Kind::Swimlane))
}

async fn list(conn: &Conn, project: ProjectId) -> Result<Vec<Swimlane>> {
    let list =
        format!("SELECT {} FROM swimlanes WHERE project_id = $1 ORDER BY position, id", Swimlane::COLUMNS);
    Ok(conn.all(&list, params![project.get()]).await?)
}

/// The swimlane, if it is the project's.
async fn load(conn: &Conn, project: ProjectId, swimlane: SwimlaneId) -> Result<Swimlane> {
    let find = format!("SELECT {} FROM swimlanes WHERE id = $1 AND project_id = $2", Swimlane::COLUMNS);
    let found = conn.one(&find, params![swimlane.get(), project.get()]).await?;
    found.ok_or(Error::NotFound(Kind::Swimlane))
}
