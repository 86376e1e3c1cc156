//! The labels of links, for all projects. Administrators of the application change them.

use kanso_db::{Conn, params};
use kanso_domain::{LinkId, Permission};

use super::Label;
use crate::change::Change;
use crate::{Actor, App, Error, Fault, Kind, Result};

/// All labels by id.
#[crate::use_case]
pub async fn list_labels(app: &App, actor: &Actor) -> Result<Vec<Label>> {
    actor.require(Permission::Administrate)?;
    list_offered_labels(app).await
}

/// All labels by id, for whoever links tasks: they are the same everywhere and hold nothing of any project.
#[crate::use_case]
pub async fn list_offered_labels(app: &App) -> Result<Vec<Label>> {
    let list = format!("SELECT {} FROM links ORDER BY id", Label::COLUMNS);
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, &[]).await?) })).await
}

/// The label.
#[crate::use_case]
pub async fn find_label(app: &App, actor: &Actor, label: LinkId) -> Result<Label> {
    actor.require(Permission::Administrate)?;
    app.read(move |conn| Box::pin(async move { load(conn, label).await })).await
}

/// The label that reads exactly so.
#[crate::use_case]
pub async fn find_label_by_name(app: &App, actor: &Actor, name: String) -> Result<Label> {
    actor.require(Permission::Administrate)?;
    let find = format!("SELECT {} FROM links WHERE label = $1", Label::COLUMNS);
    app.read(move |conn| {
        Box::pin(async move { conn.one(&find, params![name]).await?.ok_or(Error::NotFound(Kind::Label)) })
    })
    .await
}

/// Adds a label, and with it the one that links have from the other side; an empty one means that it reads the
/// same from there.
///
/// # Errors
///
/// [`Error::Invalid`] for a label that is empty or taken, or two that are equal.
#[crate::use_case]
pub async fn create_label(app: &App, actor: &Actor, name: String, opposite: String) -> Result<LinkId> {
    const JOIN: &str = "UPDATE links SET opposite_id = $1 WHERE id = $2";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            require_some(&name)?;
            let label = insert(change, &name, LinkId::default()).await?;
            if !opposite.is_empty() {
                // Equal labels end here too: the first one has the name.
                let opposite = insert(change, &opposite, label).await?;
                change.conn().execute(JOIN, params![opposite.get(), label.get()]).await?;
            }
            Ok(label)
        })
    })
    .await
}

/// Gives a label another name and another opposite, 0 for none. The opposite is neither asked for nor changed.
///
/// # Errors
///
/// [`Error::Invalid`] for a name that is empty or that another label has.
#[crate::use_case]
pub async fn update_label(
    app: &App,
    actor: &Actor,
    label: LinkId,
    opposite: LinkId,
    name: String,
) -> Result<()> {
    const TAKEN: &str = "SELECT id FROM links WHERE label = $1 AND id <> $2";
    const UPDATE: &str = "UPDATE links SET label = $1, opposite_id = $2 WHERE id = $3";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            require_some(&name)?;
            if change.conn().one::<(i64,)>(TAKEN, params![&name, label.get()]).await?.is_some() {
                return Err(Error::Invalid(Fault::Taken("label")));
            }
            let values = params![name, opposite.get(), label.get()];
            let updated = change.conn().execute(UPDATE, values).await?;
            (updated == 1).then_some(()).ok_or(Error::NotFound(Kind::Label))
        })
    })
    .await
}

/// Deletes a label with the links that have it. Labels whose opposite it was have none then.
#[crate::use_case]
pub async fn remove_label(app: &App, actor: &Actor, label: LinkId) -> Result<()> {
    const REMOVE: &str = "DELETE FROM links WHERE id = $1";
    const LEAVE: &str = "UPDATE links SET opposite_id = 0 WHERE opposite_id = $1";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let removed = change.conn().execute(REMOVE, params![label.get()]).await?;
            change.conn().execute(LEAVE, params![label.get()]).await?;
            (removed == 1).then_some(()).ok_or(Error::NotFound(Kind::Label))
        })
    })
    .await
}

/// The label that a link is to have.
pub(super) async fn require(conn: &Conn, label: LinkId) -> Result<Label> {
    load(conn, label).await.map_err(|error| error.unknown("label"))
}

async fn load(conn: &Conn, label: LinkId) -> Result<Label> {
    let find = format!("SELECT {} FROM links WHERE id = $1", Label::COLUMNS);
    conn.one(&find, params![label.get()]).await?.ok_or(Error::NotFound(Kind::Label))
}

async fn insert(change: &Change<'_>, name: &str, opposite: LinkId) -> Result<LinkId> {
    const INSERT: &str = "INSERT INTO links (label, opposite_id) VALUES ($1, $2) RETURNING id";
    let inserted = change.conn().one::<(i64,)>(INSERT, params![name, opposite.get()]).await;
    let (id,) = inserted.map_err(|error| Error::from(error).taken("label"))?.unwrap_or_default();
    Ok(id.into())
}

fn require_some(name: &str) -> Result<()> {
    (!name.is_empty()).then_some(()).ok_or(Error::Invalid(Fault::Missing("label")))
}
