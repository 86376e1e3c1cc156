//! What the columns of a board held, day by day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kanso_db::Conn;
use kanso_domain::{ColumnId, Permission, ProjectId};

use super::calendar::{Calendar, day, number};
use super::days::{Found, Progress, keep, kept, progress, titles};
use super::log::Log;
use super::now::{begin, board};
use super::walk::{Board, Counts, Walk};
use crate::{Actor, App, Error, Fault, Result, column};

/// So many days are told at once, and no more.
pub const MOST_DAYS: usize = 1_100;

/// How far back the log is followed, in days: ten years.
const REACH: i64 = 3_653;

/// Days of a board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// In the order of the board; those that are gone come last.
    pub columns: Vec<FlowColumn>,
    /// From the first to the last.
    pub days: Vec<FlowDay>,
}

/// A column that held tasks in these days, or is there now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowColumn {
    pub id: ColumnId,
    /// The last one it had.
    pub title: String,
    /// Whether it was removed since.
    pub is_gone: bool,
}

/// What the columns held at the end of a day, or hold now on the last one, in the order of the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowDay {
    pub day: Date,
    pub counts: Vec<Counts>,
}

/// What the columns of a project held at the end of each day from `from` to `until`, both included, as far as there
/// was a board. Days are those of the application's time zone; today is as it is now. For who manages the project.
///
/// # Errors
///
/// [`Fault::TooMany`] for more than [`MOST_DAYS`] days.
#[crate::use_case]
pub async fn report_flow(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    from: Date,
    until: Date,
) -> Result<Flow> {
    let (from, until) = (number(from), number(until));
    if usize::try_from(until - from).is_ok_and(|days| days >= MOST_DAYS) {
        return Err(Error::Invalid(Fault::TooMany("report-days", MOST_DAYS)));
    }
    let (zone, now) = (app.settings().timezone(), app.clock().now());
    let read = app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move { Read::of(conn, project, zone, now).await })
    });
    let Read { found, today, board, first } = read.await?;
    if let Some(found) = found {
        keep(app, project, found).await?;
    }
    app.read(move |conn| {
        Box::pin(async move {
            let first = from.max(first);
            let mut days = kept(conn, project, first, until.min(today - 1)).await?;
            // A day without tasks has no rows.
            for day in first..=until.min(today - 1) {
                days.entry(day).or_default();
            }
            if (from..=until).contains(&today) {
                days.insert(today, board);
            }
            told(conn, project, days).await
        })
    })
    .await
}

/// What a project's tables say of its days.
struct Read {
    /// What is to be kept now.
    found: Option<Found>,
    today: i64,
    /// What the columns hold now.
    board: Board,
    /// The first day there was a board.
    first: i64,
}

impl Read {
    async fn of(conn: &Conn, project: ProjectId, zone: TimeZone, now: i64) -> Result<Self> {
        let timezone = zone.iana_name().unwrap_or("UTC").to_owned();
        let mut calendar = Calendar::new(zone);
        let today = calendar.number(now);
        let known = progress(conn, project, &timezone).await?;
        if let Some(known) = known.as_ref().filter(|known| known.last_day >= today - 1) {
            return Ok(Self {
                found: None,
                today,
                board: board(conn, project).await?,
                first: known.first_day,
            });
        }
        let mut walk = Walk::new(calendar, now);
        // Before the log: what happens in between is then told twice, not missed.
        let oldest = begin(conn, project, &mut walk, today).await?;
        let after = known.as_ref().map_or(0, |known| known.event_id);
        let mut log = Log::after(conn, project, after).await?;
        let (mut oldest, mut last, mut unknown) = (oldest, after, i64::MAX);
        loop {
            let steps = log.next(conn).await?;
            if steps.is_empty() {
                break;
            }
            for (id, step) in steps {
                let day = walk.day_of(step.at);
                (oldest, last) = (oldest.min(day), last.max(id));
                if day >= today {
                    unknown = unknown.min(id);
                }
                walk.undo(&step);
            }
        }
        let first = known.as_ref().map_or(oldest.max(today - REACH), |known| known.last_day + 1);
        let (days, board) = walk.finish(first, today - 1);
        let first_day = known.map_or(first, |known| known.first_day);
        let event_id = last.min(unknown.saturating_sub(1));
        let progress = Progress { timezone, first_day, last_day: today - 1, event_id };
        let found = Some(Found { progress, days, titles: log.titles });
        Ok(Self { found, today, board, first: first_day })
    }
}

/// The days with the columns that they tell of.
async fn told(conn: &Conn, project: ProjectId, days: BTreeMap<i64, Board>) -> Result<Flow> {
    let there = column::list(conn, project).await?;
    let mut titles = titles(conn, project).await?;
    let mut columns: Vec<FlowColumn> = there
        .into_iter()
        .map(|column| FlowColumn { id: column.id, title: column.title, is_gone: false })
        .collect();
    let mut gone: Vec<i64> = days.values().flat_map(|board| board.keys().copied()).collect();
    gone.sort_unstable();
    gone.dedup();
    gone.retain(|id| columns.iter().all(|column| column.id.get() != *id));
    columns.extend(gone.into_iter().map(|id| FlowColumn {
        id: id.into(),
        title: titles.remove(&id).unwrap_or_else(|| id.to_string()),
        is_gone: true,
    }));
    let counted = |(number, board): (i64, Board)| FlowDay {
        day: day(number),
        counts: columns
            .iter()
            .map(|column| board.get(&column.id.get()).copied().unwrap_or_default())
            .collect(),
    };
    let days = days.into_iter().map(counted).collect();
    Ok(Flow { columns, days })
}
