//! What names the project of a change, and the statements that find and lock it.

use kanso_db::{Conn, params};
use kanso_domain::{
    ActionId, CategoryId, ColumnId, CommentId, ExternalLinkId, FileId, ProjectId, SubtaskId, SwimlaneId,
    TagId, TaskId, TaskLinkId,
};

use crate::{Error, Kind, Result};

/// What names the project that is to be changed or read: itself, or something in it.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// The project itself.
    Project(ProjectId),
    /// A project that was removed and is kept: for who brings it back or deletes it for good.
    Removed(ProjectId),
    /// The project of a column.
    Column(ColumnId),
    /// The project of a swimlane.
    Swimlane(SwimlaneId),
    /// The project of a task.
    Task(TaskId),
    /// The project of the task that a comment is on.
    Comment(CommentId),
    /// The project of a category.
    Category(CategoryId),
    /// The project of a tag; a tag of all projects has none.
    Tag(TagId),
    /// The project of the task that a subtask is part of.
    Subtask(SubtaskId),
    /// The project of the task that a link starts from.
    TaskLink(TaskLinkId),
    /// The project of the task that an external link is on.
    ExternalLink(ExternalLinkId),
    /// The project of the task that a file is attached to.
    TaskFile(FileId),
    /// The project of an automatic action.
    Action(ActionId),
}

/// The lock, by what names the project, which also tells how far the project's automatic actions reach.
/// `last_modified` never goes back, so 0 leaves it. One that was removed is not there.
macro_rules! lock {
    ($id:literal) => {
        lock!($id, "removed_at = 0")
    };
    ($id:literal, $is_there:literal) => {
        concat!(
            "UPDATE projects SET revision = revision + 1, \
             last_modified = CASE WHEN last_modified < $1 THEN $1 ELSE last_modified END WHERE id = ",
            $id,
            " AND ",
            $is_there,
            " RETURNING id, COALESCE((SELECT MIN(a.reaches) FROM actions a \
               WHERE a.project_id = projects.id AND a.reaches IS NOT NULL AND a.reaches < projects.id), \
             (SELECT a.project_id FROM actions a WHERE a.project_id = projects.id LIMIT 1), 0), \
             rules_version"
        )
    };
}

const LOCK_PROJECT: &str = lock!("$2");
const LOCK_REMOVED: &str = lock!("$2", "removed_at > 0");
const LOCK_OF_COLUMN: &str = lock!("(SELECT project_id FROM columns WHERE id = $2)");
const LOCK_OF_SWIMLANE: &str = lock!("(SELECT project_id FROM swimlanes WHERE id = $2)");
const LOCK_OF_TASK: &str = lock!("(SELECT project_id FROM tasks WHERE id = $2)");
const LOCK_OF_COMMENT: &str =
    lock!("(SELECT t.project_id FROM comments c JOIN tasks t ON t.id = c.task_id WHERE c.id = $2)");

const LOCK_OF_CATEGORY: &str = lock!("(SELECT project_id FROM categories WHERE id = $2)");
const LOCK_OF_TAG: &str = lock!("(SELECT project_id FROM tags WHERE id = $2)");
const LOCK_OF_ACTION: &str = lock!("(SELECT project_id FROM actions WHERE id = $2)");
const LOCK_OF_SUBTASK: &str =
    lock!("(SELECT t.project_id FROM subtasks s JOIN tasks t ON t.id = s.task_id WHERE s.id = $2)");
const LOCK_OF_TASK_LINK: &str =
    lock!("(SELECT t.project_id FROM task_has_links h JOIN tasks t ON t.id = h.task_id WHERE h.id = $2)");
const LOCK_OF_EXTERNAL_LINK: &str = lock!(
    "(SELECT t.project_id FROM task_has_external_links h JOIN tasks t ON t.id = h.task_id WHERE h.id = $2)"
);
const LOCK_OF_TASK_FILE: &str =
    lock!("(SELECT t.project_id FROM task_has_files f JOIN tasks t ON t.id = f.task_id WHERE f.id = $2)");

/// The project that something is in. What is in one that was removed is not there.
macro_rules! find {
    ($id:literal) => {
        concat!("SELECT id FROM projects WHERE removed_at = 0 AND id = (", $id, ")")
    };
}

const FIND_PROJECT: &str = "SELECT id FROM projects WHERE id = $1 AND removed_at = 0";
const FIND_REMOVED: &str = "SELECT id FROM projects WHERE id = $1 AND removed_at > 0";
const PROJECT_OF_COLUMN: &str = find!("SELECT project_id FROM columns WHERE id = $1");
const PROJECT_OF_SWIMLANE: &str = find!("SELECT project_id FROM swimlanes WHERE id = $1");
const PROJECT_OF_TASK: &str = find!("SELECT project_id FROM tasks WHERE id = $1");
const PROJECT_OF_COMMENT: &str =
    find!("SELECT t.project_id FROM comments c JOIN tasks t ON t.id = c.task_id WHERE c.id = $1");
const PROJECT_OF_CATEGORY: &str = find!("SELECT project_id FROM categories WHERE id = $1");
// A tag of all projects is in none.
const PROJECT_OF_TAG: &str = "SELECT project_id FROM tags WHERE id = $1 \
    AND project_id NOT IN (SELECT id FROM projects WHERE removed_at > 0)";
