//! Finding a task to go to, in all projects.

use kanso_db::{dialect, params, row};
use kanso_domain::{ProjectId, TaskId, text};

use crate::access::projects_of;
use crate::{Actor, App, Error, Fault, Result};

/// The longest text that is looked for, in characters.
const LONGEST: usize = 200;

row! {
    /// A task that somebody may want to go to.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Sight {
        pub id: TaskId as i64 = "t.id",
        pub title: String = "t.title",
        pub is_active: i64 = "t.is_active",
        pub project_id: ProjectId as i64 = "t.project_id",
        pub project_name: String = "p.name",
    }
}

/// The tasks whose number is the text, with or without `#`, or whose title contains it, newest first and at most
/// `limit`, in the active projects that the actor belongs to.
///
/// # Errors
///
/// [`Fault::TooLong`] for a text of more than 200 characters.
#[crate::use_case]
pub async fn find_tasks_to_go_to(app: &App, actor: &Actor, wanted: &str, limit: i64) -> Result<Vec<Sight>> {
    let wanted = wanted.trim();
    if !text::fits(wanted, LONGEST) {
        return Err(Error::Invalid(Fault::TooLong("query", LONGEST)));
    }
    let id = wanted.strip_prefix('#').unwrap_or(wanted).parse::<i64>().unwrap_or_default();
    let pattern = format!("%{}%", literal(wanted));
    let (me, mine) = (actor.user_id(), projects_of(actor));
    app.read(move |conn| {
        Box::pin(async move {
            let find = format!(
                "SELECT {} FROM tasks t JOIN projects p ON p.id = t.project_id AND p.removed_at = 0 \
                 WHERE p.id IN ({mine}) AND p.is_active = 1 AND (t.id = $2 OR {}) \
                 ORDER BY CASE WHEN t.id = $2 THEN 0 ELSE 1 END, t.is_active DESC, t.id DESC LIMIT $4",
                Sight::COLUMNS,
                dialect::matches(conn.kind(), "t.title", "$3")
            );
            Ok(conn.all(&find, params![me.get(), id, pattern, limit]).await?)
        })
    })
    .await
}

fn literal(text: &str) -> String {
    text.to_ascii_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
