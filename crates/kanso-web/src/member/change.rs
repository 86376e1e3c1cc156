//! Giving people and groups a role in a project, changing it and taking it away.

use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use kanso_core::project::{
    add_group, add_member, change_group_role, change_member_role, remove_group, remove_member,
};
use kanso_core::role::list_role_names;
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{GroupId, ProjectId, UserId};
use serde::Deserialize;

use super::list::load;
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::refusal::answer;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Given {
    /// The person or the group.
    #[serde(default)]
    holder: i64,
    role: String,
}

/// `POST /project/{project}/people`
pub(crate) async fn add_person(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Given>,
) -> Result<Response, Fault> {
    let added = match known_role(&web, &reader, project, &form).await? {
        Ok(role) => add_member(&web.app, &reader.actor, project, form.holder.into(), role).await,
        Err(error) => Err(error),
    };
    let back = people(project);
    answer(&reader.page, added, &back, |told| load(&web, &reader, project, told)).await
}

/// `POST /project/{project}/groups`
pub(crate) async fn add_people(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Given>,
) -> Result<Response, Fault> {
    let added = match known_role(&web, &reader, project, &form).await? {
        Ok(role) => add_group(&web.app, &reader.actor, project, form.holder.into(), role).await,
        Err(error) => Err(error),
    };
    let back = people(project);
    answer(&reader.page, added, &back, |told| load(&web, &reader, project, told)).await
}

/// `POST /project/{project}/people/{user}`
pub(crate) async fn change_person(
    State(web): State<Web>,
    Path((project, user)): Path<(ProjectId, UserId)>,
    Posted { reader, form }: Posted<Given>,
) -> Result<Response, Fault> {
    let form = Given { holder: user.get(), ..form };
    let changed = match known_role(&web, &reader, project, &form).await? {
        Ok(role) => change_member_role(&web.app, &reader.actor, project, user, role).await,
        Err(error) => Err(error),
    };
    let back = people(project);
    answer(&reader.page, changed, &back, |told| load(&web, &reader, project, told)).await
}

/// `POST /project/{project}/groups/{group}`
pub(crate) async fn change_people(
    State(web): State<Web>,
    Path((project, group)): Path<(ProjectId, GroupId)>,
    Posted { reader, form }: Posted<Given>,
) -> Result<Response, Fault> {
    let form = Given { holder: group.get(), ..form };
    let changed = match known_role(&web, &reader, project, &form).await? {
        Ok(role) => change_group_role(&web.app, &reader.actor, project, group, role).await,
        Err(error) => Err(error),
    };
    let back = people(project);
    answer(&reader.page, changed, &back, |told| load(&web, &reader, project, told)).await
}

/// `POST /project/{project}/people/{user}/remove`
pub(crate) async fn remove_person(
    State(web): State<Web>,
    Path((project, user)): Path<(ProjectId, UserId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_member(&web.app, &reader.actor, project, user).await?;
    let is_self = user == reader.actor.user_id();
    Ok(Redirect::to(&if is_self { "/".to_owned() } else { format!("{}?done", people(project)) }))
}

/// `POST /project/{project}/groups/{group}/remove`
pub(crate) async fn remove_people(
    State(web): State<Web>,
    Path((project, group)): Path<(ProjectId, GroupId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_group(&web.app, &reader.actor, project, group).await?;
    Ok(Redirect::to(&format!("{}?done", people(project))))
}

/// The role that the form names, if the project has it, and somebody is named who gets it.
async fn known_role(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    form: &Given,
) -> Result<Result<String, Error>, Fault> {
    let roles = list_role_names(&web.app, &reader.actor, project).await?;
    Ok(match form.holder {
        0 => Err(Error::Invalid(CoreFault::Missing("name"))),
        _ if !roles.contains(&form.role) => Err(Error::Invalid(CoreFault::Unknown("role"))),
        _ => Ok(form.role.clone()),
    })
}

fn people(project: ProjectId) -> String {
    format!("/project/{project}/people")
}
