//! Acting on several tasks of a board, or on all of a column: the bar of selected tasks, the menus, the list and the
//! undo come here.

mod asked;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::task::{
    BulkPatch, Changed, TaskMove, close_column, close_tasks, move_tasks, open_tasks, place_tasks,
    sort_column, undo_updates, update_tasks,
};
use kanso_domain::{ProjectId, TaskId};
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::page::Page;
use crate::posted::Posted;
use crate::reader::{Reader, Wants};
use crate::web::Web;
use asked::Asked;
pub(crate) use asked::tags;

/// What was done, with what undoes it.
enum Done {
    Moved(Vec<TaskMove>),
    Closed(Vec<TaskId>),
    Opened(Vec<TaskId>),
    Changed(Vec<Changed>),
    Sorted,
}

/// `POST /board/{project}/tasks`
///
/// `act` says what to do with the `tasks`, which are named one by one or set apart by commas.
pub(crate) async fn act(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let asked = Asked(form);
    let done = carry_out(&web, &reader, project, &asked).await?;
    match reader.wants {
        Wants::Page => Ok(Redirect::to(&asked.back(project)).into_response()),
        Wants::Fragment | Wants::Data => Ok(Json(done.told(&reader.page)).into_response()),
    }
}

async fn carry_out(web: &Web, reader: &Reader, project: ProjectId, asked: &Asked) -> Result<Done, Fault> {
    let (app, actor, page) = (&web.app, &reader.actor, &reader.page);
    Ok(match asked.act() {
        "move" => {
            let (column, swimlane) = (asked.number("column")?, asked.choice("swimlane")?);
            Done::Moved(move_tasks(app, actor, project, asked.tasks()?, column, swimlane).await?)
        }
        "place" => Done::Moved(place_tasks(app, actor, project, asked.places()?).await?),
        "close" => Done::Closed(close_tasks(app, actor, project, asked.tasks()?).await?),
        "open" => Done::Opened(open_tasks(app, actor, project, asked.tasks()?).await?),
        "close-column" => {
            let (column, swimlane) = (asked.number("column")?, asked.choice("swimlane")?);
            Done::Closed(close_column(app, actor, project, column, swimlane).await?)
        }
        "sort-column" => {
            let (order, descending) = asked.order()?;
            sort_column(app, actor, project, asked.number("column")?, order, descending).await?;
            Done::Sorted
        }
        "undo" => Done::Changed(undo_updates(app, actor, project, asked.changed()?).await?),
        _ => {
            let patch: BulkPatch = asked.patch(page)?;
            Done::Changed(update_tasks(app, actor, project, asked.tasks()?, patch).await?)
        }
    })
}

impl Done {
    /// What scripts are told: the words for people, and the form that undoes it.
    fn told(&self, page: &Page) -> Value {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let list = |tasks: &[TaskId]| tasks.iter().map(TaskId::to_string).collect::<Vec<_>>().join(",");
        match self {
            Self::Moved(back) => {
                let places = back.iter().map(asked::place).collect::<Vec<_>>().join(",");
                let words = page.count("tasks-moved", count(back.len()));
                told(&words, back.is_empty(), &json!({ "act": "place", "places": places }))
            }
            Self::Closed(tasks) => {
                let words = page.count("tasks-closed", count(tasks.len()));
                told(&words, tasks.is_empty(), &json!({ "act": "open", "tasks": list(tasks) }))
            }
            Self::Opened(tasks) => {
                let words = page.count("tasks-opened", count(tasks.len()));
                told(&words, tasks.is_empty(), &json!({ "act": "close", "tasks": list(tasks) }))
            }
            Self::Changed(changed) => {
                let tasks: Vec<TaskId> = changed.iter().map(|changed| changed.task).collect();
                let undo =
                    json!({ "act": "undo", "tasks": list(&tasks), "changed": json!(changed).to_string() });
                told(&page.text("saved"), changed.is_empty(), &undo)
            }
            Self::Sorted => json!({ "words": page.text("saved") }),
        }
    }
}

fn told(words: &str, is_nothing: bool, undo: &Value) -> Value {
    if is_nothing { json!({ "words": words }) } else { json!({ "words": words, "undo": undo }) }
}
