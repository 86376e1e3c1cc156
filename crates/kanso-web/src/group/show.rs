//! One group with its members.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::group::{GroupPatch, find_group, list_group_members, update_group};
use kanso_core::user::{User, list_users};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::GroupId;
use serde::Deserialize;

use super::view::GroupPage;
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::profile::Done;
use crate::profile::view::Choice;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct GroupForm {
    name: String,
    #[serde(default)]
    external: String,
}

/// `GET /groups/{group}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(group): Path<GroupId>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let mut page = GroupPage::load(&web, &reader, group).await?;
    page.notice = (done == "saved").then(|| reader.page.text("saved"));
    respond::page(&page)
}

/// `POST /groups/{group}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(group): Path<GroupId>,
    Posted { reader, form }: Posted<GroupForm>,
) -> Result<Response, Fault> {
    let name = form.name.trim().to_owned();
    let patch = GroupPatch { name: Some(name.clone()), external_id: Some(form.external.trim().to_owned()) };
    let saved = match name.is_empty() {
        true => Err(Error::Invalid(CoreFault::Missing("name"))),
        false => update_group(&web.app, &reader.actor, group, patch).await,
    };
    match saved {
        Ok(()) => Ok(Redirect::to(&format!("/groups/{group}?done=saved")).into_response()),
        Err(Error::Invalid(fault)) => {
            let mut page = GroupPage::load(&web, &reader, group).await?;
            page.fault = Some(fault_in_words(reader.page.locale, &fault));
            (page.name, page.external) = (form.name, form.external);
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl<'a> GroupPage<'a> {
    async fn load(web: &Web, reader: &'a Reader, id: GroupId) -> Result<Self, Fault> {
        let (app, actor) = (&web.app, &reader.actor);
        let group = find_group(app, actor, id).await?;
        let members = list_group_members(app, actor, id).await?;
        let mut others = list_users(app, actor).await?;
        others.retain(|user| user.is_active == 1 && !members.iter().any(|member| member.id == user.id));
        let mut members: Vec<(i64, String)> =
            members.iter().map(|user| (user.id.get(), shown(user))).collect();
        members.sort_by_key(|(_, name)| name.to_lowercase());
        let mut others: Vec<Choice> =
            others.iter().map(|user| Choice::new(user.id.to_string(), shown(user), "")).collect();
        others.sort_by_key(|choice| choice.label.to_lowercase());
        Ok(Self {
            page: &reader.page,
            section: "settings",
            tab: "groups",
            notice: None,
            fault: None,
            id: id.get(),
            title: group.name.clone(),
            name: group.name,
            external: group.external_id,
            members,
            others,
        })
    }
}

/// The name, and the user name where it is another one.
fn shown(user: &User) -> String {
    match user.name.as_deref().filter(|name| !name.is_empty() && *name != user.username) {
        Some(name) => format!("{name} ({})", user.username),
        None => user.username.clone(),
    }
}
