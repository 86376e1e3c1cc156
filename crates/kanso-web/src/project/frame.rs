//! What stands around the pages of a project's settings.

use kanso_core::project::{Project, find_project};
use kanso_domain::{Permission, ProjectId, color};

use super::tabs::ProjectTabs;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// The tabs of the project and the menu of its settings. Who has one may change the project.
pub(crate) struct Frame {
    pub(crate) tabs: ProjectTabs,
    /// The entry of the menu that is open.
    pub(crate) side: &'static str,
    pub(crate) project: Project,
}

impl Frame {
    /// Refuses who may not change the project.
    pub(crate) async fn load(
        web: &Web,
        reader: &Reader,
        project: ProjectId,
        side: &'static str,
    ) -> Result<Self, Fault> {
        web.app.require(&reader.actor, project, Permission::ManageProject).await?;
        let project = find_project(&web.app, &reader.actor, project).await?;
        Ok(Self { tabs: ProjectTabs::new(&project, "settings", true), side, project })
    }

    /// The project's id.
    pub(crate) fn id(&self) -> i64 {
        self.tabs.id
    }

    /// Whether it is its owner's alone.
    pub(crate) fn is_private(&self) -> bool {
        self.project.is_private == 1
    }

    /// The entries of the menu: where each leads, and what it is called.
    pub(crate) fn entries(&self, page: &Page) -> Vec<(&'static str, String)> {
        let entries = [
            ("settings", page.text("project-settings"), true),
            ("columns", page.text("columns"), true),
            ("swimlanes", page.text("swimlanes"), true),
            ("categories", page.text("categories"), true),
            ("tags", page.text("tags"), true),
            ("people", page.text("permissions"), !self.is_private()),
            ("roles", page.text("custom-roles"), !self.is_private()),
            ("actions", page.text("part-actions"), true),
            ("texts", page.text("predefined-texts"), true),
            ("public", page.text("public-access"), true),
            ("copy", page.text("copy-and-import"), true),
            ("task-import", page.text("task-import"), true),
            ("exports", page.text("exports"), true),
            ("trash", page.text("trash"), true),
            ("end", page.text("close-or-remove"), true),
        ];
        let shown = entries.into_iter().filter(|(_, _, is_shown)| *is_shown);
        shown.map(|(path, name, _)| (path, name)).collect()
    }
}

/// The colours of tasks with their names, for a choice.
pub(crate) fn colors(page: &Page) -> Vec<(&'static str, String)> {
    color::ALL.iter().map(|color| (color.id, page.text(&format!("color-{}", color.id)))).collect()
}
