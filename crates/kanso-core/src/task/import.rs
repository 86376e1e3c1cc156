//! Many tasks at once, from a list.

mod names;
mod read;

use kanso_domain::{Permission, ProjectId};

use super::close::close_in;
use super::create::create_in;
use crate::{Actor, App, Error, Fault, Result, Scope, external_link};
use names::Names;
use read::Read;

/// More tasks than this are not made at once: nobody else changes the project in the meantime.
pub const MOST_LISTED: usize = 1_000;

/// A task of a list, as somebody wrote it. What is empty gets the default of new tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedTask {
    pub reference: String,
    pub title: String,
    /// Markdown.
    pub description: String,
    /// The user name of who has it.
    pub assignee: String,
    /// The user name of who made it; empty for who sends the list.
    pub creator: String,
    /// The id or the English name of a colour.
    pub color: String,
    /// The title of a column.
    pub column: String,
    /// The name of a category.
    pub category: String,
    /// The name of an enabled swimlane.
    pub swimlane: String,
    /// Complexity.
    pub score: String,
    /// Hours.
    pub time_estimated: String,
    /// Hours.
    pub time_spent: String,
    /// A date in one of the forms that the settings and ISO 8601 give it.
    pub date_started: String,
    /// The same.
    pub date_due: String,
    pub priority: String,
    /// `1`, `true` or `closed` for a closed task.
    pub status: String,
    /// Names with commas between them.
    pub tags: String,
    /// The address of something elsewhere.
    pub link: String,
}

/// What is wrong with each task of a list, for who manages the project; nothing for those that are good.
///
/// # Errors
///
/// [`Fault::Missing`] for an empty list, [`Fault::TooMany`] for one of more than [`MOST_LISTED`].
#[crate::use_case]
pub async fn check_task_list(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    list: Vec<ListedTask>,
) -> Result<Vec<Vec<Fault>>> {
    check_length(&list)?;
    let (dates, now) = (dates(app, actor), app.clock().now());
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let names = Names::load(conn, project, &list).await?;
            let judge =
                |task: &ListedTask| Read::of(task, project, &names, &dates, now).err().unwrap_or_default();
            Ok(list.iter().map(judge).collect())
        })
    })
    .await
}

/// Creates all tasks of a list or none, for who manages the project, and answers how many. Each is told by events of
/// its own, as if it were created alone.
///
/// # Errors
///
/// As [`check_task_list`]; [`Error::Invalid`] also for the first task that is refused.
#[crate::use_case]
pub async fn import_task_list(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    list: Vec<ListedTask>,
) -> Result<usize> {
    check_length(&list)?;
    let (dates, now) = (dates(app, actor), app.clock().now());
    app.change(actor, Scope::from(project).touched(), Permission::ManageProject, move |change| {
        Box::pin(async move {
            let names = Names::load(change.conn(), project, &list).await?;
            for listed in &list {
                let read = Read::of(listed, project, &names, &dates, now);
                let Read { new, link, is_closed } = read.map_err(|faults| {
                    Error::Invalid(faults.into_iter().next().unwrap_or(Fault::Missing("title")))
                })?;
                let task = create_in(change, &new).await?;
                if let Some(link) = link {
                    external_link::create_in(change, &link.of(task)).await?;
                }
                if is_closed {
                    close_in(change, task).await?;
                }
            }
            Ok(list.len())
        })
    })
    .await
}

fn check_length(list: &[ListedTask]) -> Result<()> {
    match list.len() {
        0 => Err(Error::Invalid(Fault::Missing("file"))),
        many if many > MOST_LISTED => Err(Error::Invalid(Fault::TooMany("lines", MOST_LISTED))),
        _ => Ok(()),
    }
}

/// Days are the actor's, if they chose a time zone.
fn dates(app: &App, actor: &Actor) -> kanso_domain::date::DateInput {
    let dates = app.settings().date_input();
    kanso_domain::date::DateInput { zone: actor.zone().unwrap_or_else(|| dates.zone.clone()), ..dates }
}
