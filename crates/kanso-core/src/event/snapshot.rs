//! What an event is about, kept as it was when it happened.

use kanso_db::params;
use kanso_domain::{NamedChange, ProjectId, TaskId, UserId};
use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::comment::CommentDetails;
use crate::file::FileDetails;
use crate::link::TaskLinkDetails;
use crate::subtask::SubtaskDetails;
use crate::task::{TaskDetails, details};
use crate::{Actor, Result};

/// What an event is about, as it was right after it (for removals: right before).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The task, for events of tasks and their parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<Box<TaskDetails>>,
    /// The comment, for events of comments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Box<CommentDetails>>,
    /// The subtask, for events of subtasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtask: Option<Box<SubtaskDetails>>,
    /// The link, for events of links between tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_link: Option<Box<TaskLinkDetails>>,
    /// The file, for events of files of tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Box<FileDetails>>,
    /// The object that an event of a [`Subject`](kanso_domain::Subject) is about, without secrets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub managed: Option<serde_json::Value>,
    /// The names of the task's tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What the event left behind; `None` when that has no names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<Box<Past>>,
    /// The name of the project of an event that is about no task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project_name: Option<String>,
    /// The name to show of who did it, where it is not the user name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// What the event that led to it is called outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
}

/// What a task had before an event and has no longer, with the names that its ids had then.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Both ends of stored fields that changed along with what the event itself tells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<NamedChange>,
    /// The name of the project it left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The title of the column it left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The name of the swimlane it left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swimlane: Option<String>,
    /// The name of the category it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Who had it, or the subtask that the event is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<Person>,
}

/// An account by its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Its id.
    pub id: UserId,
    /// Its user name.
    pub username: String,
    /// The name to show, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Snapshot {
    /// The task as it is now, inside the change.
    pub(crate) async fn of_task(change: &Change<'_>, task: TaskId) -> Result<Self> {
        const TAGS: &str = "SELECT g.name FROM task_has_tags h JOIN tags g ON g.id = h.tag_id \
            WHERE h.task_id = $1 ORDER BY g.id";
        let tags = change.conn().all::<(String,)>(TAGS, params![task.get()]).await?;
        let tags = tags.into_iter().map(|(name,)| name).collect();
        Ok(Self { tags, ..Self::of_untagged_task(change, task).await? })
    }

    /// The same for a task that has no tags.
    pub(crate) async fn of_untagged_task(change: &Change<'_>, task: TaskId) -> Result<Self> {
        Ok(Self { task: Some(Box::new(details(change.conn(), task).await?)), ..Self::default() })
    }

    /// The object of an event that is about no task. It must hold no secrets: receivers see it.
    pub(crate) async fn of_managed(
        change: &Change<'_>,
        project: ProjectId,
        object: &impl Serialize,
    ) -> Result<Self> {
        const NAME: &str = "SELECT name FROM projects WHERE id = $1";
        let project_name = if project.is_none() {
            None
        } else {
            change.conn().one::<(String,)>(NAME, params![project.get()]).await?.map(|(name,)| name)
        };
        Ok(Self { managed: Some(serde_json::to_value(object)?), project_name, ..Self::default() })
    }

    /// As it is stored: with who did it and what led to it.
    pub(crate) fn stored(&self, actor: &Actor, cause: Option<String>) -> Result<String> {
        let actor_name = match actor {
            Actor::Application => None,
            Actor::User(user) => user.name.clone(),
        };
        Ok(serde_json::to_string(&Self { actor_name, cause, ..self.clone() })?)
    }
}
