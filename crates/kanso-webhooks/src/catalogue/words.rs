//! What events mean, in words for people.

use kanso_domain::{Act, EventName, Subject};

/// What happened, in a few words.
pub(super) const fn title(name: EventName) -> &'static str {
    match name {
        EventName::TaskCreate => "Task created",
        EventName::TaskUpdate => "Task changed",
        EventName::TaskAssigneeChange => "Task assigned",
        EventName::TaskTagChange => "Task has other tags",
        EventName::TaskMoveColumn => "Task moved to another column",
        EventName::TaskMovePosition => "Task moved within its column",
        EventName::TaskMoveSwimlane => "Task moved to another swimlane",
        EventName::TaskMoveProject => "Task moved to another project",
        EventName::TaskClose => "Task closed",
        EventName::TaskOpen => "Task opened again",
        EventName::TaskRemove => "Task deleted",
        EventName::TaskRestore => "Task restored",
        EventName::CommentCreate => "Comment written",
        EventName::CommentUpdate => "Comment changed",
        EventName::CommentDelete => "Comment deleted",
        EventName::SubtaskCreate => "Subtask added",
        EventName::SubtaskUpdate => "Subtask changed",
        EventName::SubtaskDelete => "Subtask deleted",
        EventName::LinkCreateUpdate => "Tasks linked",
        EventName::LinkDelete => "Link between tasks removed",
        EventName::FileCreate => "File attached",
        EventName::FileDestroy => "File deleted",
        EventName::Managed(subject, act) => managed_title(subject, act),
    }
}

/// When it is told and what it holds.
pub(super) const fn description(name: EventName) -> &'static str {
    match name {
        EventName::TaskCreate => {
            "A task was added to a board, by hand, by a program, or as a copy of another one."
        }
        EventName::TaskUpdate => {
            "Fields of a task have other values. `changes` has both ends of each. When the assignee changed and \
             nothing else, the event is `task.assignee_change`."
        }
        EventName::TaskAssigneeChange => {
            "Somebody else has the task to do, or nobody. `changes` has who had it before."
        }
        EventName::TaskTagChange => {
            "A task has other tags. `changes` has the names of those it had and has. When fields changed with them, \
             `task.update` comes first."
        }
        EventName::TaskMoveColumn => {
            "A task was moved to another column of its board. `changes` has the column it left, by id and name."
        }
        EventName::TaskMovePosition => "A task has another place in its column. `changes` has both places.",
        EventName::TaskMoveSwimlane => {
            "A task was moved to another swimlane of its board. When it was moved to another column too, \
             `task.move.column` follows with the same data."
        }
        EventName::TaskMoveProject => {
            "A task was moved to the board of another project. `changes` has the project that it left, and what \
             else had to change with it: column, swimlane, category, assignee."
        }
        EventName::TaskClose => "A task was closed.",
        EventName::TaskOpen => "A closed task was opened again.",
        EventName::TaskRemove => "A task was deleted with all that belonged to it. `task` is what it was.",
        EventName::TaskRestore => {
            "A deleted task was brought back, under its old id and with all that belonged to it. `task.file.create` \
             follows for each of its files."
        }
        EventName::CommentCreate => "Somebody wrote a comment on a task.",
        EventName::CommentUpdate => "The text of a comment changed. `changes` has both texts.",
        EventName::CommentDelete => "A comment was deleted. `comment` is what it was.",
        EventName::SubtaskCreate => "A subtask was added to a task.",
        EventName::SubtaskUpdate => "A subtask changed. `changes` has both ends of each field.",
        EventName::SubtaskDelete => "A subtask was deleted. `subtask` is what it was.",
        EventName::LinkCreateUpdate => {
            "A link from the task to another one was made or changed. The other task has an event of its own, as it \
             sees the link."
        }
        EventName::LinkDelete => {
            "A link between two tasks was removed. It is told once, for the task it was removed from."
        }
        EventName::FileCreate => "A file was attached to a task.",
        EventName::FileDestroy => "A file of a task was deleted.",
        EventName::Managed(subject, act) => managed_description(subject, act),
    }
}

/// The words for the acts on a kind of thing. Only projects are brought back.
macro_rules! acts {
    ($act:ident, $create:literal, $update:literal, $remove:literal) => {
        acts!($act, $create, $update, $remove, $create)
    };
    ($act:ident, $create:literal, $update:literal, $remove:literal, $restore:literal) => {
        match $act {
            Act::Create => $create,
            Act::Update => $update,
            Act::Remove => $remove,
            Act::Restore => $restore,
        }
    };
}

const fn managed_title(subject: Subject, act: Act) -> &'static str {
    match subject {
        Subject::Project => {
            acts!(act, "Project created", "Project changed", "Project deleted", "Project restored")
        }
        Subject::Column => acts!(act, "Column added", "Column changed", "Column deleted"),
        Subject::Swimlane => acts!(act, "Swimlane added", "Swimlane changed", "Swimlane deleted"),
        Subject::Category => acts!(act, "Category added", "Category changed", "Category deleted"),
        Subject::Tag => acts!(act, "Tag added", "Tag changed", "Tag deleted"),
        Subject::User => acts!(act, "Account created", "Account changed", "Account deleted"),
        Subject::Group => acts!(act, "Group created", "Group changed", "Group deleted"),
        Subject::Permission => acts!(act, "Role given", "Role changed", "Role taken"),
        Subject::Endpoint => acts!(act, "Webhook added", "Webhook changed", "Webhook deleted"),
    }
}

const fn managed_description(subject: Subject, act: Act) -> &'static str {
    match subject {
        Subject::Project => acts!(
            act,
            "A project was created.",
            "The settings of a project changed. `changes` has both ends of each.",
            "A project was deleted with all that belonged to it. `project` is what it was.",
            "A deleted project was brought back, under its old id and with all that belonged to it."
        ),
        Subject::Column => acts!(
            act,
            "A column was added to a board.",
            "A column was renamed, moved, or has another limit. `changes` has both ends of each field.",
            "A column was deleted. `column` is what it was."
        ),
        Subject::Swimlane => acts!(
            act,
            "A swimlane was added to a board.",
            "A swimlane was renamed, moved, shown or hidden. `changes` has both ends of each field.",
            "A swimlane was deleted. `swimlane` is what it was."
        ),
        Subject::Category => acts!(
            act,
            "A category was added to a project.",
            "A category changed. `changes` has both ends of each field.",
            "A category was deleted. `category` is what it was."
        ),
        Subject::Tag => acts!(
            act,
            "A tag came to be: in a project, or in all of them.",
            "The name or colour of a tag changed. `changes` has both ends.",
            "A tag was deleted, also from the tasks that had it. `tag` is what it was."
        ),
        Subject::User => acts!(
            act,
            "An account was created.",
            "An account changed: names, address, role, or whether it may sign in. Never told: its password.",
            "An account was deleted. `user` is what it was."
        ),
        Subject::Group => acts!(
            act,
            "A group of accounts was created.",
            "A group was renamed, or its members changed. `changes` has both ends of each field.",
            "A group was deleted. `group` is what it was."
        ),
        Subject::Permission => acts!(
            act,
            "An account or a group was given a role in a project.",
            "The role of an account or a group in a project changed. `changes` has both roles.",
            "The role of an account or a group in a project was taken."
        ),
        Subject::Endpoint => acts!(
            act,
            "A webhook was added. Of its address only the host is told.",
            "A webhook changed, or was switched off because nothing arrived for days: `disabled_reason` says so.",
            "A webhook was deleted. `endpoint` is what it was."
        ),
    }
}
