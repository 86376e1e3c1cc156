//! Changing the fields of a task.

use kanso_db::{Param, params};
use kanso_domain::{Event, Field, FieldChange, FieldValue, Permission, TaskAct, TaskId, UserId, text};

use super::create::{score_fits, starts_after_due};
use super::{Changed, PENDING, Task, Telling, find};
use crate::change::Change;
use crate::event::Snapshot;
use crate::project::require_assignable;
use crate::{Actor, App, Conflict, Error, Fault, Result, recurrence, tag};

/// New values for fields of a task. `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct TaskPatch {
    /// At most 65,535 characters.
    pub title: Option<String>,
    /// Markdown.
    pub description: Option<String>,
    /// The id of a colour.
    pub color: Option<String>,
    /// The assignee; 0 for nobody.
    pub owner: Option<UserId>,
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
    /// 0, 1 or 2; see Kanboard's recurrence.
    pub recurrence_status: Option<i64>,
    /// What makes it come again.
    pub recurrence_trigger: Option<i64>,
    /// How many timeframes later.
    pub recurrence_factor: Option<i64>,
    /// Days, months or years.
    pub recurrence_timeframe: Option<i64>,
    /// Counted from the due date or from the trigger.
    pub recurrence_basedate: Option<i64>,
    /// Names of all its tags from now on; those that are not there yet are added to the project. They count as no
    /// change of a field.
    pub tags: Option<Vec<String>>,
    /// The fields as the person saw them, to notice what others changed meanwhile in the same fields.
    pub seen: Option<Box<TaskPatch>>,
}

/// Changes fields of a task; records nothing when all have those values already.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused; [`Conflict::ChangedMeanwhile`] when `seen` shows that
/// somebody else changed one of the fields in the meantime.
#[crate::use_case]
pub async fn update_task(app: &App, actor: &Actor, task: TaskId, patch: TaskPatch) -> Result<()> {
    app.change(actor, task, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            if update_in(change, task, &patch, Telling::Recorded).await? {
                change.touch().await?;
            }
            Ok(())
        })
    })
    .await
}

/// The same inside a change; answers whether a field has another value now.
pub(crate) async fn update_in(
    change: &mut Change<'_>,
    task: TaskId,
    patch: &TaskPatch,
    telling: Telling,
) -> Result<bool> {
    Ok(!change_in(change, task, patch, telling).await?.fields.is_empty())
}

/// The same; answers both ends of what changed.
pub(crate) async fn change_in(
    change: &mut Change<'_>,
    task: TaskId,
    patch: &TaskPatch,
    telling: Telling,
) -> Result<Changed> {
    patch.check()?;
    let before = find::load(change.conn(), task).await?;
    if let Some(owner) = patch.owner {
        require_assignable(change.conn(), before.project_id, owner).await?;
    }
    if patch.overwrites_news(&before) {
        return Err(Error::Conflict(Conflict::ChangedMeanwhile));
    }
    let fields = patch.changes_of(&before);
    require_acts(change, &before, patch, &fields).await?;
    write(change, task, &fields).await?;
    let tags = match &patch.tags {
        Some(names) => tag::exchange(change, before.project_id, task, names).await?,
        None => None,
    };
    if telling == Telling::Silent {
        change.ring(before.project_id);
    } else {
        // The tags first: nothing follows from them that could take the task away.
        if let Some(tags) = &tags {
            tag::tell(change, task, tags.from.clone()).await?;
        }
        if !fields.is_empty() {
            let snapshot = Snapshot::of_changed_task(change, &before).await?;
            change.record(event(task, fields.clone()), &snapshot).await?;
        }
    }
    Ok(Changed { task, fields, tags })
}

/// Refuses what the actor's role keeps them from. Who changes nothing is refused nothing.
async fn require_acts(
    change: &mut Change<'_>,
    before: &Task,
    patch: &TaskPatch,
    changes: &[FieldChange],
) -> Result<()> {
    let (project, owner) = (before.project_id, before.owner_id);
    if !changes.is_empty() || patch.tags.is_some() {
        change.require_act(project, TaskAct::Update, owner).await?;
    }
    if changes.iter().any(|change| change.field == Field::OwnerId) {
        change.require_act(project, TaskAct::Assign, owner).await?;
    }
    let pends = |change: &FieldChange| {
        change.field == Field::RecurrenceStatus && change.to == FieldValue::Int(PENDING)
    };
    if changes.iter().any(pends) && recurrence::is_set(change.conn(), before.id).await? {
        return Err(Error::Conflict(Conflict::RecursByDay));
    }
    Ok(())
}

