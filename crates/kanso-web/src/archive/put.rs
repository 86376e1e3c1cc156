//! A project from an archive: sent, looked at, and put in.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::archive::{
    check_archive, drop_waiting_archive, find_waiting_archive, import_archive, keep_archive,
};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::Permission;
use serde::Deserialize;

use super::view::{FoundView, PutPage};
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::uploaded::{LIMIT, Uploaded};
use crate::web::Web;

const MEGABYTE: usize = 1024 * 1024;

/// `GET /projects/archive`, for those who may create projects for teams.
pub(crate) async fn show(State(_): State<Web>, reader: Reader) -> Result<Response, Fault> {
    if !Permission::CreateTeamProject.is_given_to(reader.actor.application_role(), None) {
        return Err(Error::Forbidden(Permission::CreateTeamProject).into());
    }
    respond::page(&page(&reader.page, Told::default(), None))
}

/// `POST /projects/archive`: shows what is in the file. Nothing is made yet.
pub(crate) async fn look(
    State(web): State<Web>,
    Uploaded { reader, files, .. }: Uploaded,
) -> Result<Response, Fault> {
    let content = files.into_iter().next().map(|file| file.content);
    let looked = match content {
        Some(content) => keep_and_look(&web, &reader, content).await,
        None => Err(Error::Invalid(CoreFault::Missing("file"))),
    };
    match looked {
        Ok(found) => respond::page(&page(&reader.page, Told::default(), Some(found))),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            respond::page_with(status, &page(&reader.page, told, None))
        }
    }
}

async fn keep_and_look(web: &Web, reader: &Reader, content: Vec<u8>) -> Result<FoundView, Error> {
    let (app, actor) = (&web.app, &reader.actor);
    let waiting = keep_archive(app, actor, (web.foreign)(content)).await?;
    let source = find_waiting_archive(app, actor, &waiting).await?;
    match check_archive(app, actor, &source).await {
        Ok(preview) => Ok(FoundView::new(&reader.page, waiting, preview)),
        Err(error) => {
            drop_waiting_archive(app, actor, &waiting).await?;
            Err(error)
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Wanted {
    waiting: String,
}

/// `POST /projects/archive/import`: makes the project of the archive that was looked at.
pub(crate) async fn import(
    State(web): State<Web>,
    Posted { reader, form }: Posted<Wanted>,
) -> Result<Response, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let source = match find_waiting_archive(app, actor, &form.waiting).await {
        Ok(source) => source,
        Err(Error::NotFound(_)) => {
            let told = Told { bad: Some(reader.page.text("archive-gone")), ..Told::default() };
            return respond::page_with(StatusCode::NOT_FOUND, &page(&reader.page, told, None));
        }
        Err(error) => return Err(error.into()),
    };
    match import_archive(app, actor, &source).await {
        Ok((project, _)) => {
            drop_waiting_archive(app, actor, &form.waiting).await?;
            Ok(Redirect::to(&format!("/project/{project}")).into_response())
        }
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            respond::page_with(status, &page(&reader.page, told, None))
        }
    }
}

fn page(page: &Page, told: Told, found: Option<FoundView>) -> PutPage<'_> {
    let limit = page.say("archive-limit", "size", LIMIT / MEGABYTE);
    PutPage { page, section: "projects", told, limit, found }
}
