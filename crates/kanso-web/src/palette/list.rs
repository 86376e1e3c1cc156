//! What can be gone to.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kanso_core::project::list_my_projects;
use kanso_core::task::find_tasks_to_go_to;
use serde::Deserialize;

use crate::fault::Fault;
use crate::page::Page;
use crate::reader::{Reader, Wants};
use crate::respond;
use crate::web::Web;

/// So many projects and so many tasks are offered at most.
const PROJECTS: usize = 12;
const TASKS: i64 = 8;
/// Shorter texts than this are in too many titles.
const SHORTEST: usize = 2;

#[derive(Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    q: String,
    /// Whether only projects are offered.
    #[serde(default)]
    projects: bool,
}

/// Somewhere to go.
struct Goal {
    href: String,
    label: String,
    /// What kind it is, or which project it belongs to.
    note: String,
}

#[derive(Template)]
#[template(path = "palette/list.html")]
struct GoalsFragment {
    goals: Vec<Goal>,
    empty: String,
}

#[derive(Template)]
#[template(path = "palette/page.html")]
struct GoalsPage<'a> {
    page: &'a Page,
    section: &'a str,
    q: String,
    goals: Vec<Goal>,
    empty: String,
}

/// `GET /palette`
pub(crate) async fn list(
    State(web): State<Web>,
    Query(wanted): Query<Wanted>,
    reader: Reader,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let mut goals = projects(&web, &reader, &wanted.q).await?;
    if !wanted.projects {
        goals.extend(tasks(&web, &reader, &wanted.q).await?);
        goals.extend(pages(page, &wanted.q));
    }
    let empty = page.text("palette-empty");
    match reader.wants {
        Wants::Page => respond::page(&GoalsPage { page, section: "", q: wanted.q, goals, empty }),
        Wants::Fragment | Wants::Data => respond::page(&GoalsFragment { goals, empty }),
    }
}

async fn projects(web: &Web, reader: &Reader, q: &str) -> Result<Vec<Goal>, Fault> {
    let mine = list_my_projects(&web.app, &reader.actor).await?;
    let note = reader.page.text("palette-project");
    let found = mine.into_iter().filter(|project| has(&project.name, q));
    let goal = |project: kanso_core::project::Project| Goal {
        href: format!("/board/{}", project.id),
        label: project.name,
        note: note.clone(),
    };
    Ok(found.take(PROJECTS).map(goal).collect())
}

async fn tasks(web: &Web, reader: &Reader, q: &str) -> Result<Vec<Goal>, Fault> {
    let is_number = q.trim().trim_start_matches('#').parse::<i64>().is_ok();
    if !is_number && q.trim().chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    let found = find_tasks_to_go_to(&web.app, &reader.actor, q, TASKS).await?;
    let goal = |task: kanso_core::task::Sight| Goal {
        href: format!("/task/{}", task.id),
        label: format!("#{} {}", task.id, task.title),
        note: task.project_name,
    };
    Ok(found.into_iter().map(goal).collect())
}

/// The pages that do not belong to a project, as far as their names contain the text.
fn pages(page: &Page, q: &str) -> Vec<Goal> {
    let is_admin = page.viewer.as_ref().is_some_and(|viewer| viewer.is_admin);
    let mut all = vec![
        ("/", page.text("my-projects")),
        ("/project/new", page.text("new-project")),
        ("/keys", page.text("keys")),
    ];
    if is_admin {
        all.extend([("/settings/webhooks", page.text("webhooks")), ("/events", page.text("events"))]);
    }
    let note = page.text("palette-page");
    let found = all.into_iter().filter(|(_, label)| has(label, q));
    found.map(|(href, label)| Goal { href: href.to_owned(), label, note: note.clone() }).collect()
}

/// Whether each word of the text is in the label, whatever its capitals.
fn has(label: &str, q: &str) -> bool {
    let label = label.to_lowercase();
    q.to_lowercase().split_whitespace().all(|word| label.contains(word))
}
