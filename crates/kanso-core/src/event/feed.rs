//! The log as a feed: all events in one order, to be read on from where one stopped.
//!
//! A cursor is the number of an event, up to which nothing can appear any more. Events of one project are in the order
//! in which they happened, which is the order of their numbers.

use std::collections::HashSet;

use kanso_db::{Conn, Param};
use kanso_domain::{ApplicationRole, Event, EventFilter, Permission, ProjectId, UserId};

use super::insert::settled;
use super::{EventRow, Logged, event_id};
use crate::access::{project_roles, projects_of, require};
use crate::{Actor, App, Error, Fault, Result};

/// The most events that are read at once.
const MOST: i64 = 1_000;
/// How many entries are looked at for one page, and in how many numbers, when most are passed over. A page that ends
/// there says that there is more.
const MOST_LOOKED_AT: usize = 5_000;
const CHUNK: i64 = 500;
const WINDOW: i64 = 50_000;
const MOST_WINDOWS: usize = 40;

/// Which events the feed answers.
#[derive(Clone, Debug, Default)]
pub struct FeedFilter {
    /// Those after this: what an earlier answer called `next`, or the name of an event. `None` for all there are.
    pub after: Option<String>,
    /// Those of one project.
    pub project: Option<ProjectId>,
    /// Those with one of these names.
    pub names: EventFilter,
    /// How many at most: from 1 to 1,000.
    pub limit: i64,
}

/// A page of the feed.
#[derive(Clone, Debug)]
pub struct Feed {
    /// In the order of the log. There may be fewer than asked for, or none, also when there are more after these.
    pub events: Vec<Logged>,
    /// Where to go on from.
    pub next: String,
    /// Whether there was more already.
    pub has_more: bool,
}

/// The events that the actor may see now: those of the projects they see, and of what belongs to no project for
/// administrators. The application sees all.
///
/// No event is missed or answered twice by going on from `next`, also if changes are committed in another order than
/// they got their numbers.
///
/// # Errors
///
/// [`Fault::Unknown`] of `after` for what is no place in the feed; [`Error::NotFound`] for a project that the actor
/// does not see.
#[crate::use_case]
pub async fn read_feed(app: &App, actor: &Actor, filter: FeedFilter) -> Result<Feed> {
    let after = match &filter.after {
        None => 0,
        Some(text) => read_cursor(text).ok_or(Error::Invalid(Fault::Unknown("after")))?,
    };
    let actor = actor.clone();
    app.read(move |conn| {
        Box::pin(async move {
            let sight = Sight::of(conn, &actor, filter.project).await?;
            let settled = settled(conn).await?;
            let mut page = Page {
                sight,
                names: filter.names,
                limit: filter.limit.clamp(1, MOST),
                cursor: after,
                events: Vec::new(),
            };
            page.fill(conn, settled).await?;
            Ok(Feed { next: cursor(page.cursor), has_more: page.cursor < settled, events: page.events })
        })
    })
    .await
}

/// Where the feed ends now: whoever goes on from there gets what happens from now on.
#[crate::use_case]
pub async fn feed_end(app: &App) -> Result<String> {
    app.read(|conn| Box::pin(async move { Ok(cursor(settled(conn).await?)) })).await
}

fn cursor(at: i64) -> String {
    format!("at_{at}")
}

fn read_cursor(text: &str) -> Option<i64> {
    let number =
        |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?;
    match text.strip_prefix("at_") {
        Some(digits) => number(digits),
        None => event_id(text).map(Into::into),
    }
}

/// What somebody may see now.
struct Sight {
    scope: Scope,
    role: ApplicationRole,
}

enum Scope {
    All,
    Project(ProjectId),
    /// The projects that a person has a role in.
    Of {
        user: UserId,
        /// The same in SQL, by their user `$1`.
        listed: String,
        projects: HashSet<ProjectId>,
        sees_instance: bool,
    },
}

