//! Adding, changing and removing a category.

use kanso_db::{Conn, params};
use kanso_domain::{CategoryId, Permission, ProjectId, text};

use super::{list, load};
use crate::{Actor, App, Error, Fault, Result, event};

/// Adds a category. The colour is that of tasks to come, and need not be one that is known.
///
/// # Errors
///
/// [`Error::Invalid`] for a name that is empty, longer than 191 characters or another category's, whatever the
/// capitals.
#[crate::use_case]
pub async fn create_category(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    name: String,
    color: Option<String>,
) -> Result<CategoryId> {
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            require_free(change.conn(), project, &name, CategoryId::default()).await?;
            let category = insert(change.conn(), project, &name, color.as_deref()).await?;
            let created = load(change.conn(), category).await?;
            event::created(change, &created).await?;
            Ok(category)
        })
    })
    .await
}

/// What a category is.
#[derive(Clone, Debug, Default)]
pub struct CategoryFields {
    /// 1 to 191 characters, no other category's of the project, whatever the capitals.
    pub name: String,
    /// The colour of tasks to come; none takes the old one away.
    pub color: Option<String>,
    /// Markdown; `None` keeps the old one.
    pub description: Option<String>,
}

/// Changes a category.
///
/// # Errors
///
/// As [`create_category`].
#[crate::use_case]
pub async fn update_category(
    app: &App,
    actor: &Actor,
    category: CategoryId,
    fields: CategoryFields,
) -> Result<()> {
    const UPDATE: &str = "UPDATE categories SET name = $1, color_id = $2, \
        description = COALESCE($3, description) WHERE id = $4";
    app.change(actor, category, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let CategoryFields { name, color, description } = fields;
            let before = load(change.conn(), category).await?;
            require_free(change.conn(), change.project(), &name, category).await?;
            change.conn().execute(UPDATE, params![name, color, description, category.get()]).await?;
            let after = load(change.conn(), category).await?;
            event::updated(change, &before, &after).await
        })
    })
    .await
}

/// Removes a category. Its tasks have none then; their dates stay.
#[crate::use_case]
pub async fn remove_category(app: &App, actor: &Actor, category: CategoryId) -> Result<()> {
    // The second condition lets the databases use the index, which leaves out tasks without a category.
    const CLEAR: &str = "UPDATE tasks SET category_id = 0 WHERE category_id = $1 AND category_id > 0";
    const REMOVE: &str = "DELETE FROM categories WHERE id = $1";
    app.change(actor, category, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let before = load(change.conn(), category).await?;
            for remove in [CLEAR, REMOVE] {
                change.conn().execute(remove, params![category.get()]).await?;
            }
            event::removed(change, &before).await
        })
    })
    .await
}

/// Adds a category whose name was looked at, inside a transaction that holds the project's lock.
pub(crate) async fn insert(
    conn: &Conn,
    project: ProjectId,
    name: &str,
    color: Option<&str>,
) -> Result<CategoryId> {
    const INSERT: &str =
        "INSERT INTO categories (project_id, name, color_id) VALUES ($1, $2, $3) RETURNING id";
    let (id,) = conn.one::<(i64,)>(INSERT, params![project.get(), name, color]).await?.unwrap_or_default();
    Ok(id.into())
}

/// Refuses a name that cannot be, or that another category than `except` has.
async fn require_free(conn: &Conn, project: ProjectId, name: &str, except: CategoryId) -> Result<()> {
    let is_taken = |names: Vec<super::Category>| {
        names.iter().any(|known| known.id != except && known.name.eq_ignore_ascii_case(name))
    };
    let fault = match name {
        "" => Fault::Missing("name"),
        name if !text::fits(name, text::NAME) => Fault::TooLong("name", text::NAME),
        _ if is_taken(list(conn, project).await?) => Fault::Taken("name"),
        _ => return Ok(()),
    };
    Err(Error::Invalid(fault))
}
