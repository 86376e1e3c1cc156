//! Where a task goes in another project.

use kanso_db::{dialect, params};
use kanso_domain::{ColumnId, Lane, ProjectId, SwimlaneId, UserId};

use super::Task;
use crate::change::Change;
use crate::{Actor, Error, Kind, Result};

/// A project that a task goes to, and whose names it looks for there. What is `None` is the task's own.
///
/// Column, swimlane and category are found by their names, also those named here: an id of another project stands
/// for the name it has there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Destination {
    /// The project.
    pub project: ProjectId,
    /// Without one of the same name: the first active swimlane.
    pub swimlane: Option<SwimlaneId>,
    /// Without one of the same title: the first column.
    pub column: Option<ColumnId>,
    /// Without one of the same name, capitals or not: none.
    pub category: Option<i64>,
    /// Kept if they belong to the project, or if an administrator asks.
    pub owner: Option<UserId>,
}

/// What was found there for the task.
pub(super) struct Found {
    pub(super) lane: Lane,
    /// 0 for none.
    pub(super) category: i64,
    /// 0 for nobody.
    pub(super) owner: UserId,
    pub(super) priority: Option<i64>,
}

impl Destination {
    /// Finds what stands for the task's places and people in the project.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] when it has no column or no active swimlane at all.
    pub(super) async fn find(&self, change: &Change<'_>, task: &Task) -> Result<Found> {
        Ok(Found {
            lane: self.find_lane(change, task).await?,
            category: self.find_category(change, task).await?,
            owner: self.find_owner(change, self.owner.unwrap_or(task.owner_id)).await?,
            priority: self.find_priority(change, task).await?,
        })
    }

    async fn find_lane(&self, change: &Change<'_>, task: &Task) -> Result<Lane> {
        const COLUMN: &str = "SELECT id FROM columns WHERE project_id = $1 \
            ORDER BY CASE WHEN title = (SELECT title FROM columns WHERE id = $2) THEN 0 ELSE 1 END, position, id \
            LIMIT 1";
        const SWIMLANE: &str = "SELECT id FROM swimlanes \
            WHERE project_id = $1 AND (is_active = 1 OR name = (SELECT name FROM swimlanes WHERE id = $2)) \
            ORDER BY CASE WHEN name = (SELECT name FROM swimlanes WHERE id = $2) THEN 0 ELSE 1 END, position, id \
            LIMIT 1";
        let project = self.project.get();
        let (column, swimlane) =
            (self.column.unwrap_or(task.column_id), self.swimlane.unwrap_or(task.swimlane_id));
        let column = change.conn().one::<(i64,)>(COLUMN, params![project, column.get()]).await?;
        let swimlane = change.conn().one::<(i64,)>(SWIMLANE, params![project, swimlane.get()]).await?;
        Ok(Lane {
            column: column.ok_or(Error::NotFound(Kind::Column))?.0.into(),
            swimlane: swimlane.ok_or(Error::NotFound(Kind::Swimlane))?.0.into(),
        })
    }

    async fn find_category(&self, change: &Change<'_>, task: &Task) -> Result<i64> {
        let category = self.category.or(task.category_id).unwrap_or_default();
        if category == 0 {
            return Ok(0);
        }
        let kind = change.conn().kind();
        let (there, own) = (dialect::fold(kind, "d.name"), dialect::fold(kind, "o.name"));
        let find = format!(
            "SELECT d.id FROM categories d JOIN categories o ON {own} = {there} \
             WHERE d.project_id = $1 AND o.id = $2 ORDER BY d.id LIMIT 1"
        );
        let found = change.conn().one::<(i64,)>(&find, params![self.project.get(), category]).await?;
        Ok(found.map_or(0, |(id,)| id))
    }

    /// Anybody with a role there keeps the task, viewers too, unlike a new assignee.
    async fn find_owner(&self, change: &Change<'_>, owner: UserId) -> Result<UserId> {
        const FIND: &str = "SELECT u.id FROM users u WHERE u.id = $2 AND u.is_active = 1 AND (\
            EXISTS (SELECT 1 FROM project_has_users m WHERE m.project_id = $1 AND m.user_id = u.id) \
            OR EXISTS (SELECT 1 FROM project_has_groups g JOIN group_has_users m ON m.group_id = g.group_id \
                       WHERE g.project_id = $1 AND m.user_id = u.id))";
        let by_admin = matches!(change.actor(), Actor::User(_)) && change.actor().is_admin();
        if owner.is_none() || by_admin {
            return Ok(owner);
        }
        let found = change.conn().one::<(i64,)>(FIND, params![self.project.get(), owner.get()]).await?;
        Ok(found.map_or(UserId::default(), |(id,)| id.into()))
    }

    async fn find_priority(&self, change: &Change<'_>, task: &Task) -> Result<Option<i64>> {
        const RANGE: &str = "SELECT priority_start, priority_end, priority_default FROM projects WHERE id = $1 AND removed_at = 0";
        let range = change.conn().one::<(i64, i64, i64)>(RANGE, params![self.project.get()]).await?;
        let (start, end, default) = range.ok_or(Error::NotFound(Kind::Project))?;
        Ok(task.priority.map(|own| if (start..=end).contains(&own) { own } else { default }))
    }
}
