//! What can be written into a filter of a project: the attributes, and the values of those that have a choice.

use axum::Json;
use axum::extract::{Path, State};
use kanso_core::category::list_categories;
use kanso_core::column::list_columns;
use kanso_core::link::list_labels;
use kanso_core::project::{list_assignable_users, list_my_projects};
use kanso_core::swimlane::list_swimlanes;
use kanso_core::tag::list_project_tags;
use kanso_domain::search::attribute_names;
use kanso_domain::{ProjectId, color};
use serde_json::{Map, Value, json};

use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// Days as people name them. The language knows many more.
const DAYS: [&str; 8] =
    ["today", "tomorrow", "yesterday", "<today", "<=tomorrow", ">=today", "<=next friday", "-7 days"];
const PEOPLE: [&str; 3] = ["me", "nobody", "anybody"];
/// Attributes that ask for people.
const PERSONAL: [&str; 3] = ["assignee", "creator", "subtask:assignee"];

/// `GET /project/{project}/filters/words`: an object with the values that each attribute may have.
pub(crate) async fn list(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Json<Value>, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let mut words = common();
    let mut people: Vec<String> = PEOPLE.map(str::to_owned).to_vec();
    people.extend(list_assignable_users(app, actor, project).await?.into_iter().map(|(_, name)| name));
    let columns = list_columns(app, actor, project).await?.into_iter().map(|column| column.title);
    let swimlanes = list_swimlanes(app, actor, project).await?.into_iter().map(|swimlane| swimlane.name);
    let categories = list_categories(app, actor, project).await?.into_iter().map(|category| category.name);
    let tags = list_project_tags(app, actor, project).await?.into_iter().map(|tag| tag.name);
    let labels = list_labels(app, actor).await?.into_iter().map(|label| label.label);
    know(&mut words, &PERSONAL, &json!(people));
    know(&mut words, &["column"], &json!(columns.collect::<Vec<_>>()));
    know(&mut words, &["swimlane"], &json!(swimlanes.collect::<Vec<_>>()));
    know(&mut words, &["category"], &json!(with_none(categories)));
    know(&mut words, &["tag"], &json!(with_none(tags)));
    know(&mut words, &["link"], &json!(labels.collect::<Vec<_>>()));
    Ok(Json(Value::Object(words)))
}

/// `GET /search/words`: the same for the search through all projects.
pub(crate) async fn list_everywhere(State(web): State<Web>, reader: Reader) -> Result<Json<Value>, Fault> {
    let mut words = common();
    let projects = list_my_projects(&web.app, &reader.actor).await?.into_iter().map(|project| project.name);
    know(&mut words, &["project"], &json!(projects.collect::<Vec<_>>()));
    Ok(Json(Value::Object(words)))
}

/// What can be written anywhere.
fn common() -> Map<String, Value> {
    let mut words: Map<String, Value> = attribute_names().map(|name| (name.to_owned(), json!([]))).collect();
    know(&mut words, &["status"], &json!(["open", "closed"]));
    know(&mut words, &PERSONAL, &json!(PEOPLE));
    know(&mut words, &["due"], &json!(["none"].into_iter().chain(DAYS).collect::<Vec<_>>()));
    know(&mut words, &["created", "updated", "modified", "moved", "started", "completed"], &json!(DAYS));
    know(
        &mut words,
        &["color", "colour"],
        &json!(color::ALL.iter().map(|color| color.id).collect::<Vec<_>>()),
    );
    know(&mut words, &["category", "tag", "reference", "ref"], &json!(["none"]));
    know(&mut words, &["priority", "score", "complexity"], &json!([">=1", ">=2", ">=3", "0"]));
    words
}

/// These attributes may have these values.
fn know(words: &mut Map<String, Value>, names: &[&str], values: &Value) {
    words.extend(names.iter().map(|name| ((*name).to_owned(), values.clone())));
}

fn with_none(names: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once("none".to_owned()).chain(names).collect()
}
