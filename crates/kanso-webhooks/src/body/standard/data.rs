//! The part of the standard body that differs from event to event.

use kanso_core::event::Logged;
use kanso_domain::Event;
use schemars::JsonSchema;
use serde::Serialize;

use super::changes::TaskChanges;
use super::managed::ManagedData;
use super::piece::{Comment, CommentChanges, File, Link};
use super::subtask::{Subtask, SubtaskChanges};
use super::task::Task;
use super::tell::Teller;
use crate::body::{Error, comment, file, subtask, task, task_link};

/// What an event is about.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Data<'a> {
    Task(Box<TaskData<'a>>),
    ChangedTask(Box<ChangedTask<'a>>),
    Comment(Box<CommentData<'a>>),
    ChangedComment(Box<ChangedComment<'a>>),
    Subtask(Box<SubtaskData<'a>>),
    ChangedSubtask(Box<ChangedSubtask<'a>>),
    Link(Box<LinkData<'a>>),
    File(Box<FileData<'a>>),
    Managed(ManagedData<'a>),
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct TaskData<'a> {
    task: Task<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct ChangedTask<'a> {
    task: Task<'a>,
    changes: TaskChanges<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct CommentData<'a> {
    task: Task<'a>,
    comment: Comment<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct ChangedComment<'a> {
    task: Task<'a>,
    comment: Comment<'a>,
    changes: CommentChanges<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct SubtaskData<'a> {
    task: Task<'a>,
    subtask: Subtask<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct ChangedSubtask<'a> {
    task: Task<'a>,
    subtask: Subtask<'a>,
    changes: SubtaskChanges<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct LinkData<'a> {
    task: Task<'a>,
    link: Link<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct FileData<'a> {
    task: Task<'a>,
    file: File<'a>,
}

impl<'a> Data<'a> {
    pub(crate) fn new(logged: &'a Logged, base: &str) -> Result<Self, Error> {
        if let Event::Managed { subject, act, changes, .. } = &logged.event {
            return Ok(Self::Managed(ManagedData::new(logged, *subject, *act, changes)?));
        }
        let (details, snapshot) = (task(logged)?, &logged.snapshot);
        let task = Task::new(details, snapshot, base);
        Ok(match &logged.event {
            Event::CommentUpdated { before, .. } => {
                let comment = comment(logged)?;
                let changes = CommentChanges::new(before, comment);
                Self::ChangedComment(Box::new(ChangedComment { task, comment: comment.into(), changes }))
            }
            Event::CommentCreated { .. } | Event::CommentRemoved { .. } => {
                Self::Comment(Box::new(CommentData { task, comment: comment(logged)?.into() }))
            }
            Event::SubtaskUpdated { changes, .. } => {
                let subtask = subtask(logged)?;
                let changes = SubtaskChanges::new(changes, subtask, snapshot.past.as_deref());
                Self::ChangedSubtask(Box::new(ChangedSubtask { task, subtask: subtask.into(), changes }))
            }
            Event::SubtaskCreated { .. } | Event::SubtaskRemoved { .. } => {
                Self::Subtask(Box::new(SubtaskData { task, subtask: subtask(logged)?.into() }))
            }
            Event::LinkSaved { .. } | Event::LinkRemoved { .. } => {
                Self::Link(Box::new(LinkData { task, link: Link::new(task_link(logged)?, base) }))
            }
            Event::FileAdded { .. } | Event::FileRemoved { .. } => {
                Self::File(Box::new(FileData { task, file: file(logged)?.into() }))
            }
            Event::TaskCreated { .. }
            | Event::TaskUpdated { .. }
            | Event::TaskAssigned { .. }
            | Event::TaskTagged { .. }
            | Event::TaskMoved { .. }
            | Event::TaskClosed { .. }
            | Event::TaskOpened { .. }
            | Event::TaskRemoved { .. }
            | Event::TaskRestored { .. }
            | Event::TaskMovedToProject { .. }
            | Event::Managed { .. } => match Teller::new(details, snapshot).tell(&logged.event) {
                Some(changes) => Self::ChangedTask(Box::new(ChangedTask { task, changes })),
                None => Self::Task(Box::new(TaskData { task })),
            },
        })
    }
}
