//! How long tasks stay in the columns.

use std::collections::HashMap;

use kanso_db::{Conn, Param, row};
use kanso_domain::{Event, Permission, ProjectId};

use super::Selection;
use super::times::MOST_TASKS;
use crate::{Actor, App, Result, column};

/// So many tasks' logs are read at once.
const TASKS: usize = 200;

row! {
    /// Where a task is, and since when it is there; times are Unix seconds.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Stay {
        task: i64 = "t.id",
        column: i64 = "t.column_id",
        created: i64 = "t.date_creation",
        /// 0 while it is open.
        completed: i64 = "CASE WHEN t.is_active = 1 THEN 0 ELSE COALESCE(t.date_completed, 0) END",
    }
}

/// A column, and how long tasks stayed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnTime {
    pub title: String,
    /// How many of the tasks were there.
    pub tasks: i64,
    /// For how long each was, on average: seconds.
    pub mean: i64,
}

/// How long the tasks that were created last stayed in each column on average, in the order of the board: at most
/// [`MOST_TASKS`] of them. Of a task that is there the time until its end counts, or until now. For who manages the
/// project.
#[crate::use_case]
pub async fn report_column_times(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    selection: Selection,
) -> Result<Vec<ColumnTime>> {
    let (wanted, now) = (selection.read(app, actor)?, app.clock().now());
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let mut found = wanted.clauses(conn, project);
            let most = found.value(i64::try_from(MOST_TASKS).unwrap_or(i64::MAX));
            let list = format!(
                "SELECT {} FROM {} WHERE {} ORDER BY t.id DESC LIMIT {most}",
                Stay::COLUMNS,
                found.tasks,
                found.which
            );
            let stays: Vec<Stay> = conn.all(&list, &found.values).await?;
            let mut spent = Spent::default();
            for stays in stays.chunks(TASKS) {
                let moves = moves(conn, stays).await?;
                for stay in stays {
                    let own = moves.get(&stay.task).map_or(&[][..], Vec::as_slice);
                    spent.add(stay, own, now);
                }
            }
            let columns = column::list(conn, project).await?;
            Ok(columns.into_iter().map(|column| spent.of(column.id.get(), column.title)).collect())
        })
    })
    .await
}

/// When tasks went from column to column, from the first to the last: when, and from where.
async fn moves(conn: &Conn, stays: &[Stay]) -> Result<HashMap<i64, Vec<(i64, i64)>>> {
    let values: Vec<Param<'_>> = stays.iter().map(|stay| stay.task.into()).collect();
    let places: Vec<String> = (1..=values.len()).map(|n| format!("${n}")).collect();
    let list = format!(
        "SELECT task_id, event, created_at FROM events WHERE task_id IN ({}) \
         AND event LIKE '{{\"type\":\"task_moved%' ORDER BY id",
        places.join(", ")
    );
    let mut moves = HashMap::<i64, Vec<(i64, i64)>>::new();
    for (task, event, at) in conn.all::<(i64, String, i64)>(&list, &values).await? {
        // Where it was in another project is none of the columns here.
        let mut left = 0;
        if let Event::TaskMoved { from, to, .. } = serde_json::from_str(&event)? {
            if from.lane.column == to.lane.column {
                continue;
            }
            left = from.lane.column.get();
        }
        moves.entry(task).or_default().push((at, left));
    }
    Ok(moves)
}

/// Seconds by column, and how many tasks they are of.
#[derive(Default)]
struct Spent(HashMap<i64, (i64, i64)>);

impl Spent {
    fn add(&mut self, stay: &Stay, moves: &[(i64, i64)], now: i64) {
        let mut own = HashMap::<i64, i64>::new();
        let mut since = stay.created;
        for (at, from) in moves {
            *own.entry(*from).or_default() += (at - since).max(0);
            since = *at;
        }
        let end = if stay.completed > 0 { stay.completed } else { now };
        *own.entry(stay.column).or_default() += (end - since).max(0);
        for (column, seconds) in own {
            let (sum, tasks) = self.0.entry(column).or_default();
            *sum += seconds;
            *tasks += 1;
        }
    }

    fn of(&self, column: i64, title: String) -> ColumnTime {
        let (seconds, tasks) = self.0.get(&column).copied().unwrap_or_default();
        ColumnTime { title, tasks, mean: seconds / tasks.max(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_shared_by_the_tasks_that_were_there() {
        let mut spent = Spent::default();
        let stay = Stay { task: 1, column: 2, created: 100, completed: 700 };
        spent.add(&stay, &[(200, 1), (300, 2), (500, 1)], 9_999);
        spent.add(&Stay { task: 2, column: 1, created: 9_899, completed: 0 }, &[], 9_999);
        let of = |column| spent.of(column, String::new());
        assert_eq!((of(1).tasks, of(1).mean), (2, (100 + 200 + 100) / 2));
        assert_eq!((of(2).tasks, of(2).mean), (1, 100 + 200));
        assert_eq!((of(3).tasks, of(3).mean), (0, 0));
    }
}
