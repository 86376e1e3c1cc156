//! A task with all that lists of tasks tell about it.

use kanso_db::row;
use kanso_domain::{ColumnId, ProjectId, SwimlaneId, TaskId, UserId};

row! {
    /// A task with the names beside its ids and the counts of its parts: Kanboard's "extended task row". Times
    /// are Unix seconds, hours are numbers. The counts are of all parts, whether who asks may read them or not.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct FullTask {
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
        pub id: TaskId as i64 = "t.id",
        pub reference: Option<String> = "t.reference",
        pub title: String = "t.title",
        pub description: Option<String> = "t.description",
        pub date_creation: i64 = "t.date_creation",
        pub date_modification: i64 = "t.date_modification",
        pub date_completed: Option<i64> = "t.date_completed",
        pub date_started: Option<i64> = "t.date_started",
        pub date_due: Option<i64> = "t.date_due",
        pub color_id: String = "t.color_id",
        pub project_id: ProjectId as i64 = "t.project_id",
        pub column_id: ColumnId as i64 = "t.column_id",
        pub swimlane_id: SwimlaneId as i64 = "t.swimlane_id",
        pub owner_id: UserId as i64 = "t.owner_id",
        pub creator_id: UserId as i64 = "t.creator_id",
        pub position: i64 = "t.position",
        pub is_active: i64 = "t.is_active",
        pub score: Option<i64> = "t.score",
        pub category_id: Option<i64> = "t.category_id",
        pub priority: Option<i64> = "t.priority",
        pub date_moved: i64 = "t.date_moved",
        pub recurrence_status: i64 = "t.recurrence_status",
        pub recurrence_trigger: i64 = "t.recurrence_trigger",
        pub recurrence_factor: i64 = "t.recurrence_factor",
        pub recurrence_timeframe: i64 = "t.recurrence_timeframe",
        pub recurrence_basedate: i64 = "t.recurrence_basedate",
        pub recurrence_parent: Option<i64> = "t.recurrence_parent",
        pub recurrence_child: Option<i64> = "t.recurrence_child",
        pub time_estimated: Option<f64> = "t.time_estimated",
        pub time_spent: Option<f64> = "t.time_spent",
        pub assignee_username: Option<String> = "u.username",
        pub assignee_name: Option<String> = "u.name",
        pub assignee_email: Option<String> = "u.email",
        pub assignee_avatar_path: Option<String> = "u.avatar_path",
        pub category_name: Option<String> = "k.name",
        pub category_description: Option<String> = "k.description",
        pub category_color_id: Option<String> = "k.color_id",
        pub column_name: String = "c.title",
        pub column_position: i64 = "c.position",
        pub swimlane_name: String = "s.name",
        pub project_name: String = "p.name",
    }
}

/// The table that [`FullTask::select`] begins with.
pub(crate) const TASKS: &str = "tasks t";

impl FullTask {
    /// The statement that reads those tasks `t` of `tasks` that meet a condition, which may also speak of the
    /// project `p`, the column `c`, the swimlane `s`, the category `k` and the assignee `u`.
    ///
    /// Every task has a project, a column and a swimlane. They are joined as if it might not, so that SQLite
    /// looks for the tasks first, and for the rest by their keys.
    pub(crate) fn select(tasks: &str, which: &str) -> String {
        format!(
            "SELECT {} FROM {tasks} LEFT JOIN projects p ON p.id = t.project_id \
             LEFT JOIN columns c ON c.id = t.column_id LEFT JOIN swimlanes s ON s.id = t.swimlane_id \
             LEFT JOIN categories k ON k.id = t.category_id LEFT JOIN users u ON u.id = t.owner_id WHERE {which}",
            Self::COLUMNS
        )
    }
}
