//! Texts that a project keeps ready to begin the description of a task with.

use kanso_db::{params, row};
use kanso_domain::{DescriptionId, Permission, ProjectId, text};

use crate::{Actor, App, Error, Fault, Kind, Result};

row! {
    /// A text that a project keeps ready.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Description {
        pub id: DescriptionId as i64,
        /// What it is chosen by.
        pub title: String,
        /// Markdown.
        pub description: String,
    }
}

/// The texts of a project by title, for everybody who sees it.
#[crate::use_case]
pub async fn list_descriptions(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Description>> {
    let list =
        format!("SELECT {} FROM predefined_task_descriptions WHERE project_id = $1", Description::COLUMNS);
    let mut texts: Vec<Description> = app
        .read_in(actor, project, Permission::ViewProject, move |conn, project| {
            Box::pin(async move { Ok(conn.all(&list, params![project.get()]).await?) })
        })
        .await?;
    // Sorted here: the databases' collations differ.
    texts.sort_by_cached_key(|text| (text.title.to_lowercase(), text.id));
    Ok(texts)
}

/// Keeps a text ready.
///
/// # Errors
///
/// [`Error::Invalid`] for a title or text that is empty, or a title of more than 191 characters.
#[crate::use_case]
pub async fn add_description(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    title: String,
    description: String,
) -> Result<DescriptionId> {
    const INSERT: &str = "INSERT INTO predefined_task_descriptions (project_id, title, description) \
        VALUES ($1, $2, $3) RETURNING id";
    check(&title, &description)?;
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let values = params![project.get(), title, description];
            let (id,) = change.conn().one::<(i64,)>(INSERT, values).await?.unwrap_or_default();
            Ok(id.into())
        })
    })
    .await
}

/// Changes a text that is kept ready. Tasks that began with it stay as they are.
///
/// # Errors
///
/// As [`add_description`]; [`Kind::Description`] when the project has no such text.
#[crate::use_case]
pub async fn update_description(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    id: DescriptionId,
    title: String,
    description: String,
) -> Result<()> {
    const UPDATE: &str = "UPDATE predefined_task_descriptions SET title = $1, description = $2 \
        WHERE id = $3 AND project_id = $4";
    check(&title, &description)?;
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let values = params![title, description, id.get(), project.get()];
            let updated = change.conn().execute(UPDATE, values).await?;
            (updated == 1).then_some(()).ok_or(Error::NotFound(Kind::Description))
        })
    })
    .await
}

/// Keeps a text no longer.
#[crate::use_case]
pub async fn remove_description(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    id: DescriptionId,
) -> Result<()> {
    const REMOVE: &str = "DELETE FROM predefined_task_descriptions WHERE id = $1 AND project_id = $2";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let removed = change.conn().execute(REMOVE, params![id.get(), project.get()]).await?;
            (removed == 1).then_some(()).ok_or(Error::NotFound(Kind::Description))
        })
    })
    .await
}

fn check(title: &str, description: &str) -> Result<()> {
    let fault = if title.is_empty() {
        Fault::Missing("title")
    } else if !text::fits(title, text::NAME) {
        Fault::TooLong("title", text::NAME)
    } else if description.is_empty() {
        Fault::Missing("description")
    } else {
        return Ok(());
    };
    Err(Error::Invalid(fault))
}
