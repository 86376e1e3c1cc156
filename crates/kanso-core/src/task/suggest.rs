//! Tasks that somebody may mean while they type a number or a few letters.

use kanso_db::{dialect, params, row};
use kanso_domain::{Permission, ProjectId, TaskId};

use crate::access::projects_of;
use crate::{Actor, App, Result};

/// How many are offered.
const MOST: i64 = 8;

row! {
    /// A task that is offered.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Suggested {
        pub id: TaskId as i64 = "t.id",
        pub title: String = "t.title",
        pub is_active: i64 = "t.is_active",
        pub project_name: String = "p.name",
    }
}

/// The task of this number, of any project that the actor sees, then tasks of this project whose title contains
/// the text; open ones first, then the newest.
#[crate::use_case]
pub async fn suggest_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    text: &str,
) -> Result<Vec<Suggested>> {
    let text = text.trim().trim_start_matches('#').to_ascii_lowercase();
    let number = text.parse::<i64>().unwrap_or_default();
    let literal = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let pattern = format!("%{literal}%");
    let (me, mine) = (actor.user_id(), projects_of(actor));
    let sees_all = i64::from(matches!(actor, Actor::Application));
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let by_number = format!(
                "SELECT {} FROM tasks t JOIN projects p ON p.id = t.project_id AND p.removed_at = 0 WHERE t.id = $2 \
                 AND ($3 = 1 OR t.project_id IN ({mine}))",
                Suggested::COLUMNS
            );
            let by_title = format!(
                "SELECT {} FROM tasks t JOIN projects p ON p.id = t.project_id AND p.removed_at = 0 WHERE t.project_id = $1 \
                 AND {} AND t.id <> $3 ORDER BY t.is_active DESC, t.id DESC LIMIT $4",
                Suggested::COLUMNS,
                dialect::matches(conn.kind(), "t.title", "$2")
            );
            let mut found: Vec<Suggested> = conn.all(&by_number, params![me.get(), number, sees_all]).await?;
            found.extend(conn.all(&by_title, params![project.get(), pattern, number, MOST]).await?);
            Ok(found)
        })
    })
    .await
}
