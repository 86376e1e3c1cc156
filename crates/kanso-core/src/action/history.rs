//! Reading what automatic actions did.

use kanso_db::{Conn, params, row};
use kanso_domain::{ActionId, EventId, Permission, ProjectId, TaskId};

use super::log::unpacked;
use super::{Outcome, Unmet};
use crate::event::uid;
use crate::{Actor, App, Result};

/// So many rows are read in one statement.
const AT_ONCE: i64 = 500;

row! {
    struct Row {
        id: i64 = "l.id",
        action: Option<i64> = "l.action_id",
        event: Option<i64> = "l.event_id",
        salt: Option<String> = "e.salt",
        task: TaskId as i64 = "l.task_id",
        title: Option<String> = "t.title",
        name: String = "l.event_name",
        outcome: String = "l.outcome",
        detail: String = "l.detail",
        at: i64 = "l.logged_at",
    }
}

/// What came of one or several automatic actions when something happened.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Later ones have a greater id.
    pub id: i64,
    /// What set them off; none for what is done daily.
    pub event: Option<EventId>,
    /// What that event is called outside.
    pub uid: Option<String>,
    /// The name of that, which is not an event's for what is done daily.
    pub name: String,
    /// The task; 0 for none.
    pub task: TaskId,
    /// Its title, if it is still there.
    pub title: Option<String>,
    /// What came of each.
    pub entries: Vec<Entry>,
    /// Unix seconds.
    pub at: i64,
}

/// What came of one automatic action.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The action.
    pub action: ActionId,
    /// What came of it.
    pub outcome: Outcome,
    /// What was not met, for [`Outcome::Unmet`].
    pub unmet: Option<Unmet>,
    /// What it is about, in a word of the program; may be empty.
    pub detail: String,
}

/// What the actions of a project did, or one of them, newest first, at most `limit` before the one of id `before`. For
/// who manages the project.
#[crate::use_case]
pub async fn list_action_log(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    only: Option<ActionId>,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Logged>> {
    let before = before.unwrap_or(i64::MAX);
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let Some(only) = only else {
                let rows = all(conn, project, before, limit).await?;
                return Ok(rows.into_iter().map(|row| row.read(None)).collect());
            };
            of_one(conn, project, only, before, limit).await
        })
    })
    .await
}

async fn all(conn: &Conn, project: ProjectId, before: i64, limit: i64) -> Result<Vec<Row>> {
    Ok(conn.all(&select(""), params![project.get(), before, limit]).await?)
}

/// Whether a span of ids has this one among them the database cannot tell, so it answers more rows than are wanted.
async fn of_one(
    conn: &Conn,
    project: ProjectId,
    only: ActionId,
    mut before: i64,
    limit: i64,
) -> Result<Vec<Logged>> {
    const PERHAPS: &str =
        " AND (l.action_id = $4 OR (l.action_id IS NULL AND (l.detail LIKE $5 OR l.detail LIKE '%-%')))";
    let (select, among, most) = (select(PERHAPS), format!("% {only} %"), usize::try_from(limit).unwrap_or(0));
    let mut found = Vec::new();
    loop {
        let values = params![project.get(), before, AT_ONCE, only.get(), among.as_str()];
        let rows: Vec<Row> = conn.all(&select, values).await?;
        let is_full = i64::try_from(rows.len()) == Ok(AT_ONCE);
        let next = rows.last().map(|row| row.id).filter(|_| is_full);
        let read = rows.into_iter().map(|row| row.read(Some(only)));
        found.extend(read.filter(|logged| !logged.entries.is_empty()));
        match next {
            Some(next) if found.len() < most => before = next,
            _ => break,
        }
    }
    found.truncate(most);
    Ok(found)
}

/// `$1` is the project, `$2` the id that all are before, `$3` how many.
fn select(which: &str) -> String {
    format!(
        "SELECT {} FROM rule_log l LEFT JOIN tasks t ON t.id = l.task_id \
         LEFT JOIN events e ON e.id = l.event_id \
         WHERE l.project_id = $1 AND l.id < $2{which} ORDER BY l.id DESC LIMIT $3",
        Row::COLUMNS
    )
}

impl Row {
    fn read(self, only: Option<ActionId>) -> Logged {
        let outcome = Outcome::parse(&self.outcome);
        let entries = match self.action {
            Some(action) => {
                vec![Entry { action: action.into(), outcome, unmet: None, detail: self.detail }]
            }
            None => {
                let unmet = |(action, why)| Entry {
                    action,
                    outcome,
                    unmet: Unmet::parse(why),
                    detail: String::new(),
                };
                let all = unpacked(&self.detail).map(unmet);
                all.filter(|entry| only.is_none_or(|only| entry.action == only)).collect()
            }
        };
        let event = self.event.map(EventId::from);
        Logged {
            id: self.id,
            event,
            uid: event.zip(self.salt).map(|(event, salt)| uid(event, &salt)),
            name: self.name,
            task: self.task,
            title: self.title,
            entries,
            at: self.at,
        }
    }
}
