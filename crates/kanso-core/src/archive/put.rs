//! Making a project of an archive, all of it or nothing.

use kanso_db::{Conn, Param, params};
use kanso_domain::{Permission, ProjectId, ProjectRole, UserId};
use serde_json::Value;

use super::check::{Checked, look};
use super::inward::Inward;
use super::preview::{self, Preview};
use super::read::{Piece, Reader, Row};
use super::shape::{EVENTS, Kind, Part};
use super::unpack::damaged;
use super::{ArchiveSource, settle};
use crate::change::Change;
use crate::{Actor, App, Error, Result, event};

/// Makes a project of an archive, for who may create projects for teams; a person becomes its manager. Answers what
/// was left out, too.
///
/// Its history is that of the archive: nobody is told of it again, and no automatic action follows from it.
///
/// # Errors
///
/// [`Fault::Archive`](crate::Fault::Archive) with what is wrong with it. Then nothing is there that was not before.
#[crate::use_case]
pub async fn import_archive(
    app: &App,
    actor: &Actor,
    source: &ArchiveSource,
) -> Result<(ProjectId, Preview)> {
    actor.require(Permission::CreateTeamProject)?;
    let mut kept = Vec::new();
    let done = match look(source, Some((app, &mut kept))).await {
        Ok(checked) => put(app, actor, source.clone(), checked).await,
        Err(error) => Err(error),
    };
    // After a failure that leaves open whether the rows are there, the contents stay.
    let is_undone = !matches!(done, Ok(_) | Err(Error::Database(_)));
    if is_undone {
        for path in kept {
            if let Err(error) = app.files().remove(&path).await {
                tracing::warn!(%error, "content of an archive that was refused stays");
            }
        }
    }
    done
}

async fn put(
    app: &App,
    actor: &Actor,
    source: ArchiveSource,
    checked: Checked,
) -> Result<(ProjectId, Preview)> {
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let (preview, found) = preview::of(conn, change.actor(), &checked).await?;
            let mut inward = Inward::new(checked, found);
            let mut reader = Reader::open(&source)?;
            let mut is_announced = false;
            while let Some(piece) = reader.next()? {
                let Piece::Rows(part, rows) = piece else { break };
                for row in rows {
                    put_row(change, &mut inward, part, row, &mut is_announced).await?;
                }
                if part.table == "projects" {
                    settle::labels(change, &mut inward).await?;
                }
            }
            let project = ProjectId::from(inward.project);
            settle::finish(change, &inward).await?;
            if let Actor::User(user) = change.actor() {
                let user = user.id;
                lead(conn, project, user).await?;
            }
            change.ring(project);
            Ok((project, preview))
        })
    })
    .await
}

async fn put_row(
    change: &mut Change<'_>,
    inward: &mut Inward,
    part: &'static Part,
    mut row: Row,
    is_announced: &mut bool,
) -> Result<()> {
    let conn = change.conn();
    let number = row.get("number").and_then(Value::as_i64).unwrap_or_default();
    if part.key.is_some() && number <= 0 {
        return Err(damaged(format!("{}.number", part.table)));
    }
    if part.table == EVENTS {
        remember_subject(&mut row);
    }
    let later = later(part, &row);
    if part.table == "task_has_tags" {
        settle::tags(conn, inward).await?;
    }
    let Some(values) = inward.values(part, &mut row)? else { return Ok(()) };
    let id = insert(conn, part, &values, is_announced).await;
    let id = id.map_err(|error| refused(error, part, number))?;
    if part.key.is_none() {
        return Ok(());
    }
    if inward.id(part.table, number).is_some() {
        return Err(damaged(format!("{} {number}", part.table)));
    }
    inward.learn(part, number, id);
    for (column, to) in later {
        inward.later.push((part.table, id, column, to));
    }
    if part.table == "projects" {
        inward.project = id;
    }
    Ok(())
}

/// What the database does not take cannot be meant so. That it is out of reach or too busy is another thing.
fn refused(error: Error, part: &Part, number: i64) -> Error {
    let Error::Database(reason) = error else { return error };
    tracing::info!(%reason, table = part.table, number, "a row of an archive is refused");
    damaged(format!("{} {number}", part.table))
}

/// Rows of the same table that this one names and that may come after it.
fn later(part: &Part, row: &Row) -> Vec<(&'static str, i64)> {
    let own = part.columns.iter().filter(|(_, kind)| *kind == Kind::May(part.table) && part.table != EVENTS);
    own.filter_map(|(name, _)| Some((*name, row.get(*name)?.as_i64().filter(|number| *number > 0)?)))
        .collect()
}

/// What an event is about decides what the ids in its snapshot stand for.
fn remember_subject(row: &mut Row) {
    let subject = row.get("event").and_then(|event| event.get("subject")).cloned().unwrap_or(Value::Null);
    row.insert("subject".to_owned(), subject);
}

async fn insert(conn: &Conn, part: &Part, values: &[Param<'_>], is_announced: &mut bool) -> Result<i64> {
    if part.table == EVENTS {
        return Ok(event::insert(conn, is_announced, values).await?.get());
    }
    let names: Vec<&str> = part.columns.iter().map(|(name, _)| *name).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("${place}")).collect();
    let mut insert =
        format!("INSERT INTO {} ({}) VALUES ({})", part.table, names.join(", "), places.join(", "));
    match part.key {
        Some(key) => {
            insert = format!("{insert} RETURNING {key}");
            Ok(conn.one::<(i64,)>(&insert, values).await?.unwrap_or_default().0)
        }
        None => {
            conn.execute(&insert, values).await?;
            Ok(0)
        }
    }
}

/// Who puts a project in manages it.
async fn lead(conn: &Conn, project: ProjectId, user: UserId) -> Result<()> {
    const LEAD: &str = "INSERT INTO project_has_users (project_id, user_id, role) VALUES ($1, $2, $3) \
        ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role";
    conn.execute(LEAD, params![project.get(), user.get(), ProjectRole::Manager.as_str()]).await?;
    Ok(())
}
