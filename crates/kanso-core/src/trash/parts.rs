//! Which rows belong to a task.

/// A table with rows that go with a task, and come back with it.
pub(super) struct Part {
    pub(super) table: &'static str,
    /// Which rows are those of the task `$1`.
    pub(super) of_task: &'static str,
    /// Columns with the tables that their values name rows of. Where such a row is gone, this one does not come back.
    pub(super) needs: &'static [(&'static str, &'static str)],
    /// The same, but where such a row is gone, this one names none.
    pub(super) may_name: &'static [(&'static str, &'static str)],
}

/// The table of tasks itself; its row is first.
pub(super) const TASKS: &str = "tasks";
/// The table in which both sides of a link stand.
pub(super) const LINKS: &str = "task_has_links";

/// Those that others need come before them. Mails about a task that are to be sent go for good.
pub(super) const PARTS: &[Part] = &[
    Part {
        of_task: "id = $1",
        may_name: &[("owner_id", "users"), ("category_id", "categories")],
        ..of(TASKS)
    },
    Part { needs: &[("tag_id", "tags")], ..of("task_has_tags") },
    Part { may_name: &[("user_id", "users")], ..of("subtasks") },
    Part {
        of_task: "subtask_id IN (SELECT s.id FROM subtasks s WHERE s.task_id = $1)",
        needs: &[("user_id", "users")],
        ..of("subtask_timers")
    },
    Part { may_name: &[("user_id", "users")], ..of("comments") },
    Part {
        of_task: "task_id = $1 OR opposite_task_id = $1",
        needs: &[("link_id", "links"), ("task_id", TASKS), ("opposite_task_id", TASKS)],
        ..of(LINKS)
    },
    of("task_has_external_links"),
    of("task_has_files"),
    of("task_has_metadata"),
    of("recurrences"),
];

const fn of(table: &'static str) -> Part {
    Part { table, of_task: "task_id = $1", needs: &[], may_name: &[] }
}

/// The part that a kept row is of.
pub(super) fn part_of(table: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.table == table)
}

/// Where its rows stand among the others, which may need them.
pub(super) fn place_of(table: &str) -> usize {
    PARTS.iter().take_while(|part| part.table != table).count()
}

#[cfg(test)]
mod tests;
