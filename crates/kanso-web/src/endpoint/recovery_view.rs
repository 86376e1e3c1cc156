//! Making up for what was missed, as pages show it.

use kanso_core::delivery::Recovery;

use crate::page::Page;

/// A recovery, under way or finished.
pub(crate) struct RecoveryView {
    pub(crate) is_done: bool,
    pub(crate) done: i64,
    pub(crate) total: i64,
    pub(crate) words: String,
    pub(crate) since: String,
}

/// What there is to recover, step by step: since when, how much, then doing it.
pub(crate) struct RecoveryForm {
    pub(crate) choices: Vec<SinceChoice>,
    pub(crate) date: String,
    /// What is wrong with the date.
    pub(crate) fault: Option<String>,
    /// What would be sent, once it was counted.
    pub(crate) counted: Option<Counted>,
}

/// A time to recover from.
pub(crate) struct SinceChoice {
    pub(crate) id: &'static str,
    pub(crate) name: String,
    pub(crate) is_chosen: bool,
}

/// What the dry run found.
pub(crate) struct Counted {
    pub(crate) since_ms: i64,
    pub(crate) count: i64,
    pub(crate) words: String,
}

impl RecoveryView {
    pub(super) fn new(page: &Page, recovery: &Recovery) -> Self {
        let (done, total) = (recovery.done, recovery.total.max(recovery.done));
        let words = if recovery.is_done {
            page.count("recovery-done", done)
        } else {
            page.locale.with("recovery-running", &[("done", &done), ("total", &total)])
        };
        Self {
            is_done: recovery.is_done,
            done,
            total,
            words,
            since: page.say("recovery-since", "when", page.moment(recovery.since_ms.div_euclid(1000))),
        }
    }
}
