//! Going through Kanboard's tables once, and handing over what comes along.

mod actions;
mod days;
mod event;
mod history;
mod parts;
mod settings;
mod told;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use kanso_core::import::{Batch, Source};
use rusqlite::types::Value;

use crate::map::{Context, PARTS};
use crate::report::Report;
use crate::source::{Opened, quoted};
use days::Days;
use history::History;
use parts::readable;

/// So many rows are in memory at once.
const ROWS: usize = 1_000;

/// Told now and then: the table that is read, how many rows are read, and how many there are in all.
pub type Progress = Arc<dyn Fn(&str, u64, u64) + Send + Sync>;

/// What the rows alone do not say.
#[derive(Clone, Default)]
pub struct Options {
    /// The folder with the contents of files, Kanboard's `data/files`.
    pub files: Option<PathBuf>,
    /// The time, in Unix seconds.
    pub now: i64,
    /// Who is told how far it is.
    pub progress: Option<Progress>,
}

/// Reads Kanboard's rows, in the order in which they name each other.
pub struct Reader {
    opened: Opened,
    options: Options,
    context: Context,
    report: Report,
    steps: VecDeque<Step>,
    /// What the settings say: days begin at other times elsewhere.
    zone: jiff::tz::TimeZone,
    history: History,
    days: Days,
    total: u64,
    done: u64,
}

/// What was found in a database.
pub struct Looked {
    pub report: Report,
    /// The paths of contents of files that rows name, each once.
    pub contents: Vec<String>,
    /// The database, as it was when it was looked at.
    pub opened: Opened,
}

/// What is read next.
#[derive(Clone, Copy)]
enum Step {
    Settings,
    /// Rows of a part after this number.
    Part(usize, i64),
    Actions,
    /// Kanboard's log after this number.
    History(i64),
    /// Moves of which the log does not tell, from this one on.
    Moves,
    Days,
}

impl Reader {
    /// Begins at the first table.
    ///
    /// # Errors
    ///
    /// When the database cannot be read.
    pub fn new(opened: Opened, options: Options) -> Result<Self, String> {
        let mut steps = VecDeque::from([Step::Settings]);
        steps.extend((0..PARTS.len()).map(|part| Step::Part(part, 0)));
        steps.extend([Step::Actions, Step::History(0), Step::Moves, Step::Days]);
        let mut reader = Self {
            context: Context { files: options.files.clone(), now: options.now, ..Context::default() },
            report: Report { passed_over: opened.passed_over(), ..Report::default() },
            opened,
            options,
            steps,
            zone: jiff::tz::TimeZone::UTC,
            history: History::default(),
            days: Days::default(),
            total: 0,
            done: 0,
        };
        for (table, _) in &reader.opened.shape {
            let count = format!("SELECT COUNT(*) FROM {}", quoted(table));
            let rows = reader.opened.conn.query_row(&count, [], |row| row.get::<_, i64>(0)).map_err(told)?;
            reader.total += u64::try_from(rows).unwrap_or_default();
        }
        Ok(reader)
    }

    /// Reads all, and tells what would come along; nothing is stored.
    ///
    /// # Errors
    ///
    /// When the database cannot be read to its end.
    pub fn look(mut self) -> Result<Looked, String> {
        while self.next()?.is_some() {}
        let mut contents: Vec<String> = self.context.contents.into_iter().collect();
        contents.sort_unstable();
        Ok(Looked { report: self.report, contents, opened: self.opened })
    }

    /// All rows of a statement, for tables that are small.
    fn rows(&self, select: &str) -> Result<Vec<Vec<Value>>, String> {
        let mut statement = self.opened.conn.prepare_cached(select).map_err(told)?;
        let width = statement.column_count();
        let rows = statement
            .query_map([], |row| (0..width).map(|column| row.get_ref(column).map(readable)).collect())
            .map_err(told)?;
        rows.collect::<rusqlite::Result<_>>().map_err(told)
    }

    fn tell(&mut self, table: &str, rows: usize) {
        self.done += rows as u64;
        if let Some(progress) = &self.options.progress {
            progress(table, self.done, self.total);
        }
    }

    fn step(&mut self, step: Step) -> Result<Option<Batch>, String> {
        match step {
            Step::Settings => self.settings().map(Some),
            Step::Part(part, after) => self.part(part, after),
            Step::Actions => self.actions().map(Some),
            Step::History(after) => self.history(after),
            Step::Moves => self.moves(),
            Step::Days => self.days(),
        }
    }
}

impl Source for Reader {
    fn next(&mut self) -> Result<Option<Batch>, String> {
        while let Some(step) = self.steps.pop_front() {
            match self.step(step)? {
                Some(batch) if !batch.rows.is_empty() => return Ok(Some(batch)),
                _ => (),
            }
        }
        Ok(None)
    }
}

/// The table that a batch goes into.
fn batch(table: &str, rows: Vec<Vec<kanso_core::import::Cell>>) -> Result<Batch, String> {
    let table = kanso_core::import::table(table).ok_or_else(|| format!("there is no table {table}"))?;
    Ok(Batch { table, rows })
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed over by map_err")]
fn told(error: rusqlite::Error) -> String {
    error.to_string()
}
