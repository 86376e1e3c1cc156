//! What `#` and `@` may mean while somebody types.

use axum::Json;
use axum::extract::{Path, Query, State};
use kanso_core::project::list_mentionable;
use kanso_core::task::suggest_tasks;
use kanso_domain::ProjectId;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// How many are offered.
const MOST: usize = 8;

#[derive(Deserialize)]
pub(crate) struct Typed {
    q: String,
}

/// `GET /project/{project}/suggest`: a list of what to write and what it means.
pub(crate) async fn suggest(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(typed): Query<Typed>,
    reader: Reader,
) -> Result<Json<Vec<Value>>, Fault> {
    let Some(begun) = typed.q.strip_prefix('@') else {
        let found = suggest_tasks(&web.app, &reader.actor, project, &typed.q).await?;
        let offer = |task: &kanso_core::task::Suggested| json!({ "text": format!("#{}", task.id), "label": format!("#{} {}", task.id, task.title) });
        return Ok(Json(found.iter().take(MOST).map(offer).collect()));
    };
    let begun = begun.to_lowercase();
    let people = list_mentionable(&web.app, &reader.actor, project).await?;
    let meant = people.iter().filter(|(username, name)| {
        let name = name.to_lowercase();
        username.to_lowercase().starts_with(&begun) || name.split(' ').any(|word| word.starts_with(&begun))
    });
    let offer = |(username, name): &(String, String)| json!({ "text": format!("@{username}"), "label": format!("{name} @{username}") });
    Ok(Json(meant.take(MOST).map(offer).collect()))
}
