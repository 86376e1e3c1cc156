//! A task that everybody may see.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::board::FullTask;
use kanso_core::comment::CommentDetails;
use kanso_core::public::{PublicTask, find_public_task};
use kanso_domain::TaskId;

use super::view::{CommentView, TaskPage};
use crate::fault::Fault;
use crate::markdown;
use crate::page::Page;
use crate::person::Person;
use crate::reader::Visitor;
use crate::respond;
use crate::web::Web;

/// `GET /public/task/{task}/{token}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((task, token)): Path<(TaskId, String)>,
    Visitor { page, .. }: Visitor,
) -> Result<Response, Fault> {
    let found = find_public_task(&web.app, &token, task).await?;
    respond::page(&view(&page, &token, found))
}

fn view<'a>(page: &'a Page, token: &'a str, found: PublicTask) -> TaskPage<'a> {
    let PublicTask { task, tags, subtasks, links, comments } = found;
    TaskPage {
        page,
        token,
        id: task.id.get(),
        facts: facts(page, &task),
        is_open: task.is_active == 1,
        description_html: markdown::render(task.description.as_deref().unwrap_or_default()),
        title: task.title,
        project: task.project_name,
        tags,
        subtasks: subtasks
            .into_iter()
            .map(|subtask| {
                let who = Person::named(subtask.name.as_deref(), subtask.username.as_deref());
                (subtask.title, who.map(|who| who.name).unwrap_or_default(), subtask.status == 2)
            })
            .collect(),
        links: links.into_iter().map(|link| (link.label, link.task_id.get(), link.title)).collect(),
        comments: comments.iter().map(|comment| comment_view(page, comment)).collect(),
    }
}

fn facts(page: &Page, task: &FullTask) -> Vec<(String, String)> {
    let assignee = Person::named(task.assignee_name.as_deref(), task.assignee_username.as_deref());
    let date = |at: Option<i64>| at.filter(|at| *at > 0).map(|at| page.date(at));
    let number = |number: Option<i64>| number.filter(|number| *number != 0).map(|number| number.to_string());
    let facts = [
        ("column", Some(task.column_name.clone())),
        ("swimlane", Some(task.swimlane_name.clone())),
        ("category", task.category_name.clone()),
        ("assignee", assignee.map(|assignee| assignee.name)),
        ("priority", number(task.priority)),
        ("complexity", number(task.score)),
        ("start-date", date(task.date_started)),
        ("due-date", date(task.date_due)),
        ("reference", task.reference.clone().filter(|reference| !reference.is_empty())),
    ];
    facts.into_iter().filter_map(|(label, value)| Some((page.text(label), value?))).collect()
}

fn comment_view(page: &Page, comment: &CommentDetails) -> CommentView {
    let author = Person::named(comment.name.as_deref(), comment.username.as_deref());
    CommentView {
        author: author.unwrap_or_else(|| Person::new(&page.text("somebody"))),
        iso: page.iso(comment.date_creation),
        when: page.moment(comment.date_creation),
        html: markdown::render(&comment.comment),
    }
}
