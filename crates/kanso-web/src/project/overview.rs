//! What a project is about: its description, its people, what it holds.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::column::list_columns;
use kanso_core::project::{Holders, Project, find_project, list_holders, list_members};
use kanso_core::{App, Error};
use kanso_domain::{Permission, ProjectId, ProjectRole};

use super::tabs::ProjectTabs;
use crate::fault::Fault;
use crate::markdown;
use crate::member::view::role_name;
use crate::page::Page;
use crate::person::initials;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// Those who have the same role.
pub(crate) struct RoleView {
    pub(crate) name: String,
    pub(crate) people: Vec<PersonView>,
    pub(crate) groups: Vec<String>,
}

pub(crate) struct PersonView {
    pub(crate) name: String,
    pub(crate) initials: String,
}

#[derive(Template)]
#[template(path = "project/overview.html")]
struct OverviewPage<'a> {
    page: &'a Page,
    section: &'a str,
    tabs: ProjectTabs,
    project: Project,
    /// HTML.
    description: String,
    owner: Option<String>,
    roles: Vec<RoleView>,
    columns: Vec<String>,
    /// Whether the reader may bring removed tasks back.
    may_work: bool,
}

/// `GET /project/{project}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (app, actor, page) = (&web.app, &reader.actor, &reader.page);
    let project = find_project(app, actor, project).await?;
    let holders = list_holders(app, actor, project.id).await?;
    let people = list_members(app, actor, project.id).await?;
    let columns = list_columns(app, actor, project.id).await?;
    let may_manage = may(app, &reader, project.id, Permission::ManageProject).await?;
    let may_work = may(app, &reader, project.id, Permission::WorkInProject).await?;
    respond::page(&OverviewPage {
        page,
        section: "",
        tabs: ProjectTabs::new(&project, "overview", may_manage),
        description: markdown::render(project.description.as_deref().unwrap_or_default()),
        owner: people.into_iter().find(|(id, _)| Some(*id) == project.owner_id).map(|(_, name)| name),
        roles: by_role(page, &holders),
        columns: columns.into_iter().map(|column| column.title).collect(),
        may_work,
        project,
    })
}

async fn may(app: &App, reader: &Reader, project: ProjectId, needs: Permission) -> Result<bool, Error> {
    match app.require(&reader.actor, project, needs).await {
        Ok(()) => Ok(true),
        Err(Error::Forbidden(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Kanboard's roles first, then those that the project made up, in the order of their names.
fn by_role(page: &Page, holders: &Holders) -> Vec<RoleView> {
    let mut made_up: Vec<&str> = holders.members.iter().map(|member| member.role.as_str()).collect();
    made_up.extend(holders.groups.iter().map(|group| group.role.as_str()));
    made_up.retain(|role| role.parse::<ProjectRole>().is_err());
    made_up.sort_unstable();
    made_up.dedup();
    let roles = ProjectRole::ALL.iter().map(|role| role.as_str()).chain(made_up);
    let views = roles.map(|role| {
        let people = holders.members.iter().filter(|member| member.role == role && member.is_active == 1);
        let person = |name: &str| PersonView { name: name.to_owned(), initials: initials(name) };
        let groups = holders.groups.iter().filter(|group| group.role == role);
        RoleView {
            name: role_name(page, role),
            people: people.map(|member| person(member.display_name())).collect(),
            groups: groups.map(|group| group.name.clone()).collect(),
        }
    });
    views.filter(|role| !role.people.is_empty() || !role.groups.is_empty()).collect()
}
