//! What people call the things that automatic actions name.

use kanso_core::category::list_categories;
use kanso_core::column::list_columns;
use kanso_core::link::list_offered_labels;
use kanso_core::project::{list_assignable_users, list_members, list_my_project_names};
use kanso_core::swimlane::list_swimlanes;
use kanso_domain::{ProjectId, color};

use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// Things to choose from: the value in a form, and the name.
pub(super) type Choices = Vec<(String, String)>;

/// What there is in a project, and around it as far as the reader sees.
pub(crate) struct Names {
    pub(super) columns: Choices,
    pub(super) swimlanes: Choices,
    pub(super) categories: Choices,
    /// Everybody in the project.
    pub(super) people: Choices,
    /// Those of them who can be given tasks.
    pub(super) assignable: Choices,
    pub(super) labels: Choices,
    /// The reader's projects.
    pub(super) projects: Choices,
    pub(super) colors: Choices,
}

impl Names {
    pub(super) async fn load(web: &Web, reader: &Reader, project: ProjectId) -> Result<Self, Fault> {
        let (app, actor) = (&web.app, &reader.actor);
        let columns = list_columns(app, actor, project).await?;
        let swimlanes = list_swimlanes(app, actor, project).await?;
        let categories = list_categories(app, actor, project).await?;
        let labels = list_offered_labels(app).await?;
        Ok(Self {
            columns: columns.into_iter().map(|column| (column.id.to_string(), column.title)).collect(),
            swimlanes: swimlanes.into_iter().map(|lane| (lane.id.to_string(), lane.name)).collect(),
            categories: categories.into_iter().map(|known| (known.id.to_string(), known.name)).collect(),
            people: choices(list_members(app, actor, project).await?),
            assignable: choices(list_assignable_users(app, actor, project).await?),
            labels: labels.into_iter().map(|label| (label.id.to_string(), label.label)).collect(),
            projects: choices(list_my_project_names(app, actor).await?),
            colors: colors(&reader.page),
        })
    }

    /// What a parameter's value can name; `None` for one that names nothing.
    pub(super) fn named_by(&self, parameter: &str) -> Option<&Choices> {
        Some(match parameter {
            "column_id" | "src_column_id" | "dest_column_id" => &self.columns,
            "swimlane_id" | "dest_swimlane_id" => &self.swimlanes,
            "category_id" => &self.categories,
            "user_id" => &self.people,
            "link_id" => &self.labels,
            "project_id" => &self.projects,
            "color_id" => &self.colors,
            _ => return None,
        })
    }
}

fn choices<I: ToString>(known: Vec<(I, String)>) -> Choices {
    known.into_iter().map(|(id, name)| (id.to_string(), name)).collect()
}

fn colors(page: &Page) -> Choices {
    color::ALL.iter().map(|color| (color.id.to_owned(), page.text(&format!("color-{}", color.id)))).collect()
}
