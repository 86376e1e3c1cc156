//! Tasks with dates, for calendars outside.

use kanso_db::{Conn, Param, row};
use kanso_domain::{ProjectId, TaskId};

use super::project::find_public_project;
use super::user::find_user_by_feed_token;
use crate::access::projects_of;
use crate::project::Project;
use crate::{Actor, App, Result, SignedIn};

const DAY: i64 = 24 * 60 * 60;
/// How far back and ahead a calendar reaches, as in Kanboard: two and six months.
const BACK: i64 = 61 * DAY;
const AHEAD: i64 = 183 * DAY;

row! {
    /// An open task with a due date.
    #[derive(Clone, Debug, PartialEq)]
    pub struct CalendarTask {
        pub id: TaskId as i64 = "t.id",
        pub title: String = "t.title",
        pub description: Option<String> = "t.description",
        pub project_id: ProjectId as i64 = "t.project_id",
        pub project_name: String = "p.name",
        pub category_name: Option<String> = "k.name",
        /// Unix seconds; none or 0 when it has no start.
        pub date_started: Option<i64> = "t.date_started",
        /// Unix seconds.
        pub date_due: i64 = "t.date_due",
        /// Unix seconds.
        pub date_creation: i64 = "t.date_creation",
        /// Unix seconds.
        pub date_modification: i64 = "t.date_modification",
        pub assignee_username: Option<String> = "u.username",
        pub assignee_name: Option<String> = "u.name",
    }
}

/// The open tasks of the project that was opened to everybody under this token which are due, or go on, between two
/// months ago and six months from now.
#[crate::use_case]
pub async fn list_calendar(app: &App, token: &str) -> Result<(Project, Vec<CalendarTask>)> {
    let project = find_public_project(app, token).await?;
    let (id, now) = (project.id.get(), app.clock().now());
    let tasks = app.read(move |conn| {
        Box::pin(async move { list(conn, "t.project_id = $3", vec![id.into()], now).await })
    });
    Ok((project, tasks.await?))
}

/// The same of the tasks that the person has whose feeds have this token, in the projects that they belong to.
#[crate::use_case]
pub async fn list_calendar_of_user(app: &App, token: &str) -> Result<(SignedIn, Vec<CalendarTask>)> {
    let person = find_user_by_feed_token(app, token).await?;
    let (me, now) = (person.id.get(), app.clock().now());
    let own = projects_of(&Actor::User(person.clone())).replace("$1", "$3");
    let which = format!("t.owner_id = $3 AND t.owner_id > 0 AND p.is_active = 1 AND t.project_id IN ({own})");
    let tasks = app.read(move |conn| Box::pin(async move { list(conn, &which, vec![me.into()], now).await }));
    Ok((person, tasks.await?))
}

async fn list(conn: &Conn, which: &str, of: Vec<Param<'static>>, now: i64) -> Result<Vec<CalendarTask>> {
    let list = format!(
        "SELECT {} FROM tasks t JOIN projects p ON p.id = t.project_id AND p.removed_at = 0 \
         LEFT JOIN users u ON u.id = t.owner_id \
         LEFT JOIN categories k ON k.id = t.category_id WHERE {which} AND t.is_active = 1 AND t.date_due > 0 \
         AND t.date_due >= $1 AND (t.date_due <= $2 OR (t.date_started > 0 AND t.date_started <= $2)) \
         ORDER BY t.date_due, t.id",
        CalendarTask::COLUMNS
    );
    let mut values = vec![Param::from(now - BACK), (now + AHEAD).into()];
    values.extend(of);
    Ok(conn.all(&list, &values).await?)
}
