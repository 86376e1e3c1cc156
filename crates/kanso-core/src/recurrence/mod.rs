//! Tasks that come back on days of the calendar, besides Kanboard's recurrence, which something sets off.
//!
//! The rule belongs to the newest task of its series: making the next one takes it along. `job` does that each day.

mod due;
mod find;
mod set;

use jiff::civil::Date;
use kanso_domain::recurrence::calendar::CalendarRule;

pub use due::create_due_tasks;
pub use find::find_recurrence;
pub(crate) use find::is_set;
pub use set::{end_recurrence, set_recurrence};

/// How a task comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// On which days.
    pub rule: CalendarRule,
    /// What its days are counted from.
    pub begins_on: Date,
    /// The next day; `None` when there is none any more.
    pub next_on: Option<Date>,
}
