//! Reports of hours: estimated and spent.

use kanso_core::Error;
use kanso_core::report::{Estimates, Hours, report_estimates};

use super::build::Report;
use super::picture::{Bar, Group};
use super::{Ask, Cell, Drawing, Picture, Table, What};
use crate::page::Page;
use crate::reader::Reader;
use crate::task::hours;
use crate::web::Web;

/// The hours of open and closed tasks, or those of the columns.
pub(super) async fn load(web: &Web, reader: &Reader, ask: &Ask) -> Result<Report, Error> {
    let page = &reader.page;
    let estimates = report_estimates(&web.app, &reader.actor, ask.project, ask.selection(web)?).await?;
    if estimates.total == 0 {
        return Ok(Report::default());
    }
    let by_column = ask.what == What::ColumnEstimates;
    let groups: Vec<(String, &Hours)> = match by_column {
        true => estimates.columns.iter().map(|(title, hours)| (title.clone(), hours)).collect(),
        false => {
            vec![(page.text("report-open"), &estimates.open), (page.text("report-closed"), &estimates.closed)]
        }
    };
    let (estimated, spent) = (page.text("time-estimated"), page.text("time-spent"));
    let bars = |(label, hours): &(String, &Hours)| Group {
        label: label.clone(),
        bars: vec![bar(0, hours.estimated), bar(1, hours.spent)],
    };
    let [title, ..] = ask.what.texts();
    let drawing = Drawing::Bars {
        series: vec![estimated.clone(), spent.clone()],
        groups: groups.iter().map(bars).collect(),
    };
    let all = |of: fn(&Hours) -> f64| {
        page.say("report-hours", "hours", shown(of(&estimates.open) + of(&estimates.closed)))
    };
    Ok(Report {
        facts: vec![(estimated, all(|hours| hours.estimated)), (spent, all(|hours| hours.spent))],
        picture: Some(Picture::new(page.text(title), drawing)),
        table: if by_column { of_columns(page, &groups) } else { of_tasks(page, &estimates) },
        note: note(page, &estimates).filter(|_| !by_column),
    })
}

fn bar(series: usize, value: f64) -> Bar {
    Bar { series, value, shown: shown(value) }
}

fn of_columns(page: &Page, groups: &[(String, &Hours)]) -> Table {
    let row = |(title, hours): &(String, &Hours)| {
        let mut row = vec![Cell::text(title)];
        row.extend(cells(hours.estimated, hours.spent));
        row
    };
    let mut heads = vec![page.text("column")];
    heads.extend(heads_of_hours(page));
    Table { heads, rows: groups.iter().map(row).collect() }
}

fn of_tasks(page: &Page, estimates: &Estimates) -> Table {
    let state = |active: i64| page.text(if active == 1 { "report-open" } else { "report-closed" });
    let sum = |name: String, hours: &Hours| {
        let mut row = vec![Cell::text(name), Cell::text("")];
        row.extend(cells(hours.estimated, hours.spent));
        row
    };
    let mut rows = vec![
        sum(page.text("report-all-open"), &estimates.open),
        sum(page.text("report-all-closed"), &estimates.closed),
    ];
    rows.extend(estimates.tasks.iter().map(|task| {
        let name = Cell::text(format!("#{} {}", task.id, task.title)).to(format!("/task/{}", task.id));
        let mut row = vec![name, Cell::text(state(task.is_active))];
        row.extend(cells(task.estimated, task.spent));
        row
    }));
    let mut heads = vec![page.text("report-task"), page.text("report-state")];
    heads.extend(heads_of_hours(page));
    Table { heads, rows }
}

fn heads_of_hours(page: &Page) -> [String; 3] {
    ["time-estimated", "time-spent", "report-left"].map(|key| page.text(key))
}

fn cells(estimated: f64, spent: f64) -> [Cell; 3] {
    [estimated, spent, estimated - spent].map(|hours| Cell::figure(shown(hours), shown(hours)))
}

/// Why the table is shorter than the sums.
fn note(page: &Page, estimates: &Estimates) -> Option<String> {
    let shown = i64::try_from(estimates.tasks.len()).unwrap_or(i64::MAX);
    let is_cut = shown < estimates.total;
    is_cut.then(|| page.locale.with("report-cut", &[("shown", &shown), ("total", &estimates.total)]))
}

/// Hours with a digit even where there are none.
fn shown(value: f64) -> String {
    let text = hours::shown(value);
    if text.is_empty() { "0".to_owned() } else { text }
}
