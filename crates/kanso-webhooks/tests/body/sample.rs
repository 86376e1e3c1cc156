//! Entries of the log as the body is made from them.

use jiff::tz::TimeZone;
use kanso_core::comment::CommentDetails;
use kanso_core::delivery::Claimed;
use kanso_core::endpoint::Format;
use kanso_core::event::{Logged, Snapshot};
use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, EventName};
use kanso_webhooks::body::Style;
use serde_json::Value;

/// A delivery of `event` under `name`.
pub(crate) fn claimed(name: EventName, event: Event, snapshot: Snapshot, actor: Option<String>) -> Claimed {
    let logged = Logged {
        id: 1.into(),
        project: snapshot.task.as_ref().map_or(1, |task| task.project_id).into(),
        event,
        snapshot,
        salt: "0badcafe".to_owned(),
        cause: None,
        depth: 0,
        actor_id: i64::from(actor.is_some()).into(),
        actor,
        at: 1_795_288_210,
    };
    Claimed {
        id: 1.into(),
        name,
        message_id: "msg_1".to_owned(),
        order_key: 0,
        attempt: 1,
        leased_until_ms: 0,
        tries: 1,
        body: None,
        event: logged,
    }
}

/// A number, however it is written; 0 where there is none.
pub(crate) fn number(object: &Value, key: &str) -> i64 {
    maybe_number(object, key).unwrap_or_default()
}

pub(crate) fn maybe_number(object: &Value, key: &str) -> Option<i64> {
    let value = object.get(key)?;
    value.as_i64().or_else(|| value.as_str().map(|text| text.parse().unwrap()))
}

fn hours(object: &Value, key: &str) -> Option<f64> {
    let value = object.get(key)?;
    value.as_f64().or_else(|| value.as_str().map(|text| text.parse().unwrap()))
}

pub(crate) fn text(object: &Value, key: &str) -> String {
    maybe_text(object, key).unwrap_or_default()
}

fn maybe_text(object: &Value, key: &str) -> Option<String> {
    object.get(key)?.as_str().map(str::to_owned)
}

/// The task whose fields are in `object`.
pub(crate) fn task(object: &Value) -> TaskDetails {
    let (int, maybe) = (|key| number(object, key), |key| maybe_number(object, key));
    TaskDetails {
        id: maybe("id").unwrap_or_else(|| int("task_id")),
        title: text(object, "title"),
        description: maybe_text(object, "description"),
        date_creation: int("date_creation"),
        color_id: text(object, "color_id"),
        project_id: int("project_id"),
        column_id: int("column_id"),
        owner_id: int("owner_id"),
        position: int("position"),
        is_active: int("is_active"),
        date_completed: maybe("date_completed"),
        score: maybe("score"),
        date_due: maybe("date_due"),
        category_id: maybe("category_id"),
        creator_id: int("creator_id"),
        date_modification: int("date_modification"),
        reference: maybe_text(object, "reference"),
        date_started: maybe("date_started"),
        time_spent: hours(object, "time_spent"),
        time_estimated: hours(object, "time_estimated"),
        swimlane_id: int("swimlane_id"),
        date_moved: int("date_moved"),
        recurrence_status: int("recurrence_status"),
        recurrence_trigger: int("recurrence_trigger"),
        recurrence_factor: int("recurrence_factor"),
        recurrence_timeframe: int("recurrence_timeframe"),
        recurrence_basedate: int("recurrence_basedate"),
        recurrence_parent: maybe("recurrence_parent"),
        recurrence_child: maybe("recurrence_child"),
        priority: maybe("priority"),
        external_provider: maybe_text(object, "external_provider"),
        external_uri: maybe_text(object, "external_uri"),
        category_name: maybe_text(object, "category_name"),
        category_description: maybe_text(object, "category_description"),
        swimlane_name: maybe_text(object, "swimlane_name"),
        project_name: text(object, "project_name"),
        default_swimlane: text(object, "default_swimlane"),
        column_title: text(object, "column_title"),
        column_position: int("column_position"),
        assignee_username: maybe_text(object, "assignee_username"),
        assignee_name: maybe_text(object, "assignee_name"),
        creator_username: maybe_text(object, "creator_username"),
        creator_name: maybe_text(object, "creator_name"),
    }
}

/// The comment whose fields are in `object`.
pub(crate) fn comment(object: &Value) -> CommentDetails {
    CommentDetails {
        id: number(object, "id").into(),
        task_id: number(object, "task_id").into(),
        user_id: number(object, "user_id").into(),
        date_creation: number(object, "date_creation"),
        date_modification: number(object, "date_modification"),
        comment: text(object, "comment"),
        reference: text(object, "reference"),
        visibility: text(object, "visibility"),
        username: maybe_text(object, "username"),
        name: maybe_text(object, "name"),
        email: maybe_text(object, "email"),
        avatar_path: maybe_text(object, "avatar_path"),
    }
}

/// The subtask whose fields are in `object`.
pub(crate) fn subtask(object: &Value) -> SubtaskDetails {
    SubtaskDetails {
        id: number(object, "id").into(),
        title: text(object, "title"),
        status: number(object, "status"),
        time_estimated: hours(object, "time_estimated").unwrap_or_default(),
        time_spent: hours(object, "time_spent").unwrap_or_default(),
        task_id: number(object, "task_id").into(),
        user_id: number(object, "user_id").into(),
        position: number(object, "position"),
        username: maybe_text(object, "username"),
        name: maybe_text(object, "name"),
        timer_start_date: number(object, "timer_start_date"),
    }
}

/// The link whose fields are in `object`.
pub(crate) fn task_link(object: &Value) -> TaskLinkDetails {
    TaskLinkDetails {
        id: number(object, "id").into(),
        opposite_task_id: number(object, "opposite_task_id").into(),
        task_id: number(object, "task_id").into(),
        link_id: number(object, "link_id").into(),
        label: text(object, "label"),
        opposite_link_id: number(object, "opposite_link_id"),
    }
}

/// The file whose fields are in `object`.
pub(crate) fn file(object: &Value) -> FileDetails {
    FileDetails {
        id: number(object, "id").into(),
        name: text(object, "name"),
        path: text(object, "path"),
        is_image: number(object, "is_image"),
        task_id: number(object, "task_id").into(),
        date: number(object, "date"),
        user_id: number(object, "user_id").into(),
        size: number(object, "size"),
    }
}

/// A format of an endpoint at an address.
pub(crate) fn style(format: Format) -> Style<'static> {
    let template = r#"{"text": "{{ type }}: {{ data.task.title }}", "changes": {{ data.changes | tojson }}}"#;
    static UTC: TimeZone = TimeZone::UTC;
    let (url, base) = ("https://chat.example/hook", "https://kanso.example/");
    Style { format, template, url, base, zone: &UTC }
}