impl Sight {
    async fn of(conn: &Conn, actor: &Actor, project: Option<ProjectId>) -> Result<Self> {
        let role = actor.application_role();
        let scope = match (actor, project) {
            (_, Some(project)) if project.is_none() => {
                actor.require(Permission::Administrate)?;
                Scope::Project(project)
            }
            (_, Some(project)) => {
                require(conn, actor, project, Permission::ViewProject).await?;
                Scope::Project(project)
            }
            (Actor::Application, None) => Scope::All,
            (Actor::User(user), None) => {
                let seen = |(project, given)| {
                    let is_seen = Permission::ViewProject.is_given_to(role, Some(given));
                    (is_seen && user.limits.reach(project)).then_some(project)
                };
                let projects = project_roles(conn, user.id).await?.into_iter().filter_map(seen).collect();
                Scope::Of {
                    user: user.id,
                    listed: projects_of(actor),
                    projects,
                    sees_instance: actor.is_admin(),
                }
            }
        };
        Ok(Self { scope, role })
    }

    /// The condition on an event, and the value `$4` in it.
    fn condition(&self) -> (String, Option<i64>) {
        match &self.scope {
            Scope::All => ("1 = 1".to_owned(), None),
            Scope::Project(project) => ("project_id = $4".to_owned(), Some(project.get())),
            Scope::Of { user, listed, sees_instance, .. } => {
                let own = listed.replace("$1", "$4");
                let of_instance = if *sees_instance { " OR project_id = 0" } else { "" };
                (format!("(project_id IN ({own}){of_instance})"), Some(user.get()))
            }
        }
    }

    fn includes(&self, project: ProjectId) -> bool {
        match &self.scope {
            Scope::All | Scope::Project(_) => true,
            Scope::Of { projects, sees_instance, .. } => {
                projects.contains(&project) || project.is_none() && *sees_instance
            }
        }
    }
}

/// A page in the making.
struct Page {
    sight: Sight,
    names: EventFilter,
    limit: i64,
    /// The last number that was looked at.
    cursor: i64,
    events: Vec<Logged>,
}

impl Page {
    async fn fill(&mut self, conn: &Conn, settled: i64) -> Result<()> {
        let (condition, value) = self.sight.condition();
        let list = format!(
            "SELECT {} FROM events WHERE id > $1 AND id <= $2 AND {condition} ORDER BY id LIMIT $3",
            EventRow::COLUMNS
        );
        let (mut looked_at, mut windows) = (0, 0);
        while self.cursor < settled && self.room() > 0 && looked_at < MOST_LOOKED_AT && windows < MOST_WINDOWS
        {
            let end = settled.min(self.cursor + WINDOW);
            let chunk = if self.names.is_empty() { self.room() } else { CHUNK };
            let mut values = vec![Param::from(self.cursor), end.into(), chunk.into()];
            values.extend(value.map(Param::from));
            let rows: Vec<EventRow> = conn.all(&list, &values).await?;
            let is_last = i64::try_from(rows.len()).is_ok_and(|count| count < chunk);
            looked_at += rows.len();
            windows += 1;
            for row in rows {
                if self.room() == 0 {
                    return Ok(());
                }
                self.take(row);
            }
            if is_last {
                self.cursor = end;
            }
        }
        Ok(())
    }

    fn room(&self) -> i64 {
        self.limit - i64::try_from(self.events.len()).unwrap_or(self.limit)
    }

    fn take(&mut self, row: EventRow) {
        self.cursor = row.id;
        if !self.sight.includes(row.project_id.into()) || !self.is_named(&row.event) {
            return;
        }
        let id = row.id;
        match Logged::try_from(row) {
            Ok(event) if event.is_visible_to(self.sight.role) => self.events.push(event),
            Ok(_) => {}
            // One that this program cannot read must not keep all later ones from being read.
            Err(error) => tracing::error!(event = id, %error, "an event of the log cannot be read"),
        }
    }

    /// Whether one of its names is asked for. What cannot be read passes: it is told of where it is read in whole.
    fn is_named(&self, event: &str) -> bool {
        self.names.is_empty()
            || serde_json::from_str::<Event>(event)
                .map_or(true, |event| event.names().any(|name| self.names.matches(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_and_an_event_is_one() {
        assert_eq!(read_cursor(&cursor(0)), Some(0));
        assert_eq!(read_cursor(&cursor(71)), Some(71));
        assert_eq!(read_cursor("evt_71_00ff00ff"), Some(71));
        for odd in ["", "71", "at_", "at_-1", "at_x", "evt_71"] {
            assert_eq!(read_cursor(odd), None, "{odd}");
        }
    }
}
