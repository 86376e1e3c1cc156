//! `kanso import trello`.

use anyhow::Context;
use kanso_core::archive::{ArchiveSource, Left, check_archive, import_archive};
use kanso_core::{Actor, App, Error, Fault};
use kanso_import::from_trello;

use crate::archives::words;
use crate::cli::TrelloOptions;
use crate::say;

/// What is counted of an archive, and what it is called.
const COUNTED: [(&str, &str); 8] = [
    ("columns", "columns"),
    ("tags", "tags"),
    ("project_has_users", "members"),
    ("tasks", "tasks"),
    ("subtasks", "subtasks"),
    ("comments", "comments"),
    ("task_has_external_links", "links"),
    ("task_has_metadata", "custom fields"),
];

/// Makes a project of a board, all of it or nothing, and answers its id; a dry run only tells what it would hold.
pub(crate) async fn carry_out(app: &App, options: &TrelloOptions) -> anyhow::Result<()> {
    let done = import(app, options).await;
    app.close().await;
    done
}

async fn import(app: &App, options: &TrelloOptions) -> anyhow::Result<()> {
    let path = options.file.display();
    let json = std::fs::read(&options.file).with_context(|| format!("cannot read {path}"))?;
    let people = options.person.iter().cloned().collect();
    let board = from_trello(&json, &people).map_err(|fault| anyhow::anyhow!("{path}: {fault}"))?;
    let source = ArchiveSource::Bytes(board.archive.into());
    let looked = check_archive(app, &Actor::Application, &source).await;
    let preview = looked.map_err(|error| refused(error, &path.to_string()))?;
    say(&preview.name)?;
    for (table, called) in COUNTED {
        if let Some(count) = preview.counts.get(table) {
            say(&format!("  {called}: {count}"))?;
        }
    }
    for (there, here) in &preview.people {
        say(&format!("{there} is {here} here"))?;
    }
    for left in &preview.left {
        say(&told(left))?;
    }
    if board.linked_files > 0 {
        say(&format!("Files stay at Trello, and tasks link to them: {}", board.linked_files))?;
    }
    if board.missing_comments > 0 {
        let missing = board.missing_comments;
        say(&format!("Comments that are not in the file, which has only the latest of a board: {missing}"))?;
    }
    if options.dry_run {
        return say("Nothing was changed.");
    }
    match import_archive(app, &Actor::Application, &source).await {
        Ok((project, _)) => say(&format!("It is project {project}.")),
        Err(error) => Err(refused(error, &path.to_string())),
    }
}

fn told(left: &Left) -> String {
    let how =
        if matches!(left, Left::Person(_)) { " (--person NAME=USERNAME says who they are)" } else { "" };
    format!("{}{how}", words(left))
}

fn refused(error: Error, path: &str) -> anyhow::Error {
    if let Error::Invalid(Fault::Archive(fault)) = error {
        anyhow::anyhow!("{path}: {fault}")
    } else {
        error.into()
    }
}
