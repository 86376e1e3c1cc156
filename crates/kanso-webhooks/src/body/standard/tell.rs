//! From an event to the changes of its task.

use kanso_core::event::{Past, Snapshot};
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, Field, FieldChange, NamedChange, ProjectId, Slot};

use super::changes::TaskChanges;
use super::part::{Ends, Named, Time, User};
use super::task;
use super::value::{both, maybe_hours, maybe_number, maybe_words, number, time, words};

/// What the changes of a task are told from.
pub(super) struct Teller<'a> {
    task: &'a TaskDetails,
    tags: &'a [String],
    past: Option<&'a Past>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(task: &'a TaskDetails, snapshot: &'a Snapshot) -> Self {
        Self { task, tags: &snapshot.tags, past: snapshot.past.as_deref() }
    }

    /// What the event changed; `None` for one that changes nothing of a task.
    pub(super) fn tell(&self, event: &'a Event) -> Option<TaskChanges<'a>> {
        let mut changes = TaskChanges::default();
        match event {
            Event::TaskUpdated { changes: told, .. } => {
                told.iter().for_each(|change| self.field(&mut changes, change));
            }
            Event::TaskAssigned { from, .. } => self.assigned(&mut changes, from.get()),
            Event::TaskTagged { before, .. } => {
                changes.tags = Ends::differing(names(before), names(self.tags))
            }
            Event::TaskMoved { from, to, moved_before, .. } => {
                self.moved(&mut changes, *from, *to);
                let (from, to) = (Some(*moved_before), Some(self.task.date_moved));
                changes.moved_at = Ends::differing(Time::stored(from), Time::stored(to));
            }
            Event::TaskClosed { .. } => self.turned(&mut changes, true),
            Event::TaskOpened { .. } => self.turned(&mut changes, false),
            Event::TaskMovedToProject { from, .. } => {
                self.left(&mut changes, *from);
                self.stored(&mut changes);
            }
            Event::TaskCreated { .. }
            | Event::TaskRemoved { .. }
            | Event::TaskRestored { .. }
            | Event::CommentCreated { .. }
            | Event::CommentUpdated { .. }
            | Event::CommentRemoved { .. }
            | Event::SubtaskCreated { .. }
            | Event::SubtaskUpdated { .. }
            | Event::SubtaskRemoved { .. }
            | Event::LinkSaved { .. }
            | Event::LinkRemoved { .. }
            | Event::FileAdded { .. }
            | Event::FileRemoved { .. }
            | Event::Managed { .. } => return None,
        }
        Some(changes)
    }

    fn field(&self, changes: &mut TaskChanges<'a>, change: &'a FieldChange) {
        let FieldChange { field, from, to } = change;
        match field {
            Field::Title => changes.title = both(from, to, words),
            Field::ColorId => changes.color = both(from, to, words),
            Field::Description => changes.description = both(from, to, maybe_words),
            Field::Reference => changes.reference = both(from, to, maybe_words),
            Field::OwnerId => self.assigned(changes, number(from)),
            Field::CategoryId => self.categorised(changes, number(from)),
            Field::DateDue => changes.due_at = both(from, to, time),
            Field::DateStarted => changes.started_at = both(from, to, time),
            Field::Score => changes.score = both(from, to, maybe_number),
            Field::Priority => changes.priority = both(from, to, number),
            Field::TimeSpent => changes.time_spent = both(from, to, maybe_hours),
            Field::TimeEstimated => changes.time_estimated = both(from, to, maybe_hours),
            Field::RecurrenceStatus => changes.recurrence_status = both(from, to, number),
            Field::RecurrenceTrigger => changes.recurrence_trigger = both(from, to, number),
            Field::RecurrenceFactor => changes.recurrence_factor = both(from, to, number),
            Field::RecurrenceTimeframe => changes.recurrence_timeframe = both(from, to, number),
            Field::RecurrenceBasedate => changes.recurrence_basedate = both(from, to, number),
        }
    }

    fn assigned(&self, changes: &mut TaskChanges<'a>, from: i64) {
        let names = self.past.and_then(|past| past.assignee.as_ref());
        changes.assignee = Ends::differing(User::remembered(from, names), task::assignee(self.task));
    }

    fn categorised(&self, changes: &mut TaskChanges<'a>, from: i64) {
        let from = Named::new(Some(from), self.past.and_then(|past| past.category.as_deref()));
        changes.category = Ends::differing(from, task::category(self.task));
    }

    fn moved(&self, changes: &mut TaskChanges<'a>, from: Slot, to: Slot) {
        if from.lane.column != to.lane.column {
            self.left_column(changes, from.lane.column.get());
        }
        if from.lane.swimlane != to.lane.swimlane {
            self.left_swimlane(changes, from.lane.swimlane.get());
        }
        changes.position = Ends::differing(from.position, to.position);
    }

    fn left_column(&self, changes: &mut TaskChanges<'a>, from: i64) {
        let from = Named { id: from, name: self.past.and_then(|past| past.column.as_deref()) };
        changes.column = Some(Ends { from, to: task::column(self.task) });
    }

    fn left_swimlane(&self, changes: &mut TaskChanges<'a>, from: i64) {
        let from = Named::new(Some(from), self.past.and_then(|past| past.swimlane.as_deref()));
        changes.swimlane = Some(Ends { from, to: task::swimlane(self.task) });
    }

    fn left(&self, changes: &mut TaskChanges<'a>, from: ProjectId) {
        let from = Named { id: from.get(), name: self.past.and_then(|past| past.project.as_deref()) };
        changes.project = Some(Ends { from, to: task::project(self.task) });
    }

    /// Closed or opened. An entry from before both ends were kept has no more than that.
    fn turned(&self, changes: &mut TaskChanges<'a>, was_active: bool) {
        match self.past {
            Some(_) => self.stored(changes),
            None => changes.is_active = Some(Ends { from: was_active, to: !was_active }),
        }
    }

    /// What was kept beside the event.
    fn stored(&self, changes: &mut TaskChanges<'a>) {
        for NamedChange { field, from, to } in self.past.iter().flat_map(|past| &past.changes) {
            match field.as_str() {
                "column_id" => self.left_column(changes, number(from)),
                "swimlane_id" => self.left_swimlane(changes, number(from)),
                "category_id" => self.categorised(changes, number(from)),
                "owner_id" => self.assigned(changes, number(from)),
                "position" => changes.position = both(from, to, number),
                "priority" => changes.priority = both(from, to, number),
                "is_active" => changes.is_active = both(from, to, |value| number(value) == 1),
                "date_completed" => changes.completed_at = both(from, to, time),
                _ => {}
            }
        }
    }
}

fn names(tags: &[String]) -> Vec<&str> {
    tags.iter().map(String::as_str).collect()
}
