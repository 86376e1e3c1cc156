//! Looking through an archive before anything is made of it.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use kanso_domain::Permission;
use serde_json::Value;

use super::preview::{self, Preview};
use super::read::{Head, Names, Piece, Reader, Row};
use super::shape::{Kind, Part};
use super::unpack::{damaged, fault};
use super::{ArchiveFault, ArchiveSource};
use crate::{Actor, App, Result, random};

/// Tells what an archive holds, and what of it can be taken, for who may create projects for teams.
///
/// # Errors
///
/// [`Fault::Archive`](crate::Fault::Archive) with what is wrong with it.
#[crate::use_case]
pub async fn check_archive(app: &App, actor: &Actor, source: &ArchiveSource) -> Result<Preview> {
    actor.require(Permission::CreateTeamProject)?;
    let checked = look(source, None).await?;
    let actor = actor.clone();
    app.read(move |conn| Box::pin(async move { Ok(preview::of(conn, &actor, &checked).await?.0) })).await
}

/// What is in an archive.
pub(super) struct Checked {
    pub(super) head: Head,
    pub(super) names: Names,
    /// How many rows of each table.
    pub(super) counts: BTreeMap<&'static str, i64>,
    /// The tags of all projects that tasks have.
    pub(super) tags: BTreeSet<String>,
    pub(super) groups: BTreeSet<String>,
    pub(super) identifier: Option<String>,
    pub(super) email: Option<String>,
    /// The files that rows name, by the number of their content: what they are called, and their size.
    files: BTreeMap<i64, (String, i64)>,
    /// Where contents were put, by their number.
    pub(super) paths: BTreeMap<i64, String>,
}

/// Looks through all of it. Contents are put into the store of `keep`, if there is one: what becomes of them then is
/// the caller's, also after an error.
pub(super) async fn look(source: &ArchiveSource, keep: Option<(&App, &mut Vec<String>)>) -> Result<Checked> {
    let mut reader = Reader::open(source)?;
    let mut checked = Checked {
        head: reader.head.clone(),
        names: Names::default(),
        counts: BTreeMap::new(),
        tags: BTreeSet::new(),
        groups: BTreeSet::new(),
        identifier: None,
        email: None,
        files: BTreeMap::new(),
        paths: BTreeMap::new(),
    };
    let mut keep = keep;
    let mut found = BTreeSet::new();
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Rows(part, rows) => {
                for row in &rows {
                    checked.note(part, row)?;
                }
            }
            Piece::Names(names) => checked.names = names,
            Piece::Content(number, content) => {
                let (name, size) =
                    checked.files.get(&number).ok_or_else(|| damaged(format!("files/{number}")))?;
                if i64::try_from(content.len()) != Ok(*size) {
                    return Err(damaged(name.clone()));
                }
                found.insert(number);
                if let Some((app, kept)) = keep.as_mut() {
                    let path = format!("archives/{}", random::hex(20));
                    kept.push(path.clone());
                    app.files().write(&path, Bytes::from(content)).await?;
                    checked.paths.insert(number, path);
                }
            }
        }
    }
    for (number, (name, _)) in &checked.files {
        if !found.contains(number) && !checked.names.lost.contains(number) {
            return Err(fault(ArchiveFault::MissingContent(name.clone())));
        }
    }
    if checked.counts.get("projects") != Some(&1) {
        return Err(fault(ArchiveFault::NoArchive));
    }
    Ok(checked)
}

impl Checked {
    fn note(&mut self, part: &'static Part, row: &Row) -> Result<()> {
        *self.counts.entry(part.table).or_default() += 1;
        let known = |name: &str| name == "number" || part.columns.iter().any(|(column, _)| *column == name);
        if let Some(name) = row.keys().find(|name| !known(name)) {
            return Err(damaged(format!("{}.{name}", part.table)));
        }
        for (name, kind) in part.columns {
            let value = row.get(*name).unwrap_or(&Value::Null);
            match (kind, value) {
                (Kind::Tag, Value::String(tag)) => drop(self.tags.insert(tag.clone())),
                (Kind::Group, Value::String(group)) => drop(self.groups.insert(group.clone())),
                (Kind::Content, Value::Number(number)) => {
                    self.note_file(number.as_i64().unwrap_or_default(), row)?
                }
                _ => {}
            }
        }
        if part.table == "projects" {
            let text = |name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
            (self.identifier, self.email) = (text("identifier"), text("email"));
        }
        Ok(())
    }

    fn note_file(&mut self, number: i64, row: &Row) -> Result<()> {
        let name = row.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        let size = row.get("size").and_then(Value::as_i64).unwrap_or_default();
        match self.files.insert(number, (name.clone(), size)) {
            // Copies share their content.
            Some((_, before)) if before != size => Err(damaged(name)),
            _ => Ok(()),
        }
    }
}
