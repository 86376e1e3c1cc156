//! Projects: what they look like, and finding them.

mod change;

use std::sync::Arc;

use kanso_core::project::{self, Project};
use kanso_domain::ProjectId;
use kanso_rpc::lenient::{Given, Id};
use serde::{Deserialize, Serialize};

use crate::application::Nothing;
use crate::error::{Failure, Outcome};
use crate::procedure::Caller;

pub(crate) use change::{
    create_project, disable_project, disable_project_public_access, enable_project,
    enable_project_public_access, remove_project, update_project,
};

/// A project with the addresses of its pages.
#[derive(Serialize)]
pub(crate) struct ProjectAnswer {
    #[serde(flatten)]
    project: Project,
    url: Pages,
}

/// Kanboard's addresses, which Kanso serves too.
#[derive(Serialize)]
struct Pages {
    board: String,
    list: String,
    #[serde(flatten)]
    public: Option<PublicPages>,
}

#[derive(Serialize)]
struct PublicPages {
    public_board: String,
    rss_feed: String,
    ical_feed: String,
}

impl ProjectAnswer {
    pub(crate) fn list(by: &Caller, projects: Vec<Project>) -> Vec<Self> {
        let root = by.app.settings().application_url();
        projects.into_iter().map(|project| Self::new(&root, project)).collect()
    }

    fn one(by: &Caller, project: Project) -> Self {
        Self::new(&by.app.settings().application_url(), project)
    }

    fn new(root: &str, project: Project) -> Self {
        let (id, token) = (project.id, &project.token);
        let page = |controller| format!("{root}?controller={controller}&action=show&project_id={id}");
        let public = |controller| format!("{root}?controller={controller}&token={token}");
        let url = Pages {
            board: page("BoardViewController"),
            list: page("TaskListController"),
            public: (project.is_public == 1).then(|| PublicPages {
                public_board: public("BoardViewController&action=readonly"),
                rss_feed: public("FeedController&action=project"),
                ical_feed: public("ICalendarController&action=project"),
            }),
        };
        Self { project, url }
    }
}

/// What names a project.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneProject {
    pub(crate) project_id: Id<ProjectId>,
}

macro_rules! by_text {
    ($name:ident, $field:ident) => {
        /// A text that names a project.
        #[derive(Default, Deserialize)]
        #[serde(default)]
        pub(crate) struct $name {
            $field: Given<String>,
        }
    };
}

by_text!(ByName, name);
by_text!(ByIdentifier, identifier);
by_text!(ByEmail, email);

pub(crate) async fn get_project_by_id(by: Arc<Caller>, params: OneProject) -> Outcome<ProjectAnswer> {
    let found = project::find_project(&by.app, &by.actor, params.project_id.0).await?;
    Ok(ProjectAnswer::one(&by, found))
}

pub(crate) async fn get_project_by_name(by: Arc<Caller>, params: ByName) -> Outcome<ProjectAnswer> {
    let name = params.name.required()?;
    let found = project::find_project_by_name(&by.app, &by.actor, name).await?;
    known(&by, found)
}

pub(crate) async fn get_project_by_identifier(
    by: Arc<Caller>,
    params: ByIdentifier,
) -> Outcome<ProjectAnswer> {
    let identifier = params.identifier.required()?;
    let found = project::find_project_by_identifier(&by.app, &by.actor, &identifier).await?;
    known(&by, found)
}

pub(crate) async fn get_project_by_email(by: Arc<Caller>, params: ByEmail) -> Outcome<ProjectAnswer> {
    let email = params.email.required()?;
    let found = project::find_project_by_email(&by.app, &by.actor, email).await?;
    known(&by, found)
}

/// Whoever asks for a text that names no project is told `false`, not 403.
fn known(by: &Caller, found: Option<Project>) -> Outcome<ProjectAnswer> {
    found.map(|project| ProjectAnswer::one(by, project)).ok_or(Failure::Refused)
}

pub(crate) async fn get_all_projects(by: Arc<Caller>, _: Nothing) -> Outcome<Vec<ProjectAnswer>> {
    let projects = project::list_all_projects(&by.app, &by.actor).await?;
    Ok(ProjectAnswer::list(&by, projects))
}