const PROJECT_OF_ACTION: &str = find!("SELECT project_id FROM actions WHERE id = $1");
const PROJECT_OF_SUBTASK: &str =
    find!("SELECT t.project_id FROM subtasks s JOIN tasks t ON t.id = s.task_id WHERE s.id = $1");
const PROJECT_OF_TASK_LINK: &str =
    find!("SELECT t.project_id FROM task_has_links h JOIN tasks t ON t.id = h.task_id WHERE h.id = $1");
const PROJECT_OF_EXTERNAL_LINK: &str = find!(
    "SELECT t.project_id FROM task_has_external_links h JOIN tasks t ON t.id = h.task_id WHERE h.id = $1"
);
const PROJECT_OF_TASK_FILE: &str =
    find!("SELECT t.project_id FROM task_has_files f JOIN tasks t ON t.id = f.task_id WHERE f.id = $1");

/// What is to be changed, and whether that sets the project's `last_modified`.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(super) scope: Scope,
    pub(super) is_touched: bool,
    /// What else is changed, in other projects.
    pub(super) beside: Vec<Scope>,
}

impl<T: Into<Scope>> From<T> for Target {
    fn from(scope: T) -> Self {
        Self { scope: scope.into(), is_touched: false, beside: Vec::new() }
    }
}

impl Scope {
    /// The same, with the project's `last_modified` set together with the lock.
    pub(crate) fn touched(self) -> Target {
        Target { scope: self, is_touched: true, beside: Vec::new() }
    }

    /// The same, with the projects of others locked too. The permission is asked for the first one only.
    pub(crate) fn beside(self, others: impl IntoIterator<Item = Self>) -> Target {
        Target { scope: self, is_touched: false, beside: others.into_iter().collect() }
    }

    pub(super) fn lock(self) -> (&'static str, i64, Kind) {
        match self {
            Self::Project(id) => (LOCK_PROJECT, id.get(), Kind::Project),
            Self::Removed(id) => (LOCK_REMOVED, id.get(), Kind::Project),
            Self::Column(id) => (LOCK_OF_COLUMN, id.get(), Kind::Column),
            Self::Swimlane(id) => (LOCK_OF_SWIMLANE, id.get(), Kind::Swimlane),
            Self::Task(id) => (LOCK_OF_TASK, id.get(), Kind::Task),
            Self::Comment(id) => (LOCK_OF_COMMENT, id.get(), Kind::Comment),
            Self::Category(id) => (LOCK_OF_CATEGORY, id.get(), Kind::Category),
            Self::Tag(id) => (LOCK_OF_TAG, id.get(), Kind::Tag),
            Self::Subtask(id) => (LOCK_OF_SUBTASK, id.get(), Kind::Subtask),
            Self::TaskLink(id) => (LOCK_OF_TASK_LINK, id.get(), Kind::Link),
            Self::ExternalLink(id) => (LOCK_OF_EXTERNAL_LINK, id.get(), Kind::ExternalLink),
            Self::TaskFile(id) => (LOCK_OF_TASK_FILE, id.get(), Kind::File),
            Self::Action(id) => (LOCK_OF_ACTION, id.get(), Kind::Action),
        }
    }

    pub(super) fn find(self) -> (&'static str, i64, Kind) {
        match self {
            Self::Project(id) => (FIND_PROJECT, id.get(), Kind::Project),
            Self::Removed(id) => (FIND_REMOVED, id.get(), Kind::Project),
            Self::Column(id) => (PROJECT_OF_COLUMN, id.get(), Kind::Column),
            Self::Swimlane(id) => (PROJECT_OF_SWIMLANE, id.get(), Kind::Swimlane),
            Self::Task(id) => (PROJECT_OF_TASK, id.get(), Kind::Task),
            Self::Comment(id) => (PROJECT_OF_COMMENT, id.get(), Kind::Comment),
            Self::Category(id) => (PROJECT_OF_CATEGORY, id.get(), Kind::Category),
            Self::Tag(id) => (PROJECT_OF_TAG, id.get(), Kind::Tag),
            Self::Subtask(id) => (PROJECT_OF_SUBTASK, id.get(), Kind::Subtask),
            Self::TaskLink(id) => (PROJECT_OF_TASK_LINK, id.get(), Kind::Link),
            Self::ExternalLink(id) => (PROJECT_OF_EXTERNAL_LINK, id.get(), Kind::ExternalLink),
            Self::TaskFile(id) => (PROJECT_OF_TASK_FILE, id.get(), Kind::File),
            Self::Action(id) => (PROJECT_OF_ACTION, id.get(), Kind::Action),
        }
    }

    /// The project that this belongs to.
    pub(crate) async fn find_project(self, conn: &Conn) -> Result<ProjectId> {
        let (find, id, kind) = self.find();
        let project = conn.one::<(i64,)>(find, params![id]).await?;
        project.map(|(id,)| id.into()).ok_or(Error::NotFound(kind))
    }
}

macro_rules! scope_from {
    ($($id:ty => $variant:ident),*) => {$(
        impl From<$id> for Scope {
            fn from(id: $id) -> Self {
                Self::$variant(id)
            }
        }
    )*};
}

scope_from!(
    ProjectId => Project, ColumnId => Column, SwimlaneId => Swimlane, TaskId => Task, CommentId => Comment,
    CategoryId => Category, TagId => Tag, SubtaskId => Subtask, TaskLinkId => TaskLink,
    ExternalLinkId => ExternalLink, ActionId => Action
);
