//! All groups, and a new one.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::group::{create_group, list_groups};
use kanso_core::{Error, Fault as CoreFault};
use serde::Deserialize;

use super::view::{GroupView, GroupsPage};
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::profile::Done;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct GroupForm {
    name: String,
}

/// `GET /groups`
pub(crate) async fn list(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let mut page = GroupsPage::load(&web, &reader).await?;
    page.notice = (done == "removed").then(|| reader.page.text("group-removed"));
    respond::page(&page)
}

/// `POST /groups`
pub(crate) async fn create(
    State(web): State<Web>,
    Posted { reader, form }: Posted<GroupForm>,
) -> Result<Response, Fault> {
    let name = form.name.trim().to_owned();
    let created = match name.is_empty() {
        true => Err(Error::Invalid(CoreFault::Missing("name"))),
        false => create_group(&web.app, &reader.actor, name, String::new()).await,
    };
    match created {
        Ok(group) => Ok(Redirect::to(&format!("/groups/{group}")).into_response()),
        Err(Error::Invalid(fault)) => {
            let mut page = GroupsPage::load(&web, &reader).await?;
            (page.fault, page.name) = (Some(fault_in_words(reader.page.locale, &fault)), form.name);
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl<'a> GroupsPage<'a> {
    async fn load(web: &Web, reader: &'a Reader) -> Result<Self, Fault> {
        let groups = list_groups(&web.app, &reader.actor).await?;
        Ok(Self {
            page: &reader.page,
            section: "settings",
            tab: "groups",
            notice: None,
            fault: None,
            name: String::new(),
            groups: groups
                .into_iter()
                .map(|group| GroupView {
                    id: group.id.get(),
                    name: group.name,
                    external: group.external_id,
                    members: group.nb_users,
                })
                .collect(),
        })
    }
}
