//! What Kanboard's log says of things, as this program says it.

use kanso_core::comment::CommentDetails;
use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_core::task::TaskDetails;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value};

use crate::map::value;

/// An object, whose numbers may be told as text.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a Map<String, Value>);

impl<'a> Fields<'a> {
    pub(super) fn object(self, name: &str) -> Option<Fields<'a>> {
        self.0.get(name)?.as_object().map(Fields)
    }

    pub(super) fn int(&self, name: &str) -> Option<i64> {
        int(self.0.get(name)?)
    }

    pub(super) fn real(&self, name: &str) -> Option<f64> {
        real(self.0.get(name)?)
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Value::String(text) => Some(text.replace('\0', "")),
            Value::Number(number) => Some(number.to_string()),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// Somebody or something by its id; 0 for nobody.
    fn id<T: From<i64>>(&self, name: &str) -> T {
        self.count(name).into()
    }

    fn count(&self, name: &str) -> i64 {
        self.int(name).unwrap_or_default()
    }

    fn words(&self, name: &str) -> String {
        self.text(name).unwrap_or_default()
    }
}

pub(super) fn int(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        Value::Bool(flag) => Some(i64::from(*flag)),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

pub(super) fn real(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The task as it was then.
pub(super) fn task(f: Fields<'_>, id: i64, project: i64) -> TaskDetails {
    TaskDetails {
        id,
        title: f.words("title"),
        description: f.text("description"),
        date_creation: f.count("date_creation"),
        color_id: f.words("color_id"),
        project_id: f.int("project_id").unwrap_or(project),
        column_id: f.count("column_id"),
        owner_id: f.count("owner_id"),
        position: f.count("position"),
        is_active: f.int("is_active").unwrap_or(1),
        date_completed: f.int("date_completed"),
        score: f.int("score"),
        date_due: f.int("date_due"),
        category_id: f.int("category_id"),
        creator_id: f.count("creator_id"),
        date_modification: f.count("date_modification"),
        reference: f.text("reference"),
        date_started: f.int("date_started"),
        time_spent: f.real("time_spent"),
        time_estimated: f.real("time_estimated"),
        swimlane_id: f.count("swimlane_id"),
        date_moved: f.count("date_moved"),
        recurrence_status: f.count("recurrence_status"),
        recurrence_trigger: f.count("recurrence_trigger"),
        recurrence_factor: f.count("recurrence_factor"),
        recurrence_timeframe: f.count("recurrence_timeframe"),
        recurrence_basedate: f.count("recurrence_basedate"),
        recurrence_parent: f.int("recurrence_parent"),
        recurrence_child: f.int("recurrence_child"),
        priority: f.int("priority"),
        external_provider: f.text("external_provider"),
        external_uri: f.text("external_uri"),
        category_name: f.text("category_name"),
        category_description: f.text("category_description"),
        swimlane_name: f.text("swimlane_name"),
        project_name: f.words("project_name"),
        default_swimlane: f.words("default_swimlane"),
        column_title: f.words("column_title"),
        column_position: f.count("column_position"),
        assignee_username: f.text("assignee_username"),
        assignee_name: f.text("assignee_name"),
        creator_username: f.text("creator_username"),
        creator_name: f.text("creator_name"),
    }
}

pub(super) fn comment(f: Fields<'_>, task: i64) -> CommentDetails {
    CommentDetails {
        id: f.id("id"),
        task_id: task.into(),
        user_id: f.id("user_id"),
        date_creation: f.count("date_creation"),
        date_modification: f.count("date_modification"),
        comment: f.words("comment"),
        reference: f.words("reference"),
        // Of a comment of before there were any, all may read.
        visibility: f.text("visibility").unwrap_or_else(|| "app-user".to_owned()),
        username: f.text("username"),
        name: f.text("name"),
        email: f.text("email"),
        avatar_path: f.text("avatar_path"),
    }
}

pub(super) fn subtask(f: Fields<'_>, task: i64) -> SubtaskDetails {
    SubtaskDetails {
        id: f.id("id"),
        title: f.words("title"),
        status: f.count("status"),
        time_estimated: f.real("time_estimated").unwrap_or_default(),
        time_spent: f.real("time_spent").unwrap_or_default(),
        task_id: task.into(),
        user_id: f.id("user_id"),
        position: f.count("position"),
        username: f.text("username"),
        name: f.text("name"),
        timer_start_date: f.count("timer_start_date"),
    }
}

pub(super) fn file(f: Fields<'_>, task: i64) -> FileDetails {
    FileDetails {
        id: f.id("id"),
        name: f.words("name"),
        path: f.words("path"),
        is_image: f.count("is_image"),
        task_id: task.into(),
        date: f.count("date"),
        user_id: f.id("user_id"),
        size: f.count("size"),
    }
}

pub(super) fn link(f: Fields<'_>, task: i64) -> TaskLinkDetails {
    TaskLinkDetails {
        id: f.id("id"),
        opposite_task_id: f.id("opposite_task_id"),
        task_id: task.into(),
        link_id: f.id("link_id"),
        label: f.words("label"),
        opposite_link_id: f.count("opposite_link_id"),
    }
}

/// The task as it is now.
pub(super) fn current(conn: &Connection, id: i64) -> Result<Option<TaskDetails>, String> {
    const FIND: &str = "SELECT t.*, p.name AS project_name, s.name AS swimlane_name, k.name AS category_name, \
        c.title AS column_title, c.position AS column_position, o.username AS assignee_username, \
        o.name AS assignee_name, m.username AS creator_username, m.name AS creator_name \
        FROM tasks t LEFT JOIN projects p ON p.id = t.project_id LEFT JOIN columns c ON c.id = t.column_id \
        LEFT JOIN swimlanes s ON s.id = t.swimlane_id LEFT JOIN project_has_categories k ON k.id = t.category_id \
        LEFT JOIN users o ON o.id = t.owner_id LEFT JOIN users m ON m.id = t.creator_id WHERE t.id = ?1";
    let mut find = conn.prepare_cached(FIND).map_err(super::told)?;
    let names: Vec<String> = find.column_names().map(str::to_owned).collect();
    let found = find.query_row([id], |row| {
        let mut fields = Map::new();
        for (column, name) in names.iter().enumerate() {
            let stored = row.get::<_, rusqlite::types::Value>(column)?;
            let told = match &stored {
                rusqlite::types::Value::Integer(number) => (*number).into(),
                rusqlite::types::Value::Real(number) => (*number).into(),
                rusqlite::types::Value::Null
                | rusqlite::types::Value::Text(_)
                | rusqlite::types::Value::Blob(_) => value::text(&stored).into(),
            };
            fields.insert(name.clone(), told);
        }
        Ok(fields)
    });
    let found = found.optional().map_err(super::told)?;
    Ok(found.map(|fields| task(Fields(&fields), id, 0)))
}
