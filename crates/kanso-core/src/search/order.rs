//! In which order tasks are listed.

use kanso_db::{Kind, dialect};

/// What tasks are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Id,
    Title,
    Project,
    /// The place of the column on the board.
    Column,
    /// The place of the swimlane on the board.
    Swimlane,
    /// The place in the lane.
    Position,
    Category,
    /// The name that is shown of who has the task.
    Assignee,
    Priority,
    Due,
    Started,
    /// Open ones first.
    Status,
    Reference,
    Modified,
}

/// An order of tasks. Those that have nothing of what they are sorted by come last, either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    pub by: Sort,
    /// From the last to the first.
    pub is_descending: bool,
}

impl Sort {
    /// Every sort, by the name that addresses and forms have for it.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Id, "id"),
        (Self::Title, "title"),
        (Self::Project, "project"),
        (Self::Column, "column"),
        (Self::Swimlane, "swimlane"),
        (Self::Position, "position"),
        (Self::Category, "category"),
        (Self::Assignee, "assignee"),
        (Self::Priority, "priority"),
        (Self::Due, "due"),
        (Self::Started, "started"),
        (Self::Status, "status"),
        (Self::Reference, "reference"),
        (Self::Modified, "modified"),
    ];

    /// What is compared, and, where a task can have nothing of it, when it has.
    fn terms(self, kind: Kind) -> (String, Option<&'static str>) {
        let text = |column: &str| dialect::fold_ascii(kind, column);
        let plain = str::to_owned;
        match self {
            Self::Id => (plain("t.id"), None),
            Self::Title => (text("t.title"), None),
            Self::Project => (text("p.name"), None),
            Self::Column => (plain("c.position"), None),
            Self::Swimlane => (plain("s.position"), None),
            Self::Position => (plain("t.position"), None),
            Self::Category => (text("k.name"), Some("k.id IS NOT NULL")),
            Self::Assignee => (text("COALESCE(NULLIF(u.name, ''), u.username)"), Some("u.id IS NOT NULL")),
            Self::Priority => (plain("COALESCE(t.priority, 0)"), None),
            Self::Due => (plain("t.date_due"), Some("COALESCE(t.date_due, 0) > 0")),
            Self::Started => (plain("t.date_started"), Some("COALESCE(t.date_started, 0) > 0")),
            Self::Status => (plain("1 - t.is_active"), None),
            Self::Reference => (text("t.reference"), Some("COALESCE(t.reference, '') <> ''")),
            Self::Modified => (plain("t.date_modification"), None),
        }
    }
}

impl Order {
    /// Behind `ORDER BY` of a statement that [`FullTask::select`](crate::board::FullTask::select) begins.
    pub(super) fn sql(self, kind: Kind) -> String {
        let way = if self.is_descending { "DESC" } else { "ASC" };
        let (term, has) = self.by.terms(kind);
        let last = has.map(|has| format!("CASE WHEN {has} THEN 0 ELSE 1 END, ")).unwrap_or_default();
        format!("{last}{term} {way}, t.id {way}")
    }
}
