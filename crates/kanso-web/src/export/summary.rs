//! What each column of the board held, day by day: a row for each day that there was a board.

use jiff::ToSpan;
use kanso_core::Error;
use kanso_core::report::{Counts, Flow, MOST_DAYS, report_flow};
use kanso_domain::ProjectId;

use super::{Between, What};
use crate::csv_file::{beginning, lines, text};
use crate::reader::Reader;
use crate::web::Web;

/// No board is told of that is older, in days: ten years.
const REACH: i64 = 3_653;

/// The file. It is small enough to be made at once.
pub(super) async fn file(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    between: Between,
    has_mark: bool,
) -> Result<Vec<u8>, Error> {
    let now = jiff::Timestamp::from_second(web.app.clock().now()).unwrap_or_default();
    let today = now.to_zoned(web.app.settings().timezone()).date();
    let last = between.until.unwrap_or(today).min(today);
    let earliest = today.saturating_sub(REACH.days());
    let mut from = between.from.unwrap_or(earliest).max(earliest);
    let with_closed = web.app.settings().get("cfd_include_closed_tasks") == "1";
    let mut file = Vec::new();
    loop {
        let most = i64::try_from(MOST_DAYS).unwrap_or(1) - 1;
        let until = from.saturating_add(most.days()).min(last).max(from);
        let flow = report_flow(&web.app, &reader.actor, project, from, until).await?;
        if file.is_empty() {
            file = heading(&flow, has_mark);
        }
        file.extend(rows(&flow, with_closed));
        if until >= last {
            return Ok(file);
        }
        from = until.saturating_add(1.day());
    }
}

fn heading(flow: &Flow, has_mark: bool) -> Vec<u8> {
    let titles = flow.columns.iter().filter(|column| !column.is_gone).map(|column| text(&column.title));
    let titles: Vec<_> = titles.collect();
    let mut heading = What::Summary.heading().to_vec();
    heading.extend(titles.iter().map(AsRef::as_ref));
    beginning(&heading, has_mark)
}

fn rows(flow: &Flow, with_closed: bool) -> Vec<u8> {
    let count = |counts: &Counts| counts.open + if with_closed { counts.closed } else { 0 };
    let rows = flow.days.iter().map(|day| {
        let counts = flow.columns.iter().zip(&day.counts).filter(|(column, _)| !column.is_gone);
        let mut row = vec![day.day.to_string()];
        row.extend(counts.map(|(_, counts)| count(counts).to_string()));
        row
    });
    lines(rows)
}
