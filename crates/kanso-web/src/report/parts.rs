//! Reports that compare parts of a project.

use kanso_core::Error;
use kanso_core::report::{Part, report_assignees, report_column_times, report_columns};

use super::build::Report;
use super::picture::{Bar, Group};
use super::{Ask, Cell, Drawing, Picture, Table, What};
use crate::reader::Reader;
use crate::task::span;
use crate::web::Web;

/// How open tasks are spread over columns or people.
pub(super) async fn load(web: &Web, reader: &Reader, ask: &Ask) -> Result<Report, Error> {
    let (app, actor, page, selection) = (&web.app, &reader.actor, &reader.page, ask.selection(web)?);
    let (head, parts) = if ask.what == What::Assignees {
        ("assignee", report_assignees(app, actor, ask.project, selection).await?)
    } else {
        ("column", report_columns(app, actor, ask.project, selection).await?)
    };
    let total: i64 = parts.iter().map(|part| part.tasks).sum();
    if total == 0 {
        return Ok(Report::default());
    }
    let name = |part: &Part| match part.name.as_str() {
        "" => page.text("nobody"),
        name => name.to_owned(),
    };
    #[expect(clippy::cast_precision_loss, reason = "a share with one decimal")]
    let share = |tasks: i64| tasks as f64 * 100.0 / total as f64;
    let row = |part: &Part| {
        let share = format!("{:.1}", share(part.tasks));
        vec![Cell::text(name(part)), Cell::number(part.tasks), Cell::figure(format!("{share} %"), share)]
    };
    #[expect(clippy::cast_precision_loss, reason = "a picture")]
    let bar = |part: &Part| {
        let shown = format!("{} ({:.0} %)", part.tasks, share(part.tasks));
        Group { label: name(part), bars: vec![Bar { series: 0, value: part.tasks as f64, shown }] }
    };
    let [title, ..] = ask.what.texts();
    let drawing = Drawing::Bars { series: Vec::new(), groups: parts.iter().map(bar).collect() };
    Ok(Report {
        facts: vec![(page.text("project-open-tasks"), total.to_string())],
        picture: Some(Picture::new(page.text(title), drawing)),
        table: Table {
            heads: vec![page.text(head), page.text("report-tasks"), page.text("report-share")],
            rows: parts.iter().map(row).collect(),
        },
        note: None,
    })
}

/// How long tasks stay in the columns.
pub(super) async fn of_times(web: &Web, reader: &Reader, ask: &Ask) -> Result<Report, Error> {
    let page = &reader.page;
    let columns = report_column_times(&web.app, &reader.actor, ask.project, ask.selection(web)?).await?;
    if columns.iter().all(|column| column.tasks == 0) {
        return Ok(Report::default());
    }
    let words = |seconds: i64| span::in_words(page, seconds);
    let row = |column: &kanso_core::report::ColumnTime| {
        vec![
            Cell::text(&column.title),
            Cell::number(column.tasks),
            Cell::figure(words(column.mean), column.mean.to_string()),
        ]
    };
    #[expect(clippy::cast_precision_loss, reason = "a picture")]
    let bar = |column: &kanso_core::report::ColumnTime| Group {
        label: column.title.clone(),
        bars: vec![Bar { series: 0, value: column.mean as f64, shown: words(column.mean) }],
    };
    let [title, ..] = ask.what.texts();
    let drawing = Drawing::Bars { series: Vec::new(), groups: columns.iter().map(bar).collect() };
    Ok(Report {
        facts: Vec::new(),
        picture: Some(Picture::new(page.text(title), drawing)),
        table: Table {
            heads: vec![page.text("column"), page.text("report-tasks"), page.text("report-mean")],
            rows: columns.iter().map(row).collect(),
        },
        note: Some(page.text("report-seconds")),
    })
}
