//! Adding a task to a board.

use kanso_db::params;
use kanso_domain::{ColumnId, Event, Lane, Permission, ProjectId, SwimlaneId, TaskAct, TaskId, UserId, text};

use super::{Task, lane};
use crate::change::Change;
use crate::event::Snapshot;
use crate::project::require_assignable;
use crate::{Actor, App, Error, Fault, Kind, Result, Scope, tag};

/// A task to create. What is left at its default gets Kanboard's default.
#[derive(Clone, Debug, Default)]
pub struct NewTask {
    /// The project it goes to.
    pub project: ProjectId,
    /// 1 to 65,535 characters.
    pub title: String,
    /// Markdown.
    pub description: Option<String>,
    /// `None` or empty: the setting `default_color`.
    pub color: Option<String>,
    /// `None`: the first column.
    pub column: Option<ColumnId>,
    /// `None`: the first active swimlane.
    pub swimlane: Option<SwimlaneId>,
    /// The assignee; 0 for nobody.
    pub owner: UserId,
    /// `None`: who creates it.
    pub creator: Option<UserId>,
    /// Unix seconds; 0 for none.
    pub date_due: Option<i64>,
    /// Unix seconds; 0 for none.
    pub date_started: Option<i64>,
    /// 0 for none.
    pub category: Option<i64>,
    /// Complexity.
    pub score: Option<i64>,
    /// Priority.
    pub priority: Option<i64>,
    /// A name in another system; at most 191 characters.
    pub reference: Option<String>,
    /// Hours.
    pub time_spent: Option<f64>,
    /// Hours.
    pub time_estimated: Option<f64>,
    /// How it comes again.
    pub recurrence: Recurrence,
    /// Names of tags; those that are not there yet are added to the project.
    pub tags: Vec<String>,
}

/// How a task comes again; the numbers are Kanboard's (see `docs/api.md`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recurrence {
    pub status: i64,
    pub trigger: i64,
    pub factor: i64,
    pub timeframe: i64,
    pub basedate: i64,
}

impl NewTask {
    /// What a copy of a task takes from it, to be put into `project`.
    pub(super) fn like(task: &Task, project: ProjectId) -> Self {
        Self {
            project,
            title: task.title.clone(),
            description: task.description.clone(),
            color: Some(task.color_id.clone()),
            owner: task.owner_id,
            date_due: task.date_due,
            category: task.category_id,
            score: task.score,
            priority: task.priority,
            reference: task.reference.clone(),
            time_spent: Some(0.0),
            time_estimated: task.time_estimated,
            recurrence: Recurrence {
                status: task.recurrence_status,
                trigger: task.recurrence_trigger,
                factor: task.recurrence_factor,
                timeframe: task.recurrence_timeframe,
                basedate: task.recurrence_basedate,
            },
            ..Self::default()
        }
    }
}

/// Adds a task at the end of its lane.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused; [`Error::NotFound`] for a column or swimlane that is not the
/// project's, or a project without one.
#[crate::use_case]
pub async fn create_task(app: &App, actor: &Actor, new: NewTask) -> Result<TaskId> {
    app.change(actor, Scope::from(new.project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move { create_in(change, &new).await })
    })
    .await
}

/// The same inside a change.
pub(crate) async fn create_in(change: &mut Change<'_>, new: &NewTask) -> Result<TaskId> {
    new.check()?;
    let creator = new.creator.unwrap_or_else(|| change.actor().user_id());
    require_assignable(change.conn(), change.project(), new.owner).await?;
    if new.creator.is_some() {
        require_assignable(change.conn(), change.project(), creator).await?;
    }
    let lane = find_lane(change, new).await?;
    let project = change.project();
    change.require_act(project, TaskAct::Create(lane.column), new.owner).await?;
    if !new.owner.is_none() {
        change.require_act(project, TaskAct::Assign, new.owner).await?;
    }

    let task = insert(change, new, lane, creator).await?;
    tag::assign(change, new.project, task, &new.tags).await?;

    let snapshot = match new.tags.as_slice() {
        [] => Snapshot::of_untagged_task(change, task).await?,
        _ => Snapshot::of_task(change, task).await?,
    };
    change.record(Event::TaskCreated { task }, &snapshot).await?;
    Ok(task)
}

