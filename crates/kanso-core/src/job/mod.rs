//! Work that is done once a day, soon after the day begins.
//!
//! Each job has a row, which says how it went and when it is due. Who does it holds a lease on the row (`lease.rs`), so
//! that of several servers one does it; when that one dies, the lease runs out and another one takes over. What the
//! jobs do stands in `work.rs`. All of it may be done twice without harm; the lease only saves the work.

mod lease;
mod list;
mod run;
mod work;

pub use list::{JobState, ListedJob, list_jobs};
pub use run::{Outcome, run_due_jobs, run_job};

/// Something that is done each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Job {
    /// The automatic actions and rules that wait for the day.
    Actions,
    /// Reminding people of what is overdue.
    Reminders,
    /// Making the tasks that come back on this day of the calendar.
    Recurrences,
    /// Deleting for good what has been in the trash for long enough.
    Trash,
    /// Forgetting what people were told.
    Notifications,
    /// Forgetting mails that were sent.
    Mails,
    /// Forgetting what automatic actions did.
    RuleLog,
    /// Deleting sessions that have expired.
    Sessions,
    /// Writing a backup, with all that was done before it.
    Backup,
}

impl Job {
    /// All, in the order in which they are done.
    pub const ALL: [Self; 9] = [
        Self::Actions,
        Self::Reminders,
        Self::Recurrences,
        Self::Trash,
        Self::Notifications,
        Self::Mails,
        Self::RuleLog,
        Self::Sessions,
        Self::Backup,
    ];

    /// Its name in the database, in addresses and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Actions => "actions",
            Self::Reminders => "reminders",
            Self::Recurrences => "recurrences",
            Self::Trash => "trash",
            Self::Notifications => "notifications",
            Self::Mails => "mails",
            Self::RuleLog => "rule-log",
            Self::Sessions => "sessions",
            Self::Backup => "backup",
        }
    }

    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|job| job.as_str() == name)
    }
}
