//! The calendar of a project.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::civil::Date;
use kanso_core::search::list_tasks_between;
use kanso_domain::{ProjectId, TaskAct};
use serde::Deserialize;

use super::build::{title, weekdays, weeks};
use super::span::{Days, Mode};
use super::view::{CalendarPage, ModeView};
use crate::address;
use crate::fault::Fault;
use crate::filter::recall;
use crate::filter::view::FilterBox;
use crate::page::Page;
use crate::project::tabs::ProjectTabs;
use crate::reader::Reader;
use crate::respond;
use crate::rights::Rights;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Asked {
    q: Option<String>,
    /// `week` or `month`; what is neither is a month.
    #[serde(default)]
    mode: String,
    /// A day of it, as `2026-11-22`; what is none is today.
    #[serde(default)]
    day: String,
}

/// `GET /project/{project}/calendar`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let query = recall(&reader, project, asked.q.clone()).await?;
    let days = asked.days(page);
    let (from, until) = days.moments(&page.zone);
    let tasks = list_tasks_between(&web.app, &reader.actor, project, &query, from, until).await?;
    let rights = Rights::load(&web, &reader, project).await?;
    let to = |days: Days| to(project, days.mode, days.day);
    let today = page.civil(page.now).date();
    respond::page(&CalendarPage {
        page,
        section: "",
        tabs: ProjectTabs::load(&web, &reader, project, "calendar").await?,
        filter: FilterBox::of_project(&web, page, project, "calendar", &query),
        title: title(page, days),
        modes: modes(page, project, days),
        mode: days.mode.as_str(),
        earlier: to(days.next(false)),
        later: to(days.next(true)),
        today: to(Days { day: today, ..days }),
        weekdays: weekdays(page),
        weeks: weeks(page, days, &tasks, &rights),
        is_empty: tasks.is_empty(),
        may_work: rights.may_ever(TaskAct::Update),
    })
}

fn modes(page: &Page, project: ProjectId, days: Days) -> Vec<ModeView> {
    let mode = |mode: Mode, label: String| ModeView {
        label,
        href: to(project, mode, days.day),
        is_shown: mode == days.mode,
    };
    vec![mode(Mode::Month, page.text("calendar-by-month")), mode(Mode::Week, page.text("calendar-by-week"))]
}

fn to(project: ProjectId, mode: Mode, day: Date) -> String {
    let path = format!("/project/{project}/calendar");
    address::with(&path, &[("mode", mode.as_str()), ("day", &day.to_string())])
}

impl Asked {
    fn days(&self, page: &Page) -> Days {
        let mode = if self.mode == "week" { Mode::Week } else { Mode::Month };
        let day = self.day.parse().unwrap_or_else(|_| page.civil(page.now).date());
        Days::around(mode, day)
    }
}
