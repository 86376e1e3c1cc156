//! The tabs above every page of a project.

use kanso_core::Error;
use kanso_core::project::{Project, find_project};
use kanso_domain::{Permission, ProjectId};

use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// What stands above a page of a project: the page has it as `tabs`, and includes `project/tabs.html` before its
/// `<main>`.
pub(crate) struct ProjectTabs {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// The page that is open: `overview`, `board`, `list`, `calendar`, `activity`, `reports`, `webhooks` or `settings`.
    pub(crate) current: &'static str,
    /// Whether the reader may change the project, and so sees its reports, webhooks and settings.
    pub(crate) may_manage: bool,
}

impl ProjectTabs {
    /// The tabs that the reader may see. Who may not see the project is told that there is none.
    pub(crate) async fn load(
        web: &Web,
        reader: &Reader,
        project: ProjectId,
        current: &'static str,
    ) -> Result<Self, Fault> {
        let found = find_project(&web.app, &reader.actor, project).await?;
        let may_manage = match web.app.require(&reader.actor, project, Permission::ManageProject).await {
            Ok(()) => true,
            Err(Error::Forbidden(_)) => false,
            Err(error) => return Err(error.into()),
        };
        Ok(Self::new(&found, current, may_manage))
    }

    /// The tabs of a project that was read already.
    pub(crate) fn new(project: &Project, current: &'static str, may_manage: bool) -> Self {
        Self { id: project.id.get(), name: project.name.clone(), current, may_manage }
    }
}
