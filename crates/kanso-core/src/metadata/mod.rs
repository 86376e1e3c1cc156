//! What other programs keep with tasks and projects: texts by name.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId, TaskId, text};

use crate::{Actor, App, Error, Fault, Result, Scope};

/// What metadata is kept with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A task.
    Task(TaskId),
    /// A project.
    Project(ProjectId),
}

/// All that is kept with a task or a project, by name.
#[crate::use_case]
pub async fn list_metadata(app: &App, actor: &Actor, owner: Owner) -> Result<Vec<(String, Option<String>)>> {
    let (table, column) = owner.place();
    let list = format!("SELECT name, value FROM {table} WHERE {column} = $1");
    let mut entries: Vec<(String, Option<String>)> = app
        .read_in(actor, owner.scope(), Permission::ViewProject, move |conn, _| {
            Box::pin(async move { Ok(conn.all(&list, params![owner.id()]).await?) })
        })
        .await?;
    // Sorted here: the databases' collations differ.
    entries.sort();
    Ok(entries)
}

/// The value of a name; `None` when there is none.
#[crate::use_case]
pub async fn find_metadata(app: &App, actor: &Actor, owner: Owner, name: String) -> Result<Option<String>> {
    let (table, column) = owner.place();
    let find = format!("SELECT value FROM {table} WHERE {column} = $1 AND name = $2");
    app.read_in(actor, owner.scope(), Permission::ViewProject, move |conn, _| {
        Box::pin(async move {
            let found = conn.one::<(Option<String>,)>(&find, params![owner.id(), name]).await?;
            Ok(found.and_then(|(value,)| value))
        })
    })
    .await
}

/// Keeps these values; names that are not among them keep theirs. No event is recorded and no date changes.
///
/// # Errors
///
/// [`Fault::TooLong`] for a name of more than 191 characters; nothing is kept then.
#[crate::use_case]
pub async fn save_metadata(
    app: &App,
    actor: &Actor,
    owner: Owner,
    values: Vec<(String, Option<String>)>,
) -> Result<()> {
    let (table, column) = owner.place();
    let save = format!(
        "INSERT INTO {table} ({column}, name, value, changed_by, changed_on) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT ({column}, name) DO UPDATE SET value = excluded.value, \
         changed_by = excluded.changed_by, changed_on = excluded.changed_on"
    );
    app.change(actor, owner.scope(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            if values.iter().any(|(name, _)| !text::fits(name, text::NAME)) {
                return Err(Error::Invalid(Fault::TooLong("name", text::NAME)));
            }
            let (by, on) = (change.actor().user_id().get(), change.now());
            for (name, value) in &values {
                let row = params![owner.id(), name, value.as_deref(), by, on];
                change.conn().execute(&save, row).await?;
            }
            Ok(())
        })
    })
    .await
}

/// Forgets the value of a name; answers whether there was one.
#[crate::use_case]
pub async fn remove_metadata(app: &App, actor: &Actor, owner: Owner, name: String) -> Result<bool> {
    let (table, column) = owner.place();
    let remove = format!("DELETE FROM {table} WHERE {column} = $1 AND name = $2");
    app.change(actor, owner.scope(), Permission::WorkInProject, move |change| {
        Box::pin(async move { Ok(change.conn().execute(&remove, params![owner.id(), name]).await? > 0) })
    })
    .await
}

impl Owner {
    fn id(self) -> i64 {
        match self {
            Self::Task(task) => task.get(),
            Self::Project(project) => project.get(),
        }
    }

    fn scope(self) -> Scope {
        match self {
            Self::Task(task) => task.into(),
            Self::Project(project) => project.into(),
        }
    }

    /// The table, and its column that holds the id.
    fn place(self) -> (&'static str, &'static str) {
        match self {
            Self::Task(_) => ("task_has_metadata", "task_id"),
            Self::Project(_) => ("project_has_metadata", "project_id"),
        }
    }
}