impl NewTask {
    /// Whether the values themselves are accepted, wherever the task goes.
    pub(super) fn check(&self) -> Result<()> {
        let fault = if self.title.is_empty() {
            Fault::Missing("title")
        } else if !text::fits(&self.title, text::TITLE) {
            Fault::TooLong("title", text::TITLE)
        } else if self.reference.as_ref().is_some_and(|reference| !text::fits(reference, text::NAME)) {
            Fault::TooLong("reference", text::NAME)
        } else if !score_fits(self.score) {
            Fault::Unknown("score")
        } else if starts_after_due(self.date_started, self.date_due) {
            Fault::StartsAfterDue
        } else {
            return Ok(());
        };
        Err(Error::Invalid(fault))
    }
}

/// Whether the score is in the range that Kanboard stores.
pub(super) fn score_fits(score: Option<i64>) -> bool {
    const MOST: i64 = i32::MAX as i64;
    score.is_none_or(|score| (-MOST..=MOST).contains(&score))
}

/// Whether both dates are given and in the wrong order.
pub(super) fn starts_after_due(started: Option<i64>, due: Option<i64>) -> bool {
    let given = |date: Option<i64>| date.filter(|date| *date > 0);
    given(started).zip(given(due)).is_some_and(|(started, due)| started > due)
}

async fn find_lane(change: &Change<'_>, new: &NewTask) -> Result<Lane> {
    let (conn, project) = (change.conn(), change.project());
    let first = match (new.column, new.swimlane) {
        (Some(_), Some(_)) => (None, None),
        _ => lane::first(conn, project).await?,
    };
    let column = new.column.or(first.0).ok_or(Error::NotFound(Kind::Column))?;
    let swimlane = new.swimlane.or(first.1).ok_or(Error::NotFound(Kind::Swimlane))?;
    let lane = Lane { swimlane, column };
    if new.column.is_some() || new.swimlane.is_some() {
        lane::check(conn, project, lane).await?;
    }
    Ok(lane)
}

/// Writes the row of a task, at the end of the lane of the project that the change is in.
pub(super) async fn insert(
    change: &Change<'_>,
    new: &NewTask,
    lane: Lane,
    creator: UserId,
) -> Result<TaskId> {
    const INSERT: &str = "INSERT INTO tasks (title, description, color_id, project_id, column_id, swimlane_id, \
        owner_id, creator_id, position, score, date_due, date_started, category_id, priority, reference, \
        time_spent, time_estimated, recurrence_status, recurrence_trigger, recurrence_factor, \
        recurrence_timeframe, recurrence_basedate, date_creation, date_modification, date_moved) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, \
        $21, $22, $23, $23, $23)";
    let position = lane::count(change.conn(), lane, 1).await?;
    let color = new.color.as_deref().filter(|color| !color.is_empty());
    let values = params![
        &new.title,
        new.description.as_deref(),
        color.unwrap_or_else(|| change.settings().default_color()),
        change.project().get(),
        lane.column.get(),
        lane.swimlane.get(),
        new.owner.get(),
        creator.get(),
        position,
        new.score,
        new.date_due,
        new.date_started,
        new.category,
        new.priority,
        new.reference.as_deref(),
        new.time_spent,
        new.time_estimated,
        new.recurrence.status,
        new.recurrence.trigger,
        new.recurrence.factor,
        new.recurrence.timeframe,
        new.recurrence.basedate,
        change.now()
    ];
    Ok(change.conn().insert(INSERT, values).await?.into())
}
