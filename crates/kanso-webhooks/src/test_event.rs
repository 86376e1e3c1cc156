//! A sample event, sent at once, so that people can try an address before anything depends on it.

use kanso_core::endpoint::Format;
use kanso_core::event::{Logged, Snapshot};
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, EventName};

use crate::attempt::{AttemptReport, Message, Sender};
use crate::body;

/// Sends a `task.create` of a task that does not exist. `now` is in Unix seconds.
///
/// Nothing is stored, and nothing is tried again.
pub async fn send_test(sender: &Sender, url: &str, token: &str, format: Format, now: i64) -> AttemptReport {
    let body = match body::write(format, EventName::TaskCreate, &sample(now)) {
        Ok(body) => body,
        Err(error) => return AttemptReport::refused(error.to_string()),
    };
    let id = format!("msg_test_{:08x}", getrandom::u32().unwrap_or_default());
    match sender.target(url, token) {
        Ok(target) => sender.post(&target, Message { id: &id, timestamp: now, body }).await,
        Err(refusal) => AttemptReport::refused(refusal.to_string()),
    }
}

fn sample(now: i64) -> Logged {
    let task = sample_task(now);
    Logged {
        id: 1.into(),
        project: task.project_id.into(),
        event: Event::TaskCreated { task: task.id.into() },
        actor_id: task.creator_id.into(),
        actor: task.creator_username.clone(),
        at: now,
        snapshot: Snapshot { task: Some(Box::new(task)), ..Snapshot::default() },
    }
}

fn sample_task(now: i64) -> TaskDetails {
    TaskDetails {
        id: 1,
        title: "A test from Kanso".to_owned(),
        description: Some("This task does not exist. It shows what a webhook looks like.".to_owned()),
        date_creation: now,
        color_id: "yellow".to_owned(),
        project_id: 1,
        column_id: 1,
        owner_id: 0,
        position: 1,
        is_active: 1,
        date_completed: None,
        score: None,
        date_due: None,
        category_id: None,
        creator_id: 1,
        date_modification: now,
        reference: None,
        date_started: None,
        time_spent: None,
        time_estimated: None,
        swimlane_id: 1,
        date_moved: now,
        recurrence_status: 0,
        recurrence_trigger: 0,
        recurrence_factor: 0,
        recurrence_timeframe: 0,
        recurrence_basedate: 0,
        recurrence_parent: None,
        recurrence_child: None,
        priority: None,
        external_provider: None,
        external_uri: None,
        category_name: None,
        category_description: None,
        swimlane_name: Some("Default swimlane".to_owned()),
        project_name: "Sample project".to_owned(),
        default_swimlane: "Default swimlane".to_owned(),
        column_title: "Backlog".to_owned(),
        column_position: 1,
        assignee_username: None,
        assignee_name: None,
        creator_username: Some("admin".to_owned()),
        creator_name: None,
    }
}