impl TaskPatch {
    fn check(&self) -> Result<()> {
        let too_long =
            |text: &Option<String>, limit| text.as_ref().is_some_and(|text| !text::fits(text, limit));
        let fault = if too_long(&self.title, text::TITLE) {
            Fault::TooLong("title", text::TITLE)
        } else if too_long(&self.reference, text::NAME) {
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

    /// The values given, by field.
    fn values(&self) -> Vec<(Field, FieldValue)> {
        let int = |value: Option<i64>| value.map(FieldValue::Int);
        let real = |value: Option<f64>| value.map(FieldValue::Real);
        let text = |value: &Option<String>| value.clone().map(FieldValue::Text);
        let fields = [
            (Field::Title, text(&self.title)),
            (Field::ColorId, text(&self.color)),
            (Field::OwnerId, self.owner.map(FieldValue::from)),
            (Field::DateDue, int(self.date_due)),
            (Field::Description, text(&self.description)),
            (Field::CategoryId, int(self.category)),
            (Field::Score, int(self.score)),
            (Field::Priority, int(self.priority)),
            (Field::RecurrenceStatus, int(self.recurrence_status)),
            (Field::RecurrenceTrigger, int(self.recurrence_trigger)),
            (Field::RecurrenceFactor, int(self.recurrence_factor)),
            (Field::RecurrenceTimeframe, int(self.recurrence_timeframe)),
            (Field::RecurrenceBasedate, int(self.recurrence_basedate)),
            (Field::Reference, text(&self.reference)),
            (Field::DateStarted, int(self.date_started)),
            (Field::TimeSpent, real(self.time_spent)),
            (Field::TimeEstimated, real(self.time_estimated)),
        ];
        fields.into_iter().filter_map(|(field, value)| Some((field, value?))).collect()
    }

    /// The values that differ from the stored ones.
    pub(crate) fn changes_of(&self, before: &Task) -> Vec<FieldChange> {
        let changes =
            self.values().into_iter().map(|(field, to)| FieldChange { field, from: before.value(field), to });
        changes.filter(|change| change.from != change.to).collect()
    }

    /// Whether a field that is to be changed holds neither what the person saw nor what they want.
    fn overwrites_news(&self, before: &Task) -> bool {
        let Some(seen) = &self.seen else { return false };
        let seen = seen.values();
        self.changes_of(before).iter().any(|change| {
            let known = seen.iter().find(|(field, _)| *field == change.field);
            known.is_some_and(|(_, value)| !value.means(&change.from))
        })
    }
}

/// The event that tells of these changes. A new assignee alone has one of its own.
fn event(task: TaskId, changes: Vec<FieldChange>) -> Event {
    match changes.as_slice() {
        [FieldChange { field: Field::OwnerId, from: FieldValue::Int(from), to: FieldValue::Int(to) }] => {
            Event::TaskAssigned { task, from: (*from).into(), to: (*to).into() }
        }
        _ => Event::TaskUpdated { task, changes },
    }
}

/// Writes the changed columns; `date_modification` is set even when there is none, as in Kanboard.
async fn write(change: &Change<'_>, task: TaskId, changes: &[FieldChange]) -> Result<()> {
    use std::fmt::Write;
    let mut update = "UPDATE tasks SET date_modification = $1".to_owned();
    let mut values = params![change.now()].to_vec();
    for FieldChange { field, to, .. } in changes {
        values.push(param(to));
        let _ = write!(update, ", {} = ${}", field.as_str(), values.len());
    }
    values.push(Param::from(task.get()));
    let _ = write!(update, " WHERE id = ${}", values.len());
    change.conn().execute(&update, &values).await?;
    Ok(())
}

fn param(value: &FieldValue) -> Param<'_> {
    match value {
        FieldValue::Null => Param::Null,
        FieldValue::Int(value) => Param::from(*value),
        FieldValue::Real(value) => Param::from(*value),
        FieldValue::Text(value) => Param::from(value.as_str()),
    }
}

impl Task {
    /// The stored value of a field.
    pub fn value(&self, field: Field) -> FieldValue {
        match field {
            Field::Title => self.title.clone().into(),
            Field::ColorId => self.color_id.clone().into(),
            Field::OwnerId => self.owner_id.into(),
            Field::DateDue => self.date_due.into(),
            Field::Description => self.description.clone().into(),
            Field::CategoryId => self.category_id.into(),
            Field::Score => self.score.into(),
            Field::Priority => self.priority.into(),
            Field::RecurrenceStatus => self.recurrence_status.into(),
            Field::RecurrenceTrigger => self.recurrence_trigger.into(),
            Field::RecurrenceFactor => self.recurrence_factor.into(),
            Field::RecurrenceTimeframe => self.recurrence_timeframe.into(),
            Field::RecurrenceBasedate => self.recurrence_basedate.into(),
            Field::Reference => self.reference.clone().into(),
            Field::DateStarted => self.date_started.into(),
            Field::TimeSpent => self.time_spent.into(),
            Field::TimeEstimated => self.time_estimated.into(),
        }
    }
}
