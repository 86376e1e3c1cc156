//! What can be taken out of a project.

/// A file, with Kanboard's columns in Kanboard's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Tasks,
    Subtasks,
    Transitions,
    Summary,
}

impl What {
    pub(super) const ALL: [Self; 4] = [Self::Tasks, Self::Subtasks, Self::Transitions, Self::Summary];

    /// The name in addresses, which is the end of the file's name too.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Tasks => "tasks",
            Self::Subtasks => "subtasks",
            Self::Transitions => "transitions",
            Self::Summary => "summary",
        }
    }

    /// Where its name is found, and which dates a span of days means.
    pub(super) const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Tasks => ("export-tasks", "export-tasks-days"),
            Self::Subtasks => ("export-subtasks", "export-subtasks-days"),
            Self::Transitions => ("export-transitions", "export-transitions-days"),
            Self::Summary => ("export-summary", "export-summary-days"),
        }
    }

    pub(super) const fn heading(self) -> &'static [&'static str] {
        match self {
            Self::Tasks => &[
                "Task Id",
                "Reference",
                "Project",
                "Status",
                "Category",
                "Swimlane",
                "Column",
                "Position",
                "Color",
                "Due date",
                "Creator",
                "Creator Name",
                "Assignee Username",
                "Assignee Name",
                "Complexity",
                "Title",
                "Creation date",
                "Modification date",
                "Completion date",
                "Start date",
                "Time estimated",
                "Time spent",
                "Priority",
                "Tags",
            ],
            Self::Subtasks => &[
                "Subtask Id",
                "Title",
                "Status",
                "Assignee",
                "Time estimated",
                "Time spent",
                "Task Id",
                "Task Title",
            ],
            Self::Transitions => {
                &["Id", "Task Title", "Source column", "Destination column", "Executer", "Date", "Time spent"]
            }
            // The columns of the board follow.
            Self::Summary => &["Date"],
        }
    }
}
