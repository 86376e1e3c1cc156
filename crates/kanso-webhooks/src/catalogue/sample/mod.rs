//! A sample of every event, as it could stand in the log.

mod managed;
mod piece;
mod task;

use kanso_core::event::{Logged, Past, Person, Snapshot};
use kanso_domain::{Event, EventName, Subject};

/// The project of the samples.
const PROJECT: i64 = 1;
const PROJECT_NAME: &str = "Spring campaign";

/// A sample of the event of this name, as if it had happened at `now` (Unix seconds).
pub fn sample(name: EventName, now: i64) -> Logged {
    let (event, snapshot) = told(name, now);
    let is_of_instance = matches!(name, EventName::Managed(Subject::User | Subject::Group, _));
    Logged {
        id: 4711.into(),
        project: if is_of_instance { 0 } else { PROJECT }.into(),
        event,
        salt: "5a3b1e00".to_owned(),
        cause: None,
        depth: 0,
        actor_id: 2.into(),
        actor: Some("alice".to_owned()),
        at: now,
        snapshot: Snapshot { actor_name: Some("Alice Martin".to_owned()), ..snapshot },
    }
}

fn told(name: EventName, now: i64) -> (Event, Snapshot) {
    match name {
        EventName::TaskCreate
        | EventName::TaskUpdate
        | EventName::TaskAssigneeChange
        | EventName::TaskTagChange
        | EventName::TaskRemove
        | EventName::TaskRestore => task::fields(name, now),
        EventName::TaskMoveColumn
        | EventName::TaskMovePosition
        | EventName::TaskMoveSwimlane
        | EventName::TaskMoveProject => task::moves(name, now),
        EventName::TaskClose | EventName::TaskOpen => task::turns(name, now),
        EventName::CommentCreate | EventName::CommentUpdate | EventName::CommentDelete => {
            piece::comment(name, now)
        }
        EventName::SubtaskCreate | EventName::SubtaskUpdate | EventName::SubtaskDelete => {
            piece::subtask(name, now)
        }
        EventName::LinkCreateUpdate | EventName::LinkDelete => piece::link(name, now),
        EventName::FileCreate | EventName::FileDestroy => piece::file(name, now),
        EventName::Managed(subject, act) => managed::sample(subject, act, now),
    }
}

/// What was before.
fn past(past: Past) -> Option<Box<Past>> {
    Some(Box::new(past))
}

fn bob() -> Option<Person> {
    Some(Person { id: 3.into(), username: "bob".to_owned(), name: Some("Bob Ferreira".to_owned()) })
}
