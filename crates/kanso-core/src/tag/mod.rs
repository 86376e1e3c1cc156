//! Tags: of a project, or of all projects.

mod assign;
mod change;
mod find;
mod global;

use kanso_db::{Conn, params, row};
use kanso_domain::{ProjectId, Subject, TagId, text};

use crate::event::Managed;
use crate::{Error, Fault, Kind, Result};

pub use assign::{TagChange, set_task_tags};
pub(crate) use assign::{add_in, assign, copy, exchange, tell};
pub use change::{create_tag, remove_tag, update_tag};
pub(crate) use find::of_task;
pub use find::{list_offered_tags, list_project_tags, list_tags, list_task_tags};
pub use global::{create_global_tag, list_global_tags, remove_global_tag, update_global_tag};

row! {
    /// A tag, with Kanboard's fields.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct Tag {
        pub id: TagId as i64 = "g.id",
        pub name: String = "g.name",
        pub project_id: ProjectId as i64 = "g.project_id",
        pub color_id: Option<String> = "g.color_id",
    }
}

impl Managed for Tag {
    const SUBJECT: Subject = Subject::Tag;

    fn id(&self) -> i64 {
        self.id.get()
    }

    fn project(&self) -> ProjectId {
        self.project_id
    }
}

async fn load(conn: &Conn, tag: TagId) -> Result<Tag> {
    let find = format!("SELECT {} FROM tags g WHERE g.id = $1", Tag::COLUMNS);
    conn.one(&find, params![tag.get()]).await?.ok_or(Error::NotFound(Kind::Tag))
}

/// Adds a tag to the changed project, or to all.
async fn insert(conn: &Conn, project: ProjectId, name: &str, color: Option<&str>) -> Result<Tag> {
    const INSERT: &str =
        "INSERT INTO tags (project_id, name, folded, color_id) VALUES ($1, $2, $3, $4) RETURNING id";
    check(name)?;
    let inserted = conn.one::<(i64,)>(INSERT, params![project.get(), name, folded(name), color]).await;
    let (id,) = inserted.map_err(|error| Error::from(error).taken("tag"))?.unwrap_or_default();
    load(conn, id.into()).await
}

/// The form of a name in which two that differ in ASCII capitals only are the same. Not the databases' own:
/// theirs differ for other letters.
fn folded(name: &str) -> String {
    name.to_ascii_lowercase()
}

fn check(name: &str) -> Result<()> {
    let fits = text::fits(name, text::NAME);
    fits.then_some(()).ok_or(Error::Invalid(Fault::TooLong("tag", text::NAME)))
}
