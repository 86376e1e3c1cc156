//! Hours of subtasks and of their tasks.

use kanso_db::{Conn, params};
use kanso_domain::TaskId;

use crate::Result;

/// Sets the times of a task to the sums over its subtasks; without any it has none.
pub(super) async fn sum_up(conn: &Conn, task: TaskId) -> Result<()> {
    const SUM: &str = "UPDATE tasks SET \
        time_spent = (SELECT SUM(time_spent) FROM subtasks WHERE task_id = $1), \
        time_estimated = (SELECT SUM(time_estimated) FROM subtasks WHERE task_id = $1) WHERE id = $1";
    conn.execute(SUM, params![task.get()]).await?;
    Ok(())
}

/// The hours from one moment to another (Unix seconds), rounded to two decimals; none backwards.
pub(super) fn between(start: i64, end: i64) -> f64 {
    const HUNDREDTH: i64 = 36;
    let hundredths = (end.saturating_sub(start).max(0) + HUNDREDTH / 2) / HUNDREDTH;
    #[expect(clippy::cast_precision_loss, reason = "hundredths of hours of a lifetime are few")]
    let hours = hundredths as f64 / 100.0;
    hours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_have_two_decimals_and_half_a_hundredth_counts() {
        for (seconds, hours) in [(0, 0.0), (17, 0.0), (18, 0.01), (53, 0.01), (54, 0.02), (4_500, 1.25)] {
            assert!((between(1_000, 1_000 + seconds) - hours).abs() < 1e-9, "{seconds} s");
        }
        assert!(between(1_000, 0).abs() < 1e-9, "a clock that was set back takes nothing away");
    }
}
