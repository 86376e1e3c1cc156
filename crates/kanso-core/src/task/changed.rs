//! What a change of fields did, and the way back.

use kanso_domain::{Field, FieldChange, FieldValue, TaskId};
use serde::{Deserialize, Serialize};

use super::TaskPatch;
use crate::tag::TagChange;

/// Both ends of what changed in a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// The task.
    pub task: TaskId,
    /// Its fields that have other values.
    pub fields: Vec<FieldChange>,
    /// Its tags, if it has others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<TagChange>,
}

impl Changed {
    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        self.fields.is_empty() && self.tags.is_none()
    }

    /// The values that its fields had. They are refused where somebody else changed one of the fields since.
    pub(crate) fn back(&self) -> TaskPatch {
        let (mut seen, mut patch) = (TaskPatch::default(), TaskPatch::default());
        for FieldChange { field, from, to } in &self.fields {
            seen.set(*field, to);
            patch.set(*field, from);
        }
        TaskPatch { seen: Some(Box::new(seen)), ..patch }
    }
}

impl TaskPatch {
    fn set(&mut self, field: Field, value: &FieldValue) {
        let int = match value {
            FieldValue::Int(int) => *int,
            FieldValue::Null | FieldValue::Real(_) | FieldValue::Text(_) => 0,
        };
        let real = match value {
            FieldValue::Real(real) => *real,
            FieldValue::Int(_) | FieldValue::Null | FieldValue::Text(_) => 0.0,
        };
        let text = || match value {
            FieldValue::Text(text) => text.clone(),
            FieldValue::Null | FieldValue::Int(_) | FieldValue::Real(_) => String::new(),
        };
        match field {
            Field::Title => self.title = Some(text()),
            Field::ColorId => self.color = Some(text()),
            Field::OwnerId => self.owner = Some(int.into()),
            Field::DateDue => self.date_due = Some(int),
            Field::Description => self.description = Some(text()),
            Field::CategoryId => self.category = Some(int),
            Field::Score => self.score = Some(int),
            Field::Priority => self.priority = Some(int),
            Field::RecurrenceStatus => self.recurrence_status = Some(int),
            Field::RecurrenceTrigger => self.recurrence_trigger = Some(int),
            Field::RecurrenceFactor => self.recurrence_factor = Some(int),
            Field::RecurrenceTimeframe => self.recurrence_timeframe = Some(int),
            Field::RecurrenceBasedate => self.recurrence_basedate = Some(int),
            Field::Reference => self.reference = Some(text()),
            Field::DateStarted => self.date_started = Some(int),
            Field::TimeSpent => self.time_spent = Some(real),
            Field::TimeEstimated => self.time_estimated = Some(real),
        }
    }
}
