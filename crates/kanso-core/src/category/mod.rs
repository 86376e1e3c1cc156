//! The categories of a project.

mod change;

use kanso_db::{Conn, params, row};
use kanso_domain::{CategoryId, Permission, ProjectId, Subject};

use crate::event::Managed;
use crate::{Actor, App, Error, Kind, Result};

pub(crate) use change::insert;
pub use change::{CategoryFields, create_category, remove_category, update_category};

row! {
    /// A category, with Kanboard's fields.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct Category {
        pub id: CategoryId as i64,
        pub name: String,
        pub project_id: ProjectId as i64,
        pub description: Option<String>,
        pub color_id: Option<String>,
    }
}

impl Managed for Category {
    const SUBJECT: Subject = Subject::Category;

    fn id(&self) -> i64 {
        self.id.get()
    }

    fn project(&self) -> ProjectId {
        self.project_id
    }
}

/// The categories of a project by name, small and capital letters alike.
#[crate::use_case]
pub async fn list_categories(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Category>> {
    let mut categories = app
        .read_in(actor, project, Permission::ViewProject, |conn, project| {
            Box::pin(async move { list(conn, project).await })
        })
        .await?;
    // Sorted here: the databases' collations differ.
    categories.sort_by_cached_key(|category| category.name.to_ascii_lowercase());
    Ok(categories)
}

/// The category, if the actor may see its project.
#[crate::use_case]
pub async fn find_category(app: &App, actor: &Actor, category: CategoryId) -> Result<Category> {
    app.read_in(actor, category, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { load(conn, category).await })
    })
    .await
}

async fn list(conn: &Conn, project: ProjectId) -> Result<Vec<Category>> {
    let list = format!("SELECT {} FROM categories WHERE project_id = $1 ORDER BY id", Category::COLUMNS);
    Ok(conn.all(&list, params![project.get()]).await?)
}

async fn load(conn: &Conn, category: CategoryId) -> Result<Category> {
    let find = format!("SELECT {} FROM categories WHERE id = $1", Category::COLUMNS);
    conn.one(&find, params![category.get()]).await?.ok_or(Error::NotFound(Kind::Category))
}
