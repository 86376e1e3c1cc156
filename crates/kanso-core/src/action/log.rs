//! What each automatic action did and why it did not, written with what it did.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use kanso_db::params;
use kanso_domain::{ActionId, EventId, TaskId};

use super::{Outcome, Unmet};
use crate::change::Change;
use crate::{App, Result};

/// For how many days the log tells of what was.
pub const LOGGED_DAYS: i64 = 30;
const DAY: i64 = 24 * 60 * 60;

/// What set actions off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setoff<'a> {
    /// None for what is done daily.
    pub(crate) event: Option<EventId>,
    /// None for what is about no one task.
    pub(crate) task: TaskId,
    /// Its name.
    pub(crate) name: &'a str,
}

/// The actions whose condition was not met, by what was not: however many there are, they make one row, and those that
/// follow each other one word of it.
#[derive(Default)]
pub(crate) struct Left(BTreeMap<Unmet, Vec<RangeInclusive<i64>>>);

impl Left {
    pub(crate) fn add(&mut self, action: ActionId, why: Unmet) {
        let (id, spans) = (action.get(), self.0.entry(why).or_default());
        match spans.last_mut() {
            Some(span) if span.end() + 1 == id => *span = *span.start()..=id,
            _ => spans.push(id..=id),
        }
    }

    fn packed(&self) -> String {
        let mut packed = String::new();
        for (why, spans) in &self.0 {
            packed.push_str(why.as_str());
            for span in spans {
                let last =
                    if span.start() == span.end() { String::new() } else { format!("-{}", span.end()) };
                packed.push_str(&format!(" {}{last}", span.start()));
            }
            packed.push_str(" ;");
        }
        packed
    }
}

/// Reads what [`Left`] wrote.
pub(super) fn unpacked(packed: &str) -> impl Iterator<Item = (ActionId, &str)> {
    packed.split(';').flat_map(|part| {
        let mut words = part.split(' ').filter(|word| !word.is_empty());
        let why = words.next().unwrap_or_default();
        words.filter_map(span).flatten().map(move |id| (id.into(), why))
    })
}

fn span(word: &str) -> Option<RangeInclusive<i64>> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    Some(first.parse().ok()?..=last.parse().ok()?)
}

const INSERT: &str = "INSERT INTO rule_log \
    (project_id, action_id, event_id, task_id, event_name, outcome, detail, logged_at) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Notes what came of one action of the project that the change is in.
pub(crate) async fn note(
    change: &Change<'_>,
    action: ActionId,
    by: Setoff<'_>,
    outcome: Outcome,
    detail: &str,
) -> Result<()> {
    write(change, Some(action), by, outcome, detail).await
}

/// Notes which actions were not called for; nothing when there are none.
pub(crate) async fn note_left(change: &Change<'_>, by: Setoff<'_>, left: &Left) -> Result<()> {
    if left.0.is_empty() {
        return Ok(());
    }
    write(change, None, by, Outcome::Unmet, &left.packed()).await
}

async fn write(
    change: &Change<'_>,
    action: Option<ActionId>,
    by: Setoff<'_>,
    outcome: Outcome,
    detail: &str,
) -> Result<()> {
    let values = params![
        change.project().get(),
        action.map(ActionId::get),
        by.event.map(EventId::get),
        by.task.get(),
        by.name,
        outcome.as_str(),
        detail,
        change.now()
    ];
    change.conn().execute(INSERT, values).await?;
    Ok(())
}

/// Forgets what was logged more than [`LOGGED_DAYS`] ago, and answers how many rows that were. Any number of servers may do it at any time.
#[crate::use_case]
pub async fn forget_old_log(app: &App) -> Result<u64> {
    // Ids grow with time: all before the first that is young enough.
    const FORGET: &str = "DELETE FROM rule_log WHERE logged_at < $1 AND id < COALESCE( \
        (SELECT id FROM rule_log WHERE logged_at >= $1 ORDER BY id LIMIT 1), 9223372036854775807)";
    let before = app.clock().now() - LOGGED_DAYS * DAY;
    app.note(move |conn| Box::pin(async move { Ok(conn.execute(FORGET, params![before]).await?) })).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let left = [(12, Unmet::Category), (3, Unmet::Column), (13, Unmet::Category), (15, Unmet::Category)];
        let left =
            left.into_iter().chain([(16, Unmet::Category), (17, Unmet::Category), (4, Unmet::Category)]);
        let packed = left.fold(Left::default(), |mut all, (action, why)| {
            all.add(action.into(), why);
            all
        });
        let packed = packed.packed();
        assert_eq!(
            packed, "column 3 ;category 12-13 15-17 4 ;",
            "each id or span between spaces, so that it can be searched for"
        );
        let unpacked: Vec<(i64, &str)> = unpacked(&packed).map(|(action, why)| (action.get(), why)).collect();
        let category = [12, 13, 15, 16, 17, 4].map(|id| (id, "category"));
        assert_eq!(unpacked, [vec![(3, "column")], category.to_vec()].concat());
    }
}
