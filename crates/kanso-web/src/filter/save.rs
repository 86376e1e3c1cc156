//! Keeping, changing and removing a filter of one's own.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::custom_filter::{NewFilter, create_filter, remove_filter, update_filter};
use kanso_domain::{CustomFilterId, ProjectId};
use serde::Deserialize;

use super::view::FilterForm;
use super::{doubt, menu};
use crate::fault::{Fault, fault_in_words};
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Form {
    name: String,
    filter: String,
    is_shared: Option<String>,
    appends: Option<String>,
}

/// `POST /project/{project}/filters`
pub(crate) async fn create(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Form>,
) -> Result<Response, Fault> {
    let created = create_filter(&web.app, &reader.actor, project, form.new_filter()).await;
    answer(&web, &reader, project, &form, None, created.map(drop)).await
}

/// `POST /project/{project}/filters/{filter}`
pub(crate) async fn update(
    State(web): State<Web>,
    Path((project, filter)): Path<(ProjectId, CustomFilterId)>,
    Posted { reader, form }: Posted<Form>,
) -> Result<Response, Fault> {
    let updated = update_filter(&web.app, &reader.actor, project, filter, form.new_filter()).await;
    answer(&web, &reader, project, &form, Some(filter), updated).await
}

/// `POST /project/{project}/filters/{filter}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((project, filter)): Path<(ProjectId, CustomFilterId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    remove_filter(&web.app, &reader.actor, project, filter).await?;
    Ok(back(project))
}

async fn answer(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    form: &Form,
    changing: Option<CustomFilterId>,
    done: Result<(), Error>,
) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(back(project)),
        Err(Error::Invalid(fault)) => {
            let NewFilter { name, filter, is_shared, appends } = form.new_filter();
            let doubt = doubt(web, &reader.page, &filter);
            let fault = Some(doubt.unwrap_or_else(|| fault_in_words(reader.page.locale, &fault)));
            menu::refused(
                web,
                reader,
                project,
                FilterForm { name, filter, is_shared, appends, fault },
                changing,
            )
            .await
        }
        Err(error) => Err(error.into()),
    }
}

fn back(project: ProjectId) -> Response {
    Redirect::to(&format!("/project/{project}/filters")).into_response()
}

impl Form {
    fn new_filter(&self) -> NewFilter {
        NewFilter {
            name: self.name.trim().to_owned(),
            filter: self.filter.trim().to_owned(),
            is_shared: self.is_shared.is_some(),
            appends: self.appends.is_some(),
        }
    }
}
