//! Statistics of days, which nobody can count again.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::{Date, date};
use kanso_core::import::{Batch, Cell};

use super::{Reader, Step, batch};
use crate::map::value;

const TABLE: &str = "project_daily_column_stats";
const FIRST: Date = date(1970, 1, 1);

/// Which days of which projects are known.
#[derive(Default)]
pub(super) struct Days {
    /// By project: the first and the last day, and when that ends.
    spans: BTreeMap<i64, Span>,
    /// By project: the last entry of the log up to that end.
    events: HashMap<i64, i64>,
    is_begun: bool,
}

struct Span {
    first: i64,
    last: i64,
    ends_at: i64,
}

impl Days {
    /// Notes an entry of the log.
    pub(super) fn note(&mut self, project: i64, event: i64, at: i64) {
        if self.spans.get(&project).is_some_and(|span| at < span.ends_at) {
            self.events.insert(project, event);
        }
    }
}

impl Reader {
    /// Finds which days are known, before the log is read.
    pub(super) fn spans(&mut self) -> Result<(), String> {
        let yesterday = self.today() - 1;
        let select = format!("SELECT project_id, day FROM {TABLE} GROUP BY project_id, day");
        for row in self.rows(&select)? {
            let project = value::int(&row[0]).unwrap_or_default();
            let Some(day) = number(&row[1]).filter(|day| *day <= yesterday) else { continue };
            if !self.context.has("projects", project) {
                continue;
            }
            let ends_at = self.begin_of(day + 1);
            let span = self.days.spans.entry(project).or_insert(Span { first: day, last: day, ends_at });
            span.first = span.first.min(day);
            if day > span.last {
                (span.last, span.ends_at) = (day, ends_at);
            }
        }
        Ok(())
    }

    /// First how far each project's days go, then the days of one project after the other.
    pub(super) fn days(&mut self) -> Result<Option<Batch>, String> {
        if !self.days.is_begun {
            self.days.is_begun = true;
            self.strangers()?;
            self.steps.push_front(Step::Days);
            let zone = self.zone.iana_name().unwrap_or("UTC").to_owned();
            let progress = self.days.spans.iter().map(|(project, span)| {
                let event = self.days.events.get(project).copied().unwrap_or_default();
                let zone: Cell = zone.as_str().into();
                vec![(*project).into(), zone, span.first.into(), span.last.into(), event.into()]
            });
            return batch("report_progress", progress.collect()).map(Some);
        }
        let Some((project, span)) = self.days.spans.pop_first() else { return Ok(None) };
        self.steps.push_front(Step::Days);
        self.project(project, &span).map(Some)
    }

    /// What the columns held on each day. A day on which nobody counted is as the one before.
    fn project(&mut self, project: i64, span: &Span) -> Result<Batch, String> {
        let select = format!(
            "SELECT day, column_id, COALESCE(total, 0), COALESCE(score, 0) FROM {TABLE} WHERE project_id = {project} \
             OR project_id = '{project}' ORDER BY day"
        );
        let rows = self.rows(&select)?;
        let mut days = BTreeMap::<i64, BTreeMap<i64, (i64, i64)>>::new();
        let tally = self.report.of(TABLE);
        for row in &rows {
            tally.found += 1;
            let int = |column: usize| value::int(&row[column]).unwrap_or_default();
            match number(&row[0]).filter(|day| *day <= span.last) {
                Some(day) => {
                    days.entry(day).or_default().insert(int(1), (int(2), int(3)));
                    tally.taken += 1;
                }
                None => tally.leave("today and days to come are counted here", || {
                    format!("{} of project {project}", value::text(&row[0]).unwrap_or_default())
                }),
            }
        }
        let (mut cells, mut held) = (Vec::new(), BTreeMap::new());
        for day in span.first..=span.last {
            held = days.remove(&day).unwrap_or(held);
            for (column, (total, score)) in held.iter().filter(|(_, counts)| **counts != (0, 0)) {
                let row = [project, day, *column, *total, 0, *score];
                cells.push(row.map(Cell::from).to_vec());
            }
        }
        self.tell(TABLE, rows.len());
        batch("report_days", cells)
    }

    /// Days of projects that do not come along.
    fn strangers(&mut self) -> Result<(), String> {
        let select = format!("SELECT project_id, COUNT(*) FROM {TABLE} GROUP BY project_id");
        for row in self.rows(&select)? {
            let project = value::int(&row[0]).unwrap_or_default();
            if self.days.spans.contains_key(&project) {
                continue;
            }
            let count = u64::try_from(value::int(&row[1]).unwrap_or_default()).unwrap_or_default();
            let tally = self.report.of(TABLE);
            tally.found += count;
            for _ in 0..count {
                tally.leave("no day of its project comes along", || format!("project {project}"));
            }
        }
        Ok(())
    }

    fn today(&self) -> i64 {
        let now = jiff::Timestamp::from_second(self.context.now).unwrap_or_default();
        days_since(now.to_zoned(self.zone.clone()).date())
    }

    /// When a day begins, in Unix seconds.
    fn begin_of(&self, day: i64) -> i64 {
        let day = jiff::Span::new().try_days(day).and_then(|days| FIRST.checked_add(days));
        let begin = day.and_then(|day| day.to_zoned(self.zone.clone()));
        begin.map_or(0, |begin| begin.timestamp().as_second())
    }
}

fn number(day: &rusqlite::types::Value) -> Option<i64> {
    value::text(day)?.trim().parse().ok().map(days_since)
}

fn days_since(day: Date) -> i64 {
    day.since(FIRST).map_or(0, |span| i64::from(span.get_days()))
}
