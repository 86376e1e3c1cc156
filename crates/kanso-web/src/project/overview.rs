//! What a project is about: its description, its people, its files, what it holds and what happened last.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use kanso_core::activity::list_activities;
use kanso_core::file::list_project_files;
use kanso_core::project::{Holders, Project, count_open_tasks, find_project, list_holders, list_members};
use kanso_core::{App, Error};
use kanso_domain::{Permission, ProjectId, ProjectRole};

use super::tabs::ProjectTabs;
use super::view::ColumnCount;
use crate::activity::view::ActivityLine;
use crate::fault::Fault;
use crate::file::view::FileView;
use crate::markdown;
use crate::member::view::role_name;
use crate::page::Page;
use crate::person::initials;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// How much of what happened is told.
const ACTIVITIES: usize = 10;

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
    told: Told,
    tabs: ProjectTabs,
    project: Project,
    /// Where the project is.
    path: String,
    /// HTML.
    description: String,
    owner: Option<String>,
    roles: Vec<RoleView>,
    columns: Vec<ColumnCount>,
    files: Vec<FileView>,
    activities: Vec<ActivityLine>,
    /// Whether the reader may attach files, and bring removed tasks back.
    may_work: bool,
}

/// `GET /project/{project}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told).await?)
}

/// The page again, with why a file was not attached or removed.
pub(crate) async fn refuse(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    error: Error,
) -> Result<Response, Fault> {
    let (status, told) = Told::refused(&reader.page, error)?;
    respond::page_with(status, &load(web, reader, project, told).await?)
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
) -> Result<OverviewPage<'a>, Fault> {
    let (app, actor, page) = (&web.app, &reader.actor, &reader.page);
    let project = find_project(app, actor, project).await?;
    let holders = list_holders(app, actor, project.id).await?;
    let people = list_members(app, actor, project.id).await?;
    let columns = count_open_tasks(app, actor, project.id).await?;
    let files = list_project_files(app, actor, project.id).await?;
    let activities = list_activities(app, actor, vec![project.id], ACTIVITIES).await?;
    let may_manage = may(app, reader, project.id, Permission::ManageProject).await?;
    let may_work = may(app, reader, project.id, Permission::WorkInProject).await?;
    Ok(OverviewPage {
        page,
        section: "",
        told,
        tabs: ProjectTabs::new(&project, "overview", may_manage),
        path: format!("/project/{}", project.id),
        description: markdown::render(project.description.as_deref().unwrap_or_default()),
        owner: people.into_iter().find(|(id, _)| Some(*id) == project.owner_id).map(|(_, name)| name),
        roles: by_role(page, &holders),
        columns: columns.into_iter().map(|(title, open)| ColumnCount { title, open }).collect(),
        files: files.iter().map(|file| FileView::of_project(page, file)).collect(),
        activities: activities.iter().map(|activity| ActivityLine::new(page, activity)).collect(),
        may_work,
        project,
    })
}

impl OverviewPage<'_> {
    /// Whether there is anything to say besides the description.
    fn has_facts(&self) -> bool {
        let Project { identifier, start_date, end_date, email, .. } = &self.project;
        let texts = [identifier, start_date, end_date, email];
        self.owner.is_some() || texts.into_iter().flatten().any(|text| !text.is_empty())
    }

    fn pictures(&self) -> impl Iterator<Item = &FileView> {
        self.files.iter().filter(|file| file.is_picture)
    }

    fn other_files(&self) -> impl Iterator<Item = &FileView> {
        self.files.iter().filter(|file| !file.is_picture)
    }
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
