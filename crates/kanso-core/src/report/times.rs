//! How long tasks take.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kanso_db::row;
use kanso_domain::{Permission, ProjectId};

use super::flow::MOST_DAYS;
use super::{Selection, calendar};
use crate::{Actor, App, Error, Fault, Result};

/// The mean is that of so many tasks: those created last.
pub const MOST_TASKS: usize = 1_000;

row! {
    /// The dates of a task, in Unix seconds.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct TimeRow {
        pub created: i64 = "t.date_creation",
        pub started: i64 = "COALESCE(t.date_started, 0)",
        /// 0 while it is open.
        pub completed: i64 = "CASE WHEN t.is_active = 1 THEN 0 ELSE COALESCE(t.date_completed, 0) END",
    }
}

/// Mean times at the end of a day, or now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub day: Date,
    /// How many tasks they are of.
    pub tasks: usize,
    /// From its creation to its end, or until then: seconds.
    pub lead: i64,
    /// From its start to its end, or until then; of one that was not started by then, 0.
    pub cycle: i64,
}

/// The mean lead and cycle times at the end of each day from `from` to `until`, both included and today at most: of the
/// [`MOST_TASKS`] tasks created last by then. Days are those of the application's time zone. For who manages the
/// project.
///
/// # Errors
///
/// [`Fault::TooMany`] for more than [`MOST_DAYS`] days.
#[crate::use_case]
pub async fn report_times(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    selection: Selection,
    from: Date,
    until: Date,
) -> Result<Vec<Times>> {
    let (zone, now) = (app.settings().timezone(), app.clock().now());
    if usize::try_from(calendar::number(until) - calendar::number(from)).is_ok_and(|days| days >= MOST_DAYS) {
        return Err(Error::Invalid(Fault::TooMany("report-days", MOST_DAYS)));
    }
    let wanted = selection.read(app, actor)?;
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let found = wanted.clauses(conn, project);
            let list = format!(
                "SELECT {} FROM {} WHERE {} ORDER BY t.id",
                TimeRow::COLUMNS,
                found.tasks,
                found.which
            );
            let rows: Vec<TimeRow> = conn.all(&list, &found.values).await?;
            Ok(times_of(&rows, from, until, &zone, now))
        })
    })
    .await
}

/// The same of tasks in the order in which they were created.
pub fn times_of(rows: &[TimeRow], from: Date, until: Date, zone: &TimeZone, now: i64) -> Vec<Times> {
    let mut times = Vec::new();
    let mut day = from;
    while day <= until {
        let next = day.saturating_add(1.day());
        let begin = |day: Date| day.to_zoned(zone.clone()).map_or(now, |begin| begin.timestamp().as_second());
        if begin(day) > now {
            break;
        }
        let end = begin(next).min(now.saturating_add(1));
        let there = &rows[..rows.partition_point(|row| row.created < end)];
        let last = &there[there.len().saturating_sub(MOST_TASKS)..];
        if !last.is_empty() {
            times.push(mean(day, last, end.min(now)));
        }
        day = next;
    }
    times
}

fn mean(day: Date, rows: &[TimeRow], end: i64) -> Times {
    let (mut lead, mut cycle) = (0, 0);
    for row in rows {
        let ended = if row.completed > 0 && row.completed <= end { row.completed } else { end };
        lead += (ended - row.created).max(0);
        if row.started > 0 {
            cycle += (ended - row.started).max(0);
        }
    }
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX).max(1);
    Times { day, tasks: rows.len(), lead: lead / count, cycle: cycle / count }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn times_run_until_the_end_of_a_task_or_of_the_day() {
        let day = |number: i64| calendar::day(number);
        let rows = [
            TimeRow { created: 0, started: DAY, completed: 2 * DAY },
            TimeRow { created: DAY, started: 0, completed: 0 },
        ];
        let now = 3 * DAY + 7;
        let times = times_of(&rows, day(0), day(9), &TimeZone::UTC, now);
        let at = |number, tasks, lead, cycle| Times { day: day(number), tasks, lead, cycle };
        let expected = [
            at(0, 1, DAY, 0),
            at(1, 2, (2 * DAY + DAY) / 2, DAY / 2),
            at(2, 2, (2 * DAY + 2 * DAY) / 2, DAY / 2),
            at(3, 2, (2 * DAY + 2 * DAY + 7) / 2, DAY / 2),
        ];
        assert_eq!(times, expected);
        assert!(times_of(&[], day(0), day(9), &TimeZone::UTC, now).is_empty());
    }

    #[test]
    fn only_the_last_thousand_count() {
        let old = TimeRow { created: 0, started: 0, completed: 0 };
        let new = TimeRow { created: DAY - 10, ..old };
        let mut rows = vec![old; 5];
        rows.extend([new; MOST_TASKS]);
        let times = times_of(&rows, calendar::day(0), calendar::day(0), &TimeZone::UTC, 9 * DAY);
        assert_eq!((times[0].tasks, times[0].lead), (MOST_TASKS, 10));
    }
}
