//! The contents of files: that each is there that a row names, and what is there that none names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use kanso_db::Shape;

use super::{About, Finding};
use crate::backup::contents_named;
use crate::{App, Result, disk};

/// How many are told one by one.
const TOLD: usize = 5;
/// What was stored less long ago may get its row yet, in seconds.
const FRESH: i64 = 3600;
/// So much should be free at least, in bytes.
const ROOM: u64 = 512 * 1024 * 1024;

pub(super) async fn examine(app: &App, shape: Shape) -> Result<Vec<Finding>> {
    const SIZES: &str =
        "SELECT DISTINCT path, size FROM task_has_files UNION SELECT path, size FROM project_has_files";
    const STRAYS: &str = "SELECT path FROM stray_files";
    let (sizes, named, strays) = app
        .read(move |conn| {
            Box::pin(async move {
                let sizes = conn.all::<(String, i64)>(SIZES, &[]).await?;
                let strays = conn.all::<(String,)>(STRAYS, &[]).await?;
                Ok((sizes, contents_named(conn, &shape).await?, strays))
            })
        })
        .await?;
    let mut found = Vec::new();
    found.extend(missing(app, &named).await?);
    found.extend(of_other_size(app, &sizes).await?);
    let known: BTreeSet<String> = named.into_iter().chain(strays.into_iter().map(|(path,)| path)).collect();
    found.extend(unnamed(app, &known));
    found.extend(room(app));
    Ok(found)
}

async fn missing(app: &App, named: &BTreeSet<String>) -> Result<Option<Finding>> {
    let mut gone = Vec::new();
    for path in named {
        if app.files().size(path).await?.is_none() {
            gone.push(path.as_str());
        }
    }
    Ok(told(&gone).map(|told| {
        Finding::fault(
            About::Files,
            format!("the content of {told} is not there"),
            "put it back from a backup; else remove the file from its task or project",
        )
    }))
}

async fn of_other_size(app: &App, sizes: &[(String, i64)]) -> Result<Option<Finding>> {
    let mut other = Vec::new();
    for (path, size) in sizes {
        let stored = app.files().size(path).await?;
        if stored.is_some_and(|stored| i64::try_from(stored) != Ok(*size)) {
            other.push(path.as_str());
        }
    }
    Ok(told(&other).map(|told| {
        Finding::fault(
            About::Files,
            format!("the content of {told} has another size than it had when it was stored"),
            "put it back from a backup",
        )
    }))
}

/// How many there are, and which the first ones are.
fn told(paths: &[&str]) -> Option<String> {
    let first = paths.iter().take(TOLD).copied().collect::<Vec<_>>().join(", ");
    let more = if paths.len() > TOLD { ", …" } else { "" };
    (!paths.is_empty()).then(|| format!("{} files ({first}{more})", paths.len()))
}

fn unnamed(app: &App, known: &BTreeSet<String>) -> Option<Finding> {
    let (root, now) = (app.files().folder(), app.clock().now());
    let (mut count, mut bytes) = (0_u64, 0_u64);
    for path in walk(root) {
        let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        let name = name.strip_prefix("thumbnails/").unwrap_or(&name);
        let Ok(stored) = path.metadata() else { continue };
        let at = stored.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let at = at.and_then(|at| i64::try_from(at.as_secs()).ok()).unwrap_or_default();
        if !known.contains(name) && at < now - FRESH {
            count += 1;
            bytes += stored.len();
        }
    }
    (count > 0).then(|| {
        Finding::advice(
            About::Files,
            format!("{count} contents are in {} that nobody names, {bytes} bytes", root.display()),
            "a crash or a restore left them, and they do no harm; where room is short, write a backup and restore it into an \
             empty data folder, which leaves them behind",
        )
    })
}

/// All files below a folder.
fn walk(folder: &Path) -> Vec<PathBuf> {
    let (mut open, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(entry.path()),
                Ok(kind) if kind.is_file() => found.push(entry.path()),
                _ => {}
            }
        }
    }
    found
}

fn room(app: &App) -> Option<Finding> {
    let folder = app.files().folder();
    let free = disk::free(folder).filter(|free| *free < ROOM)?;
    Some(Finding::fault(
        About::Space,
        format!("{} MB are free where {} is", free / 1_000_000, folder.display()),
        "make room, before nothing can be written any more",
    ))
}
