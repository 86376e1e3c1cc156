//! A task as the page of a board shows it.

use kanso_db::row;
use kanso_domain::{ColumnId, SwimlaneId, TaskId, UserId};

use super::TASKS;

row! {
    /// A task with what the page of a board shows of it. Times are Unix seconds, hours are numbers.
    /// [`FullTask`](super::FullTask) has all there is.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct BoardTask {
        pub id: TaskId as i64 = "t.id",
        pub title: String = "t.title",
        pub color_id: String = "t.color_id",
        pub column_id: ColumnId as i64 = "t.column_id",
        pub swimlane_id: SwimlaneId as i64 = "t.swimlane_id",
        /// 1 for open, 0 for closed.
        pub is_active: i64 = "t.is_active",
        pub owner_id: UserId as i64 = "t.owner_id",
        pub reference: Option<String> = "t.reference",
        pub priority: Option<i64> = "t.priority",
        pub score: Option<i64> = "t.score",
        pub date_due: Option<i64> = "t.date_due",
        pub date_creation: i64 = "t.date_creation",
        pub date_modification: i64 = "t.date_modification",
        pub date_moved: i64 = "t.date_moved",
        pub time_spent: Option<f64> = "t.time_spent",
        pub time_estimated: Option<f64> = "t.time_estimated",
        pub recurrence_status: i64 = "t.recurrence_status",
        /// 1 when it has a description.
        pub has_description: i64 = "CASE WHEN t.description <> '' THEN 1 ELSE 0 END",
        pub assignee_username: Option<String> = "u.username",
        pub assignee_name: Option<String> = "u.name",
        pub category_name: Option<String> = "k.name",
        pub category_color_id: Option<String> = "k.color_id",
        pub nb_comments: i64 = "(SELECT COUNT(*) FROM comments n WHERE n.task_id = t.id)",
        pub nb_files: i64 = "(SELECT COUNT(*) FROM task_has_files n WHERE n.task_id = t.id)",
        pub nb_subtasks: i64 = "(SELECT COUNT(*) FROM subtasks n WHERE n.task_id = t.id)",
        pub nb_completed_subtasks: i64 =
            "(SELECT COUNT(*) FROM subtasks n WHERE n.task_id = t.id AND n.status = 2)",
        pub nb_links: i64 = "(SELECT COUNT(*) FROM task_has_links n WHERE n.task_id = t.id)",
        pub nb_external_links: i64 = "(SELECT COUNT(*) FROM task_has_external_links n WHERE n.task_id = t.id)",
        /// 1 when other tasks have it as their milestone, else nothing.
        pub is_milestone: Option<i64> = "(SELECT MAX(1) FROM task_has_links n JOIN links l ON l.id = n.link_id \
            WHERE n.task_id = t.id AND l.label = 'is a milestone of')",
    }
}

impl BoardTask {
    /// The statement that reads those tasks `t` that meet a condition, which may also speak of the assignee `u` and
    /// the category `k`.
    pub(super) fn select(which: &str) -> String {
        Self::select_from(TASKS, which)
    }

    /// The same, where the tasks `t` are read from `tasks`.
    pub(super) fn select_from(tasks: &str, which: &str) -> String {
        format!(
            "SELECT {} FROM {tasks} LEFT JOIN users u ON u.id = t.owner_id \
             LEFT JOIN categories k ON k.id = t.category_id WHERE {which}",
            Self::COLUMNS
        )
    }
}
