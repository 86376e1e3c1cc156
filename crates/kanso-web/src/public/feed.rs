//! Feeds: what happened last, as Atom.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kanso_core::activity::Activity;
use kanso_core::public::{list_public_activities, list_public_activities_of_user};

use super::feed_file::{FeedFile, Subject};
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Visitor;
use crate::web::Web;

/// `GET /feed/project/{token}`
pub(crate) async fn of_project(
    State(web): State<Web>,
    Path(token): Path<String>,
    Visitor { page, .. }: Visitor,
) -> Result<Response, Fault> {
    let (project, activities) = list_public_activities(&web.app, &token).await?;
    let board = format!("{}public/board/{token}", page.root);
    let subject = Subject { title: project.name, address: format!("feed/project/{token}"), page: board };
    Ok(answer(&page, &subject, Some(&token), &activities))
}

/// `GET /feed/user/{token}`
pub(crate) async fn of_user(
    State(web): State<Web>,
    Path(token): Path<String>,
    Visitor { page, .. }: Visitor,
) -> Result<Response, Fault> {
    let (person, activities) = list_public_activities_of_user(&web.app, &token).await?;
    let who = person.name.unwrap_or(person.username);
    let subject = Subject {
        title: page.say("feed-of", "name", who),
        address: format!("feed/user/{token}"),
        page: page.root.clone(),
    };
    Ok(answer(&page, &subject, None, &activities))
}

/// `token` opens the tasks to everybody; without one they are for who signs in.
fn answer(page: &Page, subject: &Subject, token: Option<&str>, activities: &[Activity]) -> Response {
    let feed = FeedFile { page, subject, token }.write(activities);
    ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed).into_response()
}
