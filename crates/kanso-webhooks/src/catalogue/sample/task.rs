//! Samples of what happens to tasks.

use kanso_core::event::{Past, Snapshot};
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, EventName, Field, FieldChange, FieldValue, NamedChange, Slot};

use super::{PROJECT, PROJECT_NAME, bob, past};

pub(super) const ID: i64 = 42;

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// The task with its tags. Its title has what careless templates stumble over.
pub(super) fn snapshot(now: i64) -> Snapshot {
    Snapshot {
        task: Some(Box::new(task(now))),
        tags: vec!["print".to_owned(), "urgent".to_owned()],
        ..Snapshot::default()
    }
}

pub(super) fn fields(name: EventName, now: i64) -> (Event, Snapshot) {
    let (task, mut snapshot) = (ID.into(), snapshot(now));
    let event = if name == EventName::TaskUpdate {
        snapshot.past = past(Past { category: Some("Web".to_owned()), ..Past::default() });
        Event::TaskUpdated { task, changes: changes(now) }
    } else if name == EventName::TaskAssigneeChange {
        snapshot.past = past(Past { assignee: bob(), ..Past::default() });
        Event::TaskAssigned { task, from: 3.into(), to: 2.into() }
    } else if name == EventName::TaskTagChange {
        Event::TaskTagged { task, before: vec!["draft".to_owned(), "print".to_owned()] }
    } else if name == EventName::TaskRemove {
        Event::TaskRemoved { task }
    } else if name == EventName::TaskRestore {
        Event::TaskRestored { task }
    } else {
        Event::TaskCreated { task }
    };
    (event, snapshot)
}

pub(super) fn moves(name: EventName, now: i64) -> (Event, Snapshot) {
    let (task, mut snapshot) = (ID.into(), snapshot(now));
    let to = Slot::new(1.into(), 3.into(), 1);
    let moved = |from: Slot| Event::TaskMoved { task, from, to, moved_before: now - 2 * DAY };
    let event = if name == EventName::TaskMoveProject {
        snapshot.past = past(Past {
            project: Some("Ideas".to_owned()),
            column: Some("Backlog".to_owned()),
            changes: NamedChange::between("column_id", 9, 3).into_iter().collect(),
            ..Past::default()
        });
        Event::TaskMovedToProject { task, from: 4.into(), to: PROJECT.into() }
    } else if name == EventName::TaskMoveColumn {
        snapshot.past = past(Past { column: Some("Ready".to_owned()), ..Past::default() });
        moved(Slot::new(1.into(), 2.into(), 4))
    } else if name == EventName::TaskMoveSwimlane {
        snapshot.past = past(Past { swimlane: Some("Next month".to_owned()), ..Past::default() });
        moved(Slot::new(2.into(), 3.into(), 1))
    } else {
        moved(Slot::new(1.into(), 3.into(), 4))
    };
    (event, snapshot)
}

pub(super) fn turns(name: EventName, now: i64) -> (Event, Snapshot) {
    let (task, mut snapshot) = (ID.into(), snapshot(now));
    let is_closed = name == EventName::TaskClose;
    let (active, completed) = (i64::from(!is_closed), if is_closed { (0, now) } else { (now - DAY, 0) });
    let changes = [
        NamedChange::between("is_active", 1 - active, active),
        NamedChange::between("date_completed", completed.0, completed.1),
    ];
    snapshot.past = past(Past { changes: changes.into_iter().flatten().collect(), ..Past::default() });
    if let Some(task) = &mut snapshot.task {
        task.is_active = active;
        task.date_completed = Some(completed.1);
    }
    (if is_closed { Event::TaskClosed { task } } else { Event::TaskOpened { task } }, snapshot)
}

fn changes(now: i64) -> Vec<FieldChange> {
    let change = |field, from, to| FieldChange { field, from, to };
    vec![
        change(Field::Title, "Print the flyer".into(), TITLE.into()),
        change(Field::DateDue, FieldValue::Null, (now + 3 * DAY).into()),
        change(Field::CategoryId, 5.into(), 6.into()),
        change(Field::Priority, 1.into(), 2.into()),
        change(Field::TimeEstimated, FieldValue::Null, 2.5.into()),
    ]
}

const TITLE: &str = "Print the \"Spring\" flyer";

fn task(now: i64) -> TaskDetails {
    TaskDetails {
        id: ID,
        title: TITLE.to_owned(),
        description: Some("500 copies, **A5**, both sides.\n\nAsk the printer for a proof.".to_owned()),
        date_creation: now - 3 * DAY,
        color_id: "yellow".to_owned(),
        project_id: PROJECT,
        column_id: 3,
        owner_id: 2,
        position: 1,
        is_active: 1,
        date_completed: None,
        score: Some(3),
        date_due: Some(now + 3 * DAY),
        category_id: Some(6),
        creator_id: 2,
        date_modification: now,
        reference: Some("CRM-1207".to_owned()),
        date_started: Some(now - HOUR),
        time_spent: Some(0.5),
        time_estimated: Some(2.5),
        swimlane_id: 1,
        date_moved: now,
        recurrence_status: 0,
        recurrence_trigger: 0,
        recurrence_factor: 0,
        recurrence_timeframe: 0,
        recurrence_basedate: 0,
        recurrence_parent: None,
        recurrence_child: None,
        priority: Some(2),
        external_provider: None,
        external_uri: None,
        category_name: Some("Print".to_owned()),
        category_description: None,
        swimlane_name: Some("This month".to_owned()),
        project_name: PROJECT_NAME.to_owned(),
        default_swimlane: "Default swimlane".to_owned(),
        column_title: "Work in progress".to_owned(),
        column_position: 3,
        assignee_username: Some("alice".to_owned()),
        assignee_name: Some("Alice Martin".to_owned()),
        creator_username: Some("alice".to_owned()),
        creator_name: Some("Alice Martin".to_owned()),
    }
}
