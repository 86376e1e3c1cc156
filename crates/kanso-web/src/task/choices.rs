//! What there is to choose for new tasks of a project.

use kanso_core::category::list_categories;
use kanso_core::column::list_columns;
use kanso_core::predefined::{Description, list_descriptions};
use kanso_core::project::{Project, list_assignable_users};
use kanso_core::swimlane::list_active_swimlanes;
use kanso_core::tag::list_offered_tags;
use kanso_domain::{ProjectId, color};

use super::sheet::{color_name, priorities};
use super::view::{Choice, TagChoice, TaskForm};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// The choices of a form.
#[derive(Default)]
pub(crate) struct Choices {
    pub(crate) columns: Vec<Choice>,
    pub(crate) swimlanes: Vec<Choice>,
    pub(crate) categories: Vec<Choice>,
    pub(crate) assignable: Vec<Choice>,
    /// The reader, if tasks can be assigned to them; 0 if not.
    pub(crate) me: i64,
    pub(crate) tags: Vec<TagChoice>,
    pub(crate) colors: Vec<(&'static str, String)>,
    pub(crate) priorities: Vec<i64>,
    /// The texts that a description can begin with.
    pub(crate) texts: Vec<Description>,
}

impl Choices {
    /// The choices of the project; what the form holds is among them.
    pub(super) async fn load(
        web: &Web,
        reader: &Reader,
        project: &Project,
        form: &TaskForm,
    ) -> Result<Self, Fault> {
        let (app, actor, id) = (&web.app, &reader.actor, project.id);
        let (columns, swimlanes, categories, people, tags, texts) = tokio::try_join!(
            list_columns(app, actor, id),
            list_active_swimlanes(app, actor, id),
            list_categories(app, actor, id),
            list_assignable_users(app, actor, id),
            list_offered_tags(app, actor, id),
            list_descriptions(app, actor, id),
        )?;
        let me = people.iter().find(|(id, _)| *id == actor.user_id());
        Ok(Self {
            columns: columns.iter().map(|one| Choice::new(one.id.get(), &one.title)).collect(),
            swimlanes: swimlanes.iter().map(|one| Choice::new(one.id.get(), &one.name)).collect(),
            categories: categories.iter().map(|one| Choice::new(one.id.get(), &one.name)).collect(),
            assignable: Choice::people(&people),
            me: me.map_or(0, |(id, _)| id.get()),
            tags: TagChoice::all(&tags, &[], &form.tags),
            colors: color::ALL.iter().map(|one| (one.id, color_name(&reader.page, one.id))).collect(),
            priorities: priorities(project, form.priority),
            texts,
        })
    }
}

impl TaskForm {
    /// The form of a task that nobody has described yet.
    pub(super) fn starting(web: &Web, project: &Project) -> Self {
        Self {
            color: web.app.settings().default_color().to_owned(),
            priority: project.priority_default,
            ..Self::default()
        }
    }
}

/// The first field of this name, as a number; 0 for what is none.
pub(super) fn number(fields: &[(String, String)], name: &str) -> i64 {
    let value = fields.iter().find(|(known, _)| known == name);
    value.and_then(|(_, value)| value.parse().ok()).unwrap_or_default()
}

/// The text of a form's description: what was typed, else the text of the project that was chosen.
pub(super) async fn description(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    fields: &[(String, String)],
    typed: &str,
) -> Result<String, Fault> {
    let chosen = number(fields, "text");
    if chosen == 0 || !typed.trim().is_empty() {
        return Ok(typed.to_owned());
    }
    let texts = list_descriptions(&web.app, &reader.actor, project).await?;
    let found = texts.into_iter().find(|text| text.id.get() == chosen);
    Ok(found.map(|text| text.description).unwrap_or_default())
}
