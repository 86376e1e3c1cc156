//! Reading the stream, of one project or of several together.

use kanso_db::{Conn, params, row};
use kanso_domain::{ApplicationRole, EventId, EventName, Permission, ProjectId};

use super::{Activity, Author};
use crate::access::require;
use crate::event::Logged;
use crate::{Actor, App, Error, Result, project};

row! {
    pub(super) struct Entry {
        pub(super) id: i64 = "e.id",
        project_id: i64 = "e.project_id",
        event: String = "e.event",
        snapshot: String = "e.snapshot",
        salt: String = "e.salt",
        cause_id: Option<i64> = "e.cause_id",
        depth: i64 = "e.depth",
        actor_id: i64 = "e.actor_id",
        actor: Option<String> = "e.actor",
        created_at: i64 = "e.created_at",
        username: String = "u.username",
        name: Option<String> = "u.name",
        email: Option<String> = "u.email",
        avatar_path: Option<String> = "u.avatar_path",
    }
}

/// The entries of people about tasks that are there. The two comparisons are those of the index
/// `events_activity`, which holds nothing else.
macro_rules! shown {
    () => {
        "e.project_id = $1 AND e.id < $2 AND e.id >= $3 AND e.actor_id > 0 AND e.task_id > 0 \
         AND EXISTS (SELECT 1 FROM tasks t WHERE t.id = e.task_id)"
    };
}

/// The latest activities in these projects together, newest first, at most `limit` entries. What is not there
/// has none.
///
/// Events about comments that the actor may not read are left out.
///
/// # Errors
///
/// [`Error::NotFound`] when a person has no role in one of the projects.
#[crate::use_case]
pub async fn list_activities(
    app: &App,
    actor: &Actor,
    mut projects: Vec<ProjectId>,
    limit: usize,
) -> Result<Vec<Activity>> {
    let actor = actor.clone();
    projects.sort_unstable();
    projects.dedup();
    app.read(move |conn| {
        Box::pin(async move {
            for project in &projects {
                require(conn, &actor, *project, Permission::ViewProject).await?;
            }
            // However many ids the application sends, only those of projects that are there are looked at.
            let newest = newest_project(conn).await?;
            let removed = project::removed(conn).await?;
            projects.retain(|project| project.get() > 0 && *project <= newest && !removed.contains(project));
            Stream { projects, role: actor.application_role() }.latest(conn, limit).await
        })
    })
    .await
}

/// The latest activities in the actor's active projects, newest first, at most `limit` entries.
#[crate::use_case]
pub async fn list_my_activities(app: &App, actor: &Actor, limit: usize) -> Result<Vec<Activity>> {
    let mine = project::list_my_projects(app, actor).await?;
    let stream = Stream {
        projects: mine.into_iter().map(|project| project.id).collect(),
        role: actor.application_role(),
    };
    app.read(move |conn| Box::pin(async move { stream.latest(conn, limit).await })).await
}

async fn newest_project(conn: &Conn) -> Result<ProjectId> {
    let (id,) =
        conn.one::<(i64,)>("SELECT COALESCE(MAX(id), 0) FROM projects", &[]).await?.unwrap_or_default();
    Ok(id.into())
}

/// The projects whose activities are read, and what the reader may see.
struct Stream {
    projects: Vec<ProjectId>,
    role: ApplicationRole,
}

impl Stream {
    /// Reads page after page until enough of them may be shown.
    async fn latest(&self, conn: &Conn, limit: usize) -> Result<Vec<Activity>> {
        let mut shown = Vec::new();
        let mut before = EventId::from(i64::MAX);
        while shown.len() < limit {
            let Some(first) = self.page(conn, before, limit).await? else { break };
            let mut entries = Vec::new();
            for project in &self.projects {
                entries.extend(entries_between(conn, *project, first, before).await?);
            }
            entries.sort_unstable_by_key(|entry| std::cmp::Reverse(entry.id));
            for entry in entries {
                shown.push(Activity::try_from(entry)?);
            }
            shown.retain(|activity| self.shows(activity));
            before = first;
        }
        shown.truncate(limit);
        Ok(shown)
    }

    /// The id of the entry that the next `limit` entries before `before` begin with, oldest first.
    async fn page(&self, conn: &Conn, before: EventId, limit: usize) -> Result<Option<EventId>> {
        const IDS: &str =
            concat!("SELECT e.id FROM events e WHERE ", shown!(), " ORDER BY e.id DESC LIMIT $4");
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut ids: Vec<i64> = Vec::new();
        for project in &self.projects {
            let values = params![project.get(), before.get(), 0, most];
            ids.extend(conn.all::<(i64,)>(IDS, values).await?.into_iter().map(|(id,)| id));
        }
        ids.sort_unstable_by_key(|id| std::cmp::Reverse(*id));
        ids.truncate(limit);
        Ok(ids.last().copied().map(EventId::from))
    }

    fn shows(&self, activity: &Activity) -> bool {
        activity.logged.event.names().any(EventName::is_kanboards)
            && activity.comment().is_none_or(|comment| comment.is_visible_to(self.role))
    }
}

/// The entries of a project from `first` up to `before`. Who has no account any more is not shown.
async fn entries_between(
    conn: &Conn,
    project: ProjectId,
    first: EventId,
    before: EventId,
) -> Result<Vec<Entry>> {
    let find = format!(
        concat!("SELECT {} FROM events e JOIN users u ON u.id = e.actor_id WHERE ", shown!()),
        Entry::COLUMNS
    );
    Ok(conn.all(&find, params![project.get(), before.get(), first.get()]).await?)
}

impl TryFrom<Entry> for Activity {
    type Error = Error;

    fn try_from(entry: Entry) -> Result<Self> {
        let logged = Logged {
            id: entry.id.into(),
            project: entry.project_id.into(),
            event: serde_json::from_str(&entry.event)?,
            snapshot: serde_json::from_str(&entry.snapshot)?,
            salt: entry.salt,
            cause: entry.cause_id.map(Into::into),
            depth: entry.depth,
            actor_id: entry.actor_id.into(),
            actor: entry.actor,
            at: entry.created_at,
        };
        let author = Author {
            username: entry.username,
            name: entry.name,
            email: entry.email,
            avatar_path: entry.avatar_path,
        };
        Ok(Self { logged, author })
    }
}
