//! Samples of what happens to the parts of tasks.

use kanso_core::comment::CommentDetails;
use kanso_core::event::{Past, Snapshot};
use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_domain::{Event, EventName, NamedChange};

use super::task::{ID, snapshot};
use super::{bob, past};

pub(super) fn comment(name: EventName, now: i64) -> (Event, Snapshot) {
    let (task, comment) = (ID.into(), 7.into());
    let event = if name == EventName::CommentCreate {
        Event::CommentCreated { task, comment }
    } else if name == EventName::CommentUpdate {
        Event::CommentUpdated { task, comment, before: "The printer asks for a PDF.".to_owned() }
    } else {
        Event::CommentRemoved { task, comment }
    };
    let written = CommentDetails {
        id: comment,
        task_id: task,
        user_id: 2.into(),
        date_creation: now,
        date_modification: now,
        comment: "The printer asks for a PDF with **3 mm** of bleed.".to_owned(),
        reference: String::new(),
        visibility: "app-user".to_owned(),
        username: Some("alice".to_owned()),
        name: Some("Alice Martin".to_owned()),
        email: None,
        avatar_path: None,
    };
    (event, Snapshot { comment: Some(Box::new(written)), ..snapshot(now) })
}

pub(super) fn subtask(name: EventName, now: i64) -> (Event, Snapshot) {
    let (task, subtask) = (ID.into(), 8.into());
    let mut snapshot = snapshot(now);
    let event = if name == EventName::SubtaskCreate {
        Event::SubtaskCreated { task, subtask }
    } else if name == EventName::SubtaskUpdate {
        let changes = [NamedChange::between("status", 0, 1), NamedChange::between("user_id", 3, 2)];
        snapshot.past = past(Past { assignee: bob(), ..Past::default() });
        Event::SubtaskUpdated { task, subtask, changes: changes.into_iter().flatten().collect() }
    } else {
        Event::SubtaskRemoved { task, subtask }
    };
    let details = SubtaskDetails {
        id: subtask,
        title: "Choose the paper".to_owned(),
        status: 1,
        time_estimated: 0.5,
        time_spent: 0.25,
        task_id: task,
        user_id: 2.into(),
        position: 1,
        username: Some("alice".to_owned()),
        name: Some("Alice Martin".to_owned()),
        timer_start_date: 0,
    };
    (event, Snapshot { subtask: Some(Box::new(details)), ..snapshot })
}

pub(super) fn link(name: EventName, now: i64) -> (Event, Snapshot) {
    let (task, link) = (ID.into(), 9.into());
    let event = if name == EventName::LinkCreateUpdate {
        Event::LinkSaved { task, link }
    } else {
        Event::LinkRemoved { task, link }
    };
    let details = TaskLinkDetails {
        id: link,
        opposite_task_id: 40.into(),
        task_id: task,
        link_id: 3.into(),
        label: "is blocked by".to_owned(),
        opposite_link_id: 2,
    };
    (event, Snapshot { task_link: Some(Box::new(details)), ..snapshot(now) })
}

pub(super) fn file(name: EventName, now: i64) -> (Event, Snapshot) {
    let (task, file) = (ID.into(), 10.into());
    let event = if name == EventName::FileCreate {
        Event::FileAdded { task, file }
    } else {
        Event::FileRemoved { task, file }
    };
    let details = FileDetails {
        id: file,
        name: "flyer-proof.pdf".to_owned(),
        path: "tasks/42/6f32893e467e76671965b1ec58c06a2440823752".to_owned(),
        is_image: 0,
        task_id: task,
        date: now,
        user_id: 2.into(),
        size: 1_482_907,
    };
    (event, Snapshot { file: Some(Box::new(details)), ..snapshot(now) })
}
