//! Reading all that the sheet of a task shows.

use kanso_core::category::{Category, list_categories};
use kanso_core::column::Column;
use kanso_core::comment::{CommentDetails, list_comments};
use kanso_core::event::{Known, find_latest};
use kanso_core::external_link::{ListedExternalLink, list_external_links};
use kanso_core::file::{ListedFile, list_task_files};
use kanso_core::link::{Label, LinkedTask, list_offered_labels, list_task_links};
use kanso_core::project::{self, Project};
use kanso_core::recurrence::find_recurrence;
use kanso_core::role::find_rights;
use kanso_core::subtask::{SubtaskDetails, list_subtasks};
use kanso_core::swimlane::{self, Swimlane};
use kanso_core::tag::{Tag, list_offered_tags, list_task_tags};
use kanso_core::task::{Task, find_task};
use kanso_core::{Actor, column};
use kanso_domain::{TaskId, UserId};

use crate::fault::Fault;
use crate::rights::Rights;
use crate::web::Web;

/// What is read for a sheet.
pub(super) struct Material {
    pub(super) task: Task,
    pub(super) project: Project,
    pub(super) columns: Vec<Column>,
    pub(super) swimlanes: Vec<Swimlane>,
    pub(super) categories: Vec<Category>,
    pub(super) members: Vec<(UserId, String)>,
    pub(super) assignable: Vec<(UserId, String)>,
    pub(super) tags: Vec<Tag>,
    pub(super) offered_tags: Vec<Tag>,
    pub(super) subtasks: Vec<SubtaskDetails>,
    pub(super) links: Vec<LinkedTask>,
    pub(super) labels: Vec<Label>,
    pub(super) external: Vec<ListedExternalLink>,
    pub(super) files: Vec<ListedFile>,
    pub(super) comments: Vec<CommentDetails>,
    /// The event after which the task looks like this, or an older one.
    pub(super) last_event: Known,
    pub(super) rights: Rights,
    /// Whether it comes back on days of the calendar.
    pub(super) has_series: bool,
}

pub(super) async fn gather(web: &Web, actor: &Actor, id: TaskId) -> Result<Material, Fault> {
    let app = &web.app;
    let project = find_task(app, actor, id).await?.project_id;
    // Before the rest, so that what happens meanwhile is told again.
    let last_event = find_latest(app, actor, project).await?;
    let task = find_task(app, actor, id).await?;
    let (own_project, columns, swimlanes, categories, members, assignable, rights) = tokio::try_join!(
        project::find_project(app, actor, project),
        column::list_columns(app, actor, project),
        swimlane::list_active_swimlanes(app, actor, project),
        list_categories(app, actor, project),
        project::list_members(app, actor, project),
        project::list_assignable_users(app, actor, project),
        find_rights(app, actor, project),
    )?;
    let (tags, offered_tags, subtasks, links, labels, external, files, comments, series) = tokio::try_join!(
        list_task_tags(app, actor, id),
        list_offered_tags(app, actor, project),
        list_subtasks(app, actor, id),
        list_task_links(app, actor, id),
        list_offered_labels(app),
        list_external_links(app, actor, id),
        list_task_files(app, actor, id),
        list_comments(app, actor, id),
        find_recurrence(app, actor, id),
    )?;
    Ok(Material {
        task,
        project: own_project,
        columns,
        swimlanes,
        categories,
        members,
        assignable,
        tags,
        offered_tags,
        subtasks,
        links,
        labels,
        external,
        files,
        comments,
        last_event,
        rights: Rights::new(actor, rights),
        has_series: series.is_some_and(|series| series.next_on.is_some()),
    })
}
