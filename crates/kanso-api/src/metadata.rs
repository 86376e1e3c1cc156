//! Metadata of tasks and projects.

use std::sync::Arc;

use kanso_core::metadata::{self, Owner};
use kanso_domain::{ProjectId, TaskId};
use kanso_rpc::lenient::{Given, Id, Lenient};
use serde::Deserialize;
use serde_json::Value;

use crate::error::{Failure, Outcome};
use crate::json::Dictionary;
use crate::procedure::Caller;
use crate::project::OneProject;
use crate::task::OneTask;

/// Names and values, in the order of the names.
type Entries = Dictionary<String, Option<String>>;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct NameOfTask {
    task_id: Id<TaskId>,
    name: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct NameOfProject {
    project_id: Id<ProjectId>,
    name: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SaveOfTask {
    task_id: Id<TaskId>,
    values: Given<Values>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SaveOfProject {
    project_id: Id<ProjectId>,
    values: Given<Values>,
}

pub(crate) async fn get_task_metadata(by: Arc<Caller>, params: OneTask) -> Outcome<Entries> {
    list(&by, Owner::Task(params.task_id.0)).await
}

pub(crate) async fn get_project_metadata(by: Arc<Caller>, params: OneProject) -> Outcome<Entries> {
    list(&by, Owner::Project(params.project_id.0)).await
}

async fn list(by: &Caller, owner: Owner) -> Outcome<Entries> {
    Ok(Dictionary(metadata::list_metadata(&by.app, &by.actor, owner).await?))
}

pub(crate) async fn get_task_metadata_by_name(by: Arc<Caller>, params: NameOfTask) -> Outcome<String> {
    find(&by, Owner::Task(params.task_id.0), params.name).await
}

pub(crate) async fn get_project_metadata_by_name(by: Arc<Caller>, params: NameOfProject) -> Outcome<String> {
    find(&by, Owner::Project(params.project_id.0), params.name).await
}

/// What PHP takes for false is an empty text, as in Kanboard.
async fn find(by: &Caller, owner: Owner, name: Given<String>) -> Outcome<String> {
    let found = metadata::find_metadata(&by.app, &by.actor, owner, name.required()?).await?;
    Ok(found.filter(|value| value != "0").unwrap_or_default())
}

pub(crate) async fn save_task_metadata(by: Arc<Caller>, params: SaveOfTask) -> Outcome<bool> {
    save(&by, Owner::Task(params.task_id.0), params.values).await
}

pub(crate) async fn save_project_metadata(by: Arc<Caller>, params: SaveOfProject) -> Outcome<bool> {
    save(&by, Owner::Project(params.project_id.0), params.values).await
}

async fn save(by: &Caller, owner: Owner, values: Given<Values>) -> Outcome<bool> {
    let Given::Is(Values(values)) = values else { return Err(Failure::Malformed) };
    metadata::save_metadata(&by.app, &by.actor, owner, values).await?;
    Ok(true)
}

pub(crate) async fn remove_task_metadata(by: Arc<Caller>, params: NameOfTask) -> Outcome<bool> {
    remove(&by, Owner::Task(params.task_id.0), params.name).await
}

pub(crate) async fn remove_project_metadata(by: Arc<Caller>, params: NameOfProject) -> Outcome<bool> {
    remove(&by, Owner::Project(params.project_id.0), params.name).await
}

async fn remove(by: &Caller, owner: Owner, name: Given<String>) -> Outcome<bool> {
    Ok(metadata::remove_metadata(&by.app, &by.actor, owner, name.required()?).await?)
}

/// Names and values to keep. A list counts as an object whose names are its places, as in PHP.
#[derive(Clone, Debug, PartialEq)]
struct Values(Vec<(String, Option<String>)>);

impl Lenient for Values {
    fn read(values: Value) -> Option<Self> {
        let entries: Vec<(String, Value)> = match values {
            Value::Object(entries) => entries.into_iter().collect(),
            Value::Array(list) => (0..).map(|place: i64| place.to_string()).zip(list).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
        };
        let entry = |(name, value)| Some((String::read(Value::String(name))?, stored(value)?));
        entries.into_iter().map(entry).collect::<Option<_>>().map(Self)
    }
}

/// A value as PHP turns it into text; the inner `None` is null.
fn stored(value: Value) -> Option<Option<String>> {
    match value {
        Value::Null => Some(None),
        Value::Bool(flag) => Some(Some(if flag { "1" } else { "" }.to_owned())),
        Value::Number(number) => Some(Some(match (number.as_i64(), number.as_f64()) {
            (None, Some(real)) => real.to_string(),
            _ => number.to_string(),
        })),
        Value::String(_) => String::read(value).map(Some),
        Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_become_text_as_in_php() {
        let read = |values| Values::read(values).map(|Values(entries)| entries);
        let text = |text: &str| Some(text.to_owned());
        let entries = json!({"a": 2, "b": 1.5, "c": true, "d": null, "e": false, "f": 2.0, "g": "é"});
        let values: Vec<_> = read(entries).unwrap().into_iter().map(|(_, value)| value).collect();
        let expected = [text("2"), text("1.5"), text("1"), None, text(""), text("2"), text("é")];
        assert_eq!(values, expected);
        assert_eq!(read(json!(["x"])).unwrap(), [("0".to_owned(), text("x"))]);
        assert_eq!(read(json!([])).unwrap(), []);
        for refused in
            [json!("x"), json!(1), json!({"a": []}), json!({"a": {}}), json!({"a": "\0"}), json!({"\0": 1})]
        {
            assert_eq!(read(refused.clone()), None, "{refused}");
        }
    }
}
