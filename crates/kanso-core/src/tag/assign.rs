//! Giving tasks their tags by name.

use kanso_db::{Conn, params};
use kanso_domain::{Event, Permission, ProjectId, TagId, TaskAct, TaskId, UserId};
use serde::{Deserialize, Serialize};

use super::find::of_task;
use super::{Tag, folded, insert};
use crate::access::require;
use crate::change::Change;
use crate::event::Snapshot;
use crate::task::Task;
use crate::{Actor, App, Error, Fault, Kind, Result, event};

/// Gives a task the tags of these names and takes all others away. Names without a tag get one in the project.
///
/// The dates of task and project stay, as in Kanboard.
///
/// # Errors
///
/// [`Fault::Unknown`] for a project that is not the task's; [`Fault::TooLong`] for a name of more than 191
/// characters.
#[crate::use_case]
pub async fn set_task_tags(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    task: TaskId,
    names: Vec<String>,
) -> Result<()> {
    app.change(actor, task, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            if project != change.project() {
                require(change.conn(), change.actor(), project, Permission::WorkInProject).await?;
                return Err(Error::Invalid(Fault::Unknown("project_id")));
            }
            let owner = owner(change.conn(), task).await?;
            change.require_act(project, TaskAct::Update, owner).await?;
            match exchange(change, project, task, &names).await? {
                Some(changed) => tell(change, task, changed.from).await,
                None => Ok(()),
            }
        })
    })
    .await
}

/// Gives a task of the change's project one more tag, and tells of it; answers whether it had not got it.
pub(crate) async fn add_in(change: &mut Change<'_>, task: &Task, name: String) -> Result<bool> {
    change.require_act(task.project_id, TaskAct::Update, task.owner_id).await?;
    let had: Vec<String> = of_task(change.conn(), task.id).await?.into_iter().map(|tag| tag.name).collect();
    assign(change, task.project_id, task.id, &[name]).await?;
    if of_task(change.conn(), task.id).await?.len() == had.len() {
        return Ok(false);
    }
    tell(change, task.id, had).await?;
    Ok(true)
}

async fn owner(conn: &Conn, task: TaskId) -> Result<UserId> {
    const OWNER: &str = "SELECT owner_id FROM tasks WHERE id = $1";
    let found = conn.one::<(i64,)>(OWNER, params![task.get()]).await?;
    found.map(|(owner,)| owner.into()).ok_or(Error::NotFound(Kind::Task))
}

/// Gives a task of the project the tags of these names: those of all projects before those of this one, whatever
/// the ASCII capitals, else new ones of the project. An empty name and "0" are none, as in Kanboard.
pub(crate) async fn assign(
    change: &mut Change<'_>,
    project: ProjectId,
    task: TaskId,
    names: &[String],
) -> Result<()> {
    for name in names.iter().filter(|name| !matches!(name.as_str(), "" | "0")) {
        let tag = find_or_create(change, project, name, None).await?;
        attach(change.conn(), task, tag).await?;
    }
    Ok(())
}

/// The tags that a task had and has, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagChange {
    pub(crate) from: Vec<String>,
    pub(crate) to: Vec<String>,
}

impl TagChange {
    /// The names of a task's tags without what this brought, and with what it took away.
    pub(crate) fn undone(&self, mut tags: Vec<String>) -> Vec<String> {
        tags.retain(|tag| self.from.contains(tag) || !self.to.contains(tag));
        let lost = self.from.iter().filter(|tag| !self.to.contains(tag) && !tags.contains(tag));
        let lost: Vec<String> = lost.cloned().collect();
        tags.extend(lost);
        tags
    }
}

/// The same as [`assign`], and takes tags away whose exact name is not among these. Answers both
/// ends, if they differ.
pub(crate) async fn exchange(
    change: &mut Change<'_>,
    project: ProjectId,
    task: TaskId,
    names: &[String],
) -> Result<Option<TagChange>> {
    let had = of_task(change.conn(), task).await?;
    assign(change, project, task, names).await?;
    for tag in had.iter().filter(|tag| !names.contains(&tag.name)) {
        take_away(change.conn(), task, tag.id).await?;
    }
    let has = of_task(change.conn(), task).await?;
    let names = |tags: Vec<Tag>| tags.into_iter().map(|tag| tag.name).collect();
    Ok((had != has).then(|| TagChange { from: names(had), to: names(has) }))
}

/// Records that a task has other tags than these.
pub(crate) async fn tell(change: &mut Change<'_>, task: TaskId, before: Vec<String>) -> Result<()> {
    let snapshot = Snapshot::of_task(change, task).await?;
    change.record(Event::TaskTagged { task, before }, &snapshot).await?;
    Ok(())
}

/// Gives the task `to`, which is or will be in `project`, the tags of `from`: by name as [`assign`] does, and new
/// ones with the colour of the old.
///
/// When both are one task that moves, the tags of the project it came from are taken away. The caller holds the
/// lock of `project`.
pub(crate) async fn copy(
    change: &mut Change<'_>,
    from: TaskId,
    to: TaskId,
    project: ProjectId,
) -> Result<()> {
    for tag in of_task(change.conn(), from).await? {
        let own = find_or_create(change, project, &tag.name, tag.color_id.as_deref()).await?;
        attach(change.conn(), to, own).await?;
        if from == to && !tag.project_id.is_none() && tag.project_id != project {
            take_away(change.conn(), to, tag.id).await?;
        }
    }
    Ok(())
}

async fn find_or_create(
    change: &mut Change<'_>,
    project: ProjectId,
    name: &str,
    color: Option<&str>,
) -> Result<TagId> {
    const FIND: &str = "SELECT id FROM tags WHERE folded = $1 AND (project_id = 0 OR project_id = $2) \
        ORDER BY project_id, id LIMIT 1";
    let found = change.conn().one::<(i64,)>(FIND, params![folded(name), project.get()]).await?;
    if let Some((id,)) = found {
        return Ok(id.into());
    }
    let created = insert(change.conn(), project, name, color).await?;
    event::created(change, &created).await?;
    Ok(created.id)
}

async fn attach(conn: &Conn, task: TaskId, tag: TagId) -> Result<()> {
    const ATTACH: &str = "INSERT INTO task_has_tags (task_id, tag_id) VALUES ($1, $2) \
        ON CONFLICT (task_id, tag_id) DO NOTHING";
    conn.execute(ATTACH, params![task.get(), tag.get()]).await?;
    Ok(())
}

async fn take_away(conn: &Conn, task: TaskId, tag: TagId) -> Result<()> {
    const DETACH: &str = "DELETE FROM task_has_tags WHERE task_id = $1 AND tag_id = $2";
    conn.execute(DETACH, params![task.get(), tag.get()]).await?;
    Ok(())
}
