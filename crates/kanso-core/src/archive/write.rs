//! Taking a project out.

use std::collections::{BTreeMap, VecDeque};

use bytes::Bytes;
use kanso_db::{Conn, Record, params};
use kanso_domain::{Permission, ProjectId};
use serde_json::{Value, json};

use super::outward::Outward;
use super::pack::Packer;
use super::shape::{PARTS, Part};
use super::{FORMAT, HEAD, NAMES, VERSION};
use crate::{Actor, App, Conflict, Error, Result};

/// How many rows an entry holds at most.
const ROWS: i64 = 500;

/// A project on its way out: its rows are written, the contents of its files follow one by one.
pub struct Exported {
    /// The name of the project.
    pub name: String,
    app: App,
    packer: Option<Packer>,
    contents: VecDeque<(i64, String)>,
}

/// Writes a project with all that belongs to it into an archive, for its managers. It stands still meanwhile, so that
/// its rows fit together.
#[crate::use_case]
pub async fn export_archive(app: &App, actor: &Actor, project: ProjectId) -> Result<Exported> {
    let written = app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move { write(change.conn(), change.project(), change.now()).await })
    });
    let Written { name, paths, mut names, mut packer } = written.await?;
    let (mut contents, mut lost) = (VecDeque::new(), Vec::new());
    for (number, path) in (1..).zip(paths) {
        if app.files().has(&path).await? {
            contents.push_back((number, path));
        } else {
            lost.push(number);
        }
    }
    names["lost"] = lost.into();
    packer.add(NAMES, &serde_json::to_vec_pretty(&names)?)?;
    Ok(Exported { name, app: app.clone(), packer: Some(packer), contents })
}

impl Exported {
    /// The next part of the file; `None` at the end.
    ///
    /// # Errors
    ///
    /// When the content of a file cannot be read: what was handed out so far is no whole archive.
    pub async fn next(&mut self) -> Result<Option<Bytes>> {
        loop {
            let Some(packer) = self.packer.as_mut() else { return Ok(None) };
            let Some((number, path)) = self.contents.pop_front() else {
                let rest = self.packer.take().map(Packer::finish).transpose()?;
                return Ok(rest.map(Bytes::from));
            };
            let content = self.app.files().read(&path).await?;
            let content = content.ok_or(Error::Conflict(Conflict::ContentMissing))?;
            packer.add(&format!("files/{number}"), &content)?;
            let part = packer.take();
            if !part.is_empty() {
                return Ok(Some(part.into()));
            }
        }
    }
}

/// What was written of a project while it stood still.
struct Written {
    name: String,
    paths: Vec<String>,
    names: Value,
    packer: Packer,
}

async fn write(conn: &Conn, project: ProjectId, now: i64) -> Result<Written> {
    const NAME: &str = "SELECT name FROM projects WHERE id = $1 AND removed_at = 0";
    let named = conn.one::<(String,)>(NAME, params![project.get()]).await?;
    let (name,) = named.ok_or(Error::NotFound(crate::Kind::Project))?;
    let mut packer = Packer::new();
    let head = json!({
        "format": FORMAT, "version": VERSION, "project": name, "exported_at": now,
        "program": concat!("kanso ", env!("CARGO_PKG_VERSION")),
    });
    packer.add(HEAD, &serde_json::to_vec_pretty(&head)?)?;
    let mut outward = Outward::of(conn, project.get()).await?;
    for part in PARTS {
        match part.key {
            Some(key) => keyed(conn, project, part, key, &mut outward, &mut packer).await?,
            None => whole(conn, project, part, &mut outward, &mut packer).await?,
        }
    }
    let names = names(conn, &outward).await?;
    Ok(Written { name, paths: outward.paths, names, packer })
}

fn columns(part: &Part) -> String {
    let columns: Vec<&str> = part.key.into_iter().chain(part.columns.iter().map(|(name, _)| *name)).collect();
    columns.join(", ")
}

/// Rows with an id, in its order.
async fn keyed(
    conn: &Conn,
    project: ProjectId,
    part: &Part,
    key: &str,
    outward: &mut Outward,
    packer: &mut Packer,
) -> Result<()> {
    let Part { table, of_project, .. } = part;
    let list = format!(
        "SELECT {} FROM {table} WHERE {of_project} AND {key} > $2 ORDER BY {key} LIMIT $3",
        columns(part)
    );
    let (mut after, mut number) = (i64::MIN, 0);
    loop {
        let records: Vec<Record> = conn.all(&list, params![project.get(), after, ROWS]).await?;
        let is_last = i64::try_from(records.len()).is_ok_and(|count| count < ROWS);
        let mut rows = Vec::with_capacity(records.len());
        for record in records {
            if let Some((_, kanso_db::Param::Int(id))) = record.0.first() {
                after = *id;
            }
            rows.extend(outward.row(part, record)?);
        }
        if !rows.is_empty() {
            number += 1;
            packer.add(&format!("rows/{table}/{number}.json"), &serde_json::to_vec(&rows)?)?;
        }
        if is_last {
            return Ok(());
        }
    }
}

/// Rows without an id, in an order of their own, which is the same wherever they are written.
async fn whole(
    conn: &Conn,
    project: ProjectId,
    part: &Part,
    outward: &mut Outward,
    packer: &mut Packer,
) -> Result<()> {
    let Part { table, of_project, .. } = part;
    let list = format!("SELECT {} FROM {table} WHERE {of_project}", columns(part));
    let mut rows = BTreeMap::new();
    for record in conn.all::<Record>(&list, params![project.get()]).await? {
        if let Some(row) = outward.row(part, record)? {
            rows.insert(row.to_string(), row);
        }
    }
    let rows: Vec<Value> = rows.into_values().collect();
    for (number, some) in (1..).zip(rows.chunks(usize::try_from(ROWS).unwrap_or(1))) {
        packer.add(&format!("rows/{table}/{number}.json"), &serde_json::to_vec(some)?)?;
    }
    Ok(())
}

/// Who and what the rows name, by which it is found elsewhere.
async fn names(conn: &Conn, outward: &Outward) -> Result<Value> {
    const USERS: &str = "SELECT username, COALESCE(name, ''), COALESCE(email, '') FROM users";
    const LABELS: &str =
        "SELECT l.label, COALESCE(o.label, '') FROM links l LEFT JOIN links o ON o.id = l.opposite_id";
    let mut people = BTreeMap::new();
    for (username, name, email) in conn.all::<(String, String, String)>(USERS, params![]).await? {
        if outward.people.contains(&username) {
            people.insert(username, json!({"name": name, "email": email}));
        }
    }
    let mut labels = BTreeMap::new();
    for (label, opposite) in conn.all::<(String, String)>(LABELS, params![]).await? {
        if outward.used_labels.contains(&label) {
            labels.insert(label, opposite);
        }
    }
    Ok(json!({"people": people, "labels": labels, "left": outward.left}))
}
