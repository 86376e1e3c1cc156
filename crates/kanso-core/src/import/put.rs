//! Storing the rows of another installation in one transaction.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kanso_db::{Conn, dialect};
use kanso_domain::Permission;

use super::shape::EVENTS;
use super::{Batch, Cell, ImportFault, Source, Table, blobs, finish, fresh};
use crate::rows::places;
use crate::{Actor, App, SecretKey, random};

/// So many values go into one statement: SQLite takes 32,766, and more at once is hardly quicker.
const VALUES: usize = 1_000;

/// How many random bytes tell an event from those of other installations.
const SALT: usize = 4;

/// Another installation, to be taken over.
pub struct Import {
    /// Its rows.
    pub source: Box<dyn Source>,
    /// The folder with the contents of its files, and the paths below it that rows name, each once.
    pub files: Option<(PathBuf, Vec<String>)>,
}

/// What is here now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many rows each table has, by its name.
    pub rows: BTreeMap<&'static str, u64>,
    /// How many contents of files were copied.
    pub files: u64,
}

/// Takes over another installation, with the ids that its rows have: all of it, or nothing. For the application alone.
///
/// Nobody is told of what comes in, and no automatic action follows from it. People, programs and feeds come in by the
/// passwords and tokens they have.
///
/// # Errors
///
/// [`ImportFault`]; the database and the store of files are as before then.
#[crate::use_case]
pub async fn import(app: &App, actor: &Actor, import: Import) -> Result<Imported, ImportFault> {
    actor.require(Permission::Administrate)?;
    // Before any content is copied.
    app.change_instance_with(actor, |change| Box::pin(async move { fresh::require(change.conn()).await }))
        .await?;
    let mut kept = Vec::new();
    let done = match &import.files {
        Some((folder, paths)) => blobs::copy(app, folder, paths, &mut kept).await,
        None => Ok(()),
    };
    let files = kept.len() as u64;
    let done = match done {
        Ok(()) => put(app, actor, import.source).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(rows) => {
            app.reload_settings().await?;
            Ok(Imported { rows, files })
        }
        Err(fault) => {
            blobs::take_back(app, &kept).await;
            Err(fault)
        }
    }
}

async fn put(
    app: &App,
    actor: &Actor,
    mut source: Box<dyn Source>,
) -> Result<BTreeMap<&'static str, u64>, ImportFault> {
    let secrets = app.secrets().clone();
    app.change_instance_with(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            fresh::require(conn).await?;
            fresh::clear(conn).await?;
            let mut given = BTreeMap::new();
            while let Some(batch) = source.next().map_err(ImportFault::Source)? {
                if batch.table.name == EVENTS && !given.contains_key(EVENTS) {
                    announce(conn).await?;
                }
                *given.entry(batch.table.name).or_default() += batch.rows.len() as u64;
                insert(conn, &secrets, batch).await?;
            }
            finish::finish(conn, &secrets, change.now_ms()).await?;
            finish::compare(conn, &given).await?;
            Ok(given)
        })
    })
    .await
}

/// Says that the log grows, to who follows it.
async fn announce(conn: &Conn) -> Result<(), ImportFault> {
    if let Some(announced) = dialect::announced(conn.kind(), EVENTS) {
        conn.execute(&format!("SELECT 1 WHERE {announced}"), &[]).await?;
    }
    Ok(())
}

async fn insert(conn: &Conn, secrets: &SecretKey, batch: Batch) -> Result<(), ImportFault> {
    let Batch { table, rows } = batch;
    let has_salt = table.name == EVENTS;
    let width = table.columns.len() + usize::from(has_salt);
    let mut values = Vec::with_capacity(rows.len() * width);
    for row in rows {
        if row.len() != table.columns.len() {
            return Err(ImportFault::Refused(table.name, format!("{} values", row.len())));
        }
        for cell in row {
            values.push(Cell::stored(cell, secrets)?);
        }
        if has_salt {
            values.push(random::hex(SALT).into());
        }
    }
    for values in values.chunks((VALUES / width).max(1) * width) {
        let done = conn.execute(&statement(table, has_salt, values.len() / width), values).await;
        done.map_err(|error| refused(table, error))?;
    }
    Ok(())
}

fn statement(table: &Table, has_salt: bool, rows: usize) -> String {
    let salt = if has_salt { ", salt" } else { "" };
    let width = table.columns.len() + usize::from(has_salt);
    let mut statement = format!("INSERT INTO {} ({}{salt}) VALUES ", table.name, table.columns.join(", "));
    statement.push_str(&places(rows, width));
    statement
}

/// What the database does not take is told with its table. That it is out of reach is another thing.
fn refused(table: &Table, error: kanso_db::Error) -> ImportFault {
    if let kanso_db::Error::Constraint { name } = error {
        return ImportFault::Refused(table.name, format!("two rows are the same in {name}"));
    }
    if let kanso_db::Error::Sql { message } = error {
        // Without the statement.
        let reason = message.split(" (in: ").next().unwrap_or_default();
        return ImportFault::Refused(table.name, reason.to_owned());
    }
    error.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_has_a_place_for_each_value() {
        let table = super::super::table("group_has_users").unwrap();
        let expected = "INSERT INTO group_has_users (group_id, user_id) VALUES ($1, $2), ($3, $4)";
        assert_eq!(statement(table, false, 2), expected);
    }
}
