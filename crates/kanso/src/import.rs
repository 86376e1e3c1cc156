//! `kanso import`.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Context, bail};
use kanso_core::import::{Import, Imported, import};
use kanso_core::{Actor, Clock};
use kanso_import::{Looked, Opened, Options, Place, Reader, Report, open};

use crate::cli::KanboardOptions;
use crate::config::Config;
use crate::import_progress::progress;
use crate::say;
use crate::table::Table;

/// Something stays behind.
const NOT_ALL: u8 = 3;

/// Looks at all that is there, and takes it over if nobody objects. The exit code is 0 when that was done, or when a dry
/// run finds that all comes along; 3 when a dry run finds that something stays behind; else 1, and nothing was changed.
pub(crate) async fn carry_out(config: &Config, options: &KanboardOptions) -> anyhow::Result<ExitCode> {
    let place = Place::parse(&options.source);
    let opened = open(&place).await?;
    say(&format!("{} {place}, tables of version {}", place.engine(), opened.version()))?;
    let Looked { report, contents, opened } = look(opened, options)?;
    say(&format!("\n{report}\nContents of files: {}", contents.len()))?;
    require_files(options, &report)?;
    if options.dry_run {
        say("Nothing was changed.")?;
        return Ok(if report.left() == 0 { ExitCode::SUCCESS } else { ExitCode::from(NOT_ALL) });
    }
    if !options.yes && !is_sure()? {
        say("Nothing was changed.")?;
        return Ok(ExitCode::FAILURE);
    }
    let reader = read(opened, options, "importing")?;
    let files = options.files.clone().map(|folder| (folder, contents));
    let app = crate::open(config).await?;
    let done = import(&app, &Actor::Application, Import { source: Box::new(reader), files }).await;
    app.close().await;
    let imported = done.context("nothing was imported")?;
    say(&told(&imported, &report))?;
    Ok(ExitCode::SUCCESS)
}

fn look(opened: Opened, options: &KanboardOptions) -> anyhow::Result<Looked> {
    let reader = read(opened, options, "looking")?;
    reader.look().map_err(anyhow::Error::msg).context("the source cannot be read")
}

fn read(opened: Opened, options: &KanboardOptions, doing: &'static str) -> anyhow::Result<Reader> {
    let told = Some(progress(doing));
    let options = Options { files: options.files.clone(), now: Clock::system().now(), progress: told };
    Reader::new(opened, options).map_err(anyhow::Error::msg).context("the source cannot be read")
}

/// Files that nobody said anything of are not to be lost by a word that was forgotten.
fn require_files(options: &KanboardOptions, report: &Report) -> anyhow::Result<()> {
    if let Some(folder) = options.files.as_ref().filter(|folder| !folder.is_dir()) {
        bail!("{} is no folder", folder.display());
    }
    let of_files = |table: &str| table == "task_has_files" || table == "project_has_files";
    let has_files = report.tables.iter().any(|tally| of_files(tally.table) && tally.found > 0);
    if has_files && options.files.is_none() {
        bail!("tasks and projects have files: say where their contents are, --files …/data/files");
    }
    Ok(())
}

/// How many rows there were in each of Kanboard's tables, and how many there are now.
fn told(imported: &Imported, report: &Report) -> String {
    let mut table = Table::new(&["KANBOARD'S TABLE", "ROWS", "CAME ALONG", "KANSO'S TABLE", "ROWS"]);
    for tally in &report.tables {
        let here = imported.rows.get(tally.into).copied().unwrap_or_default();
        let texts =
            [tally.table, &tally.found.to_string(), &tally.taken.to_string(), tally.into, &here.to_string()];
        table.row(texts.map(str::to_owned));
    }
    let rows: u64 = imported.rows.values().sum();
    let found: u64 = report.tables.iter().map(|tally| tally.found).sum();
    format!(
        "{table}\nImported: {found} rows of Kanboard less {} that stayed behind, as told above, are {rows} rows and {} \
         contents of files here.\nStart `kanso serve`: passwords, tokens and feeds are those of Kanboard.",
        report.left(),
        imported.files
    )
}

/// Asks the person at the terminal.
fn is_sure() -> anyhow::Result<bool> {
    if std::io::stdin().is_terminal() {
        write!(std::io::stderr(), "Import this? Type yes: ")?;
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("cannot read the answer")?;
    Ok(line.trim() == "yes")
}
