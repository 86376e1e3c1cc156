//! Sorting the tasks of a column.

use kanso_db::params;
use kanso_domain::{ColumnId, FieldValue, NamedChange, Permission, ProjectId};

use crate::column;
use crate::{Actor, App, Error, Kind, Result, Scope, event};

/// What the tasks of a column are sorted by. Equal ones keep their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Oldest first.
    Id,
    /// The lowest first.
    Priority,
    /// By the name that is shown of the assignee, nobody first; those of one person with the highest priority first.
    AssigneeAndPriority,
    /// By the name that is shown of the assignee, nobody first.
    Assignee,
    /// The earliest first, those without a due date last.
    Due,
}

impl Order {
    /// All, as Kanboard lists them.
    pub const ALL: [Self; 5] =
        [Self::Id, Self::Priority, Self::AssigneeAndPriority, Self::Assignee, Self::Due];

    /// The name in forms and events.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Priority => "priority",
            Self::AssigneeAndPriority => "assignee-priority",
            Self::Assignee => "assignee",
            Self::Due => "due",
        }
    }

    /// What SQL sorts by, for tasks `t` and assignees `u`.
    fn keys(self, descending: bool) -> String {
        let way = if descending { "DESC" } else { "ASC" };
        let assignee = "lower(COALESCE(NULLIF(u.name, ''), u.username, ''))";
        match self {
            Self::Id => format!("t.id {way}"),
            Self::Priority => format!("COALESCE(t.priority, 0) {way}"),
            Self::AssigneeAndPriority => format!("{assignee} {way}, COALESCE(t.priority, 0) DESC"),
            Self::Assignee => format!("{assignee} {way}"),
            Self::Due => {
                format!("CASE WHEN COALESCE(t.date_due, 0) = 0 THEN 1 ELSE 0 END, t.date_due {way}")
            }
        }
    }
}

/// Sorts the open tasks of a column, each swimlane by itself. No event of a task is recorded, as in Kanboard; that
/// of the column says by what it was sorted.
///
/// # Errors
///
/// [`Error::NotFound`] when the column is not the project's.
#[crate::use_case]
pub async fn sort_column(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    column: ColumnId,
    order: Order,
    descending: bool,
) -> Result<()> {
    let number = format!(
        "UPDATE tasks SET position = sorted.place FROM (\
           SELECT t.id AS id, ROW_NUMBER() OVER (PARTITION BY t.swimlane_id ORDER BY {}, t.position, t.id) AS place \
           FROM tasks t LEFT JOIN users u ON u.id = t.owner_id \
           WHERE t.project_id = $1 AND t.column_id = $2 AND t.is_active = 1\
         ) AS sorted WHERE tasks.id = sorted.id AND tasks.position <> sorted.place",
        order.keys(descending)
    );
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let column = column::load(change.conn(), column).await?;
            if column.project_id != project {
                return Err(Error::NotFound(Kind::Column));
            }
            let values = params![project.get(), column.id.get()];
            if change.conn().execute(&number, values).await? == 0 {
                return Ok(());
            }
            let how = format!("{} {}", order.as_str(), if descending { "descending" } else { "ascending" });
            let sorted = NamedChange::between("sorted_by", FieldValue::Null, how);
            event::updated_by(change, &column, sorted.into_iter().collect()).await
        })
    })
    .await
}
