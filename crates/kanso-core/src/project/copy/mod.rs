//! Making a project like another one, and taking over another one's tasks.

mod board;
mod rights;
mod tasks;

use kanso_db::params;
use kanso_domain::{Permission, ProjectId};

use super::create::{self, NewProject, Privacy};
use super::load;
use crate::change::Change;
use crate::{Actor, App, Error, Kind, Result, Scope, action};

/// What of a project its copy gets, besides the board with its columns and swimlanes and the texts it keeps ready.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The roles of people and groups, and the roles that the project made up.
    pub permissions: bool,
    /// The roles that the project made up, with their restrictions.
    pub roles: bool,
    /// Its categories.
    pub categories: bool,
    /// Its tags.
    pub tags: bool,
    /// Its automatic actions, those that make sense in the copy.
    pub actions: bool,
    /// The searches that people keep.
    pub filters: bool,
    /// What other programs keep with it.
    pub metadata: bool,
    /// Its open tasks with tags, subtasks, external links and files.
    pub tasks: bool,
}

/// A project to make another one like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Model {
    pub(super) project: ProjectId,
    pub(super) parts: Parts,
}

/// Creates a project like another one, which the actor manages. What `new` leaves open is as there.
///
/// # Errors
///
/// As [`create_project`](super::create_project).
#[crate::use_case]
pub async fn copy_project(
    app: &App,
    actor: &Actor,
    from: ProjectId,
    parts: Parts,
    new: NewProject,
) -> Result<ProjectId> {
    actor.require(Permission::CreateTeamProject)?;
    create::create(app, actor, new, Privacy::Team, Some(Model { project: from, parts })).await
}

/// The same for the actor alone: nobody else gets a role in the copy.
///
/// # Errors
///
/// As [`create_private_project`](super::create_private_project).
#[crate::use_case]
pub async fn copy_project_privately(
    app: &App,
    actor: &Actor,
    from: ProjectId,
    parts: Parts,
    new: NewProject,
) -> Result<ProjectId> {
    create::require_private_projects(app)?;
    let parts = Parts { permissions: false, ..parts };
    create::create(app, actor, new, Privacy::Private, Some(Model { project: from, parts })).await
}

/// Copies the open tasks of another project into this one; answers how many. Both are the actor's to manage.
///
/// # Errors
///
/// [`Error::NotFound`] also when one of the projects has no column or no active swimlane.
#[crate::use_case]
pub async fn import_tasks(app: &App, actor: &Actor, project: ProjectId, from: ProjectId) -> Result<usize> {
    let both = Scope::from(project).beside([from.into()]);
    app.change(actor, both, Permission::ManageProject, move |change| {
        Box::pin(async move {
            change.require_in(from, Permission::ManageProject).await?;
            let copied = tasks::copy(change, from, project).await?;
            change.touch().await?;
            Ok(copied)
        })
    })
    .await
}

/// Locks the model, if the actor manages it.
pub(super) async fn hold(change: &mut Change<'_>, model: Model) -> Result<()> {
    if !change.join(model.project).await? {
        return Err(Error::NotFound(Kind::Project));
    }
    change.require_in(model.project, Permission::ManageProject).await
}

/// Gives a new project the settings, board and lists of its model.
pub(super) async fn furnish(change: &Change<'_>, project: ProjectId, model: Model) -> Result<()> {
    const SETTINGS: &str = "UPDATE projects SET description = COALESCE(projects.description, m.description), \
        priority_default = m.priority_default, priority_start = m.priority_start, \
        priority_end = m.priority_end, per_swimlane_task_limits = m.per_swimlane_task_limits, \
        task_limit = m.task_limit, enable_global_tags = m.enable_global_tags, \
        predefined_email_subjects = m.predefined_email_subjects \
        FROM (SELECT * FROM projects WHERE id = $1) AS m WHERE projects.id = $2";
    let both = [model.project.get(), project.get()];
    change.conn().execute(SETTINGS, params![both[0], both[1]]).await?;
    board::copy(change.conn(), both, model.parts).await
}

/// Gives a new project the rest, once its owner has a role in it.
pub(super) async fn settle(change: &mut Change<'_>, project: ProjectId, model: Model) -> Result<()> {
    let (from, parts) = (model.project, model.parts);
    if parts.roles || parts.permissions {
        rights::copy_roles(change.conn(), from, project).await?;
    }
    if parts.permissions && load(change.conn(), from).await?.is_private == 0 {
        rights::copy_permissions(change, from, project).await?;
    }
    if parts.tasks {
        // Locked while it has no automatic actions: none follows from what is copied.
        change.join(project).await?;
        tasks::copy(change, from, project).await?;
    }
    if parts.actions {
        action::copy(change, from, project).await?;
    }
    Ok(())
}
