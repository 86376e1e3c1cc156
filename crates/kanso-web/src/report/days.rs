//! Reports day by day.

use jiff::civil::Date;
use kanso_core::Error;
use kanso_core::report::{Counts, Flow, FlowColumn, Times, report_flow, report_times};

use super::build::Report;
use super::picture::Series;
use super::{Ask, Cell, Drawing, Picture, Table, What};
use crate::page::Page;
use crate::reader::Reader;
use crate::task::span;
use crate::web::Web;

/// What the columns held: tasks, or the complexity of the open ones.
pub(super) async fn of_board(web: &Web, reader: &Reader, ask: &Ask) -> Result<Report, Error> {
    let (from, until) = ask.days()?;
    let page = &reader.page;
    let mut flow = report_flow(&web.app, &reader.actor, ask.project, from, until).await?;
    let with_closed = web.app.settings().get("cfd_include_closed_tasks") == "1";
    let figure = |counts: &Counts| match (ask.what == What::Burndown, with_closed) {
        (true, _) => counts.score,
        (false, true) => counts.open + counts.closed,
        (false, false) => counts.open,
    };
    leave_out_empty(&mut flow, figure);
    if flow.columns.is_empty() {
        return Ok(Report::default());
    }
    let total = |counts: &[Counts]| counts.iter().map(figure).sum::<i64>();
    let mut heads = vec![page.text("report-day")];
    heads.extend(flow.columns.iter().map(|column| title(page, column)));
    heads.push(page.text("report-total"));
    let rows = flow.days.iter().rev().map(|day| {
        let mut row = vec![day_cell(page, day.day)];
        row.extend(day.counts.iter().map(|counts| Cell::number(figure(counts))));
        row.push(Cell::number(total(&day.counts)));
        row
    });
    #[expect(clippy::cast_precision_loss, reason = "a picture")]
    let series = |(at, column): (usize, &FlowColumn)| Series {
        label: title(page, column),
        values: flow
            .days
            .iter()
            .map(|day| day.counts.get(at).map_or(0.0, |counts| figure(counts) as f64))
            .collect(),
    };
    let drawing = Drawing::Areas {
        labels: flow.days.iter().map(|day| page.day(day.day)).collect(),
        series: flow.columns.iter().enumerate().map(series).collect(),
    };
    let end = |at: Option<&kanso_core::report::FlowDay>| {
        at.map(|day| (page.day(day.day), total(&day.counts).to_string()))
    };
    let mut facts: Vec<_> = end(flow.days.first()).into_iter().chain(end(flow.days.last())).collect();
    // Of a single day.
    facts.dedup();
    let [name, ..] = ask.what.texts();
    Ok(Report {
        facts,
        table: Table { heads, rows: rows.collect() },
        picture: Some(Picture::new(page.text(name), drawing)),
        note: None,
    })
}

/// Columns that are gone and held nothing in these days are left out; without any figure, all are.
fn leave_out_empty(flow: &mut Flow, figure: impl Fn(&Counts) -> i64) {
    let holds = |flow: &Flow, at: usize| {
        flow.days.iter().any(|day| day.counts.get(at).is_some_and(|counts| figure(counts) != 0))
    };
    let kept: Vec<bool> =
        flow.columns.iter().enumerate().map(|(at, column)| !column.is_gone || holds(flow, at)).collect();
    if !(0..flow.columns.len()).any(|at| holds(flow, at)) {
        flow.columns.clear();
        return;
    }
    let only = |at: usize| kept.get(at).copied().unwrap_or_default();
    let mut at = 0..;
    flow.columns.retain(|_| only(at.next().unwrap_or_default()));
    for day in &mut flow.days {
        let mut at = 0..;
        day.counts.retain(|_| only(at.next().unwrap_or_default()));
    }
}

/// How long tasks take, from their creation and from their start.
pub(super) async fn of_times(web: &Web, reader: &Reader, ask: &Ask) -> Result<Report, Error> {
    let (from, until) = ask.days()?;
    let page = &reader.page;
    let times = report_times(&web.app, &reader.actor, ask.project, ask.selection(web)?, from, until).await?;
    let Some(last) = times.last() else { return Ok(Report::default()) };
    let (lead, cycle) = (page.text("lead-time"), page.text("cycle-time"));
    let words = |seconds: i64| span::in_words(page, seconds);
    let row = |times: &Times| {
        vec![
            day_cell(page, times.day),
            Cell::figure(times.tasks.to_string(), times.tasks.to_string()),
            Cell::figure(words(times.lead), times.lead.to_string()),
            Cell::figure(words(times.cycle), times.cycle.to_string()),
        ]
    };
    #[expect(clippy::cast_precision_loss, reason = "a picture")]
    let values = |of: fn(&Times) -> i64| times.iter().map(|times| of(times) as f64 / 86_400.0).collect();
    let [title, ..] = ask.what.texts();
    let drawing = Drawing::Lines {
        labels: times.iter().map(|times| page.day(times.day)).collect(),
        unit: page.text("report-in-days"),
        series: vec![
            Series { label: lead.clone(), values: values(|times| times.lead) },
            Series { label: cycle.clone(), values: values(|times| times.cycle) },
        ],
    };
    Ok(Report {
        facts: vec![(lead.clone(), words(last.lead)), (cycle.clone(), words(last.cycle))],
        picture: Some(Picture::new(page.text(title), drawing)),
        table: Table {
            heads: vec![page.text("report-day"), page.text("report-tasks"), lead, cycle],
            rows: times.iter().rev().map(row).collect(),
        },
        note: Some(page.text("report-seconds")),
    })
}

fn title(page: &Page, column: &FlowColumn) -> String {
    if column.is_gone { page.say("report-gone", "name", &column.title) } else { column.title.clone() }
}

fn day_cell(page: &Page, day: Date) -> Cell {
    Cell::day(page.day(day), day)
}
