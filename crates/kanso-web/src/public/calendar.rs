//! Calendars: tasks by their dates, as iCalendar.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kanso_core::public::{CalendarTask, list_calendar, list_calendar_of_user};

use super::calendar_file::CalendarFile;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Visitor;
use crate::web::Web;

/// `GET /ical/project/{token}`
pub(crate) async fn of_project(
    State(web): State<Web>,
    Path(token): Path<String>,
    Visitor { page, .. }: Visitor,
) -> Result<Response, Fault> {
    let (project, tasks) = list_calendar(&web.app, &token).await?;
    Ok(answer(&page, &project.name, Some(&token), &tasks))
}

/// `GET /ical/user/{token}`
pub(crate) async fn of_user(
    State(web): State<Web>,
    Path(token): Path<String>,
    Visitor { page, .. }: Visitor,
) -> Result<Response, Fault> {
    let (person, tasks) = list_calendar_of_user(&web.app, &token).await?;
    let who = person.name.unwrap_or(person.username);
    Ok(answer(&page, &page.say("feed-of", "name", who), None, &tasks))
}

/// `token` opens the tasks to everybody; without one they are for who signs in.
fn answer(page: &Page, name: &str, token: Option<&str>, tasks: &[CalendarTask]) -> Response {
    let file = CalendarFile { page, name, token }.write(tasks);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"kanso.ics\""),
    ];
    (headers, file).into_response()
}
