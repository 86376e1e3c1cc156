//! Days that are over, kept so that they are read from the log once.

use std::collections::{BTreeMap, HashMap};

use kanso_db::{Conn, Param, params, row};
use kanso_domain::ProjectId;

use super::walk::{Board, Counts};
use crate::{App, Result};

/// So many rows are written in one statement: SQLite takes 32,766 values.
const ROWS: usize = 1_000;

row! {
    /// Which days are kept, and the last entry of the log that none of the later days knows.
    #[derive(Clone, Debug, PartialEq)]
    pub(super) struct Progress {
        pub(super) timezone: String,
        pub(super) first_day: i64,
        pub(super) last_day: i64,
        pub(super) event_id: i64,
    }
}

/// Days to keep.
pub(super) struct Found {
    pub(super) progress: Progress,
    pub(super) days: BTreeMap<i64, Board>,
    pub(super) titles: HashMap<i64, String>,
}

/// What is kept of a project, unless it is of another time zone.
pub(super) async fn progress(conn: &Conn, project: ProjectId, timezone: &str) -> Result<Option<Progress>> {
    let find =
        format!("SELECT {} FROM report_progress WHERE project_id = $1 AND timezone = $2", Progress::COLUMNS);
    Ok(conn.one(&find, params![project.get(), timezone]).await?)
}

/// What the columns held at the end of kept days, from the first to the last.
pub(super) async fn kept(
    conn: &Conn,
    project: ProjectId,
    first: i64,
    last: i64,
) -> Result<BTreeMap<i64, Board>> {
    const LIST: &str = "SELECT day, column_id, open_tasks, closed_tasks, score FROM report_days \
        WHERE project_id = $1 AND day >= $2 AND day <= $3";
    let rows = conn.all::<(i64, i64, i64, i64, i64)>(LIST, params![project.get(), first, last]).await?;
    let mut days = BTreeMap::<i64, Board>::new();
    for (day, column, open, closed, score) in rows {
        days.entry(day).or_default().insert(column, Counts { open, closed, score });
    }
    Ok(days)
}

/// What the columns are called, or were when they were there, by their ids.
pub(super) async fn titles(conn: &Conn, project: ProjectId) -> Result<HashMap<i64, String>> {
    const LIST: &str = "SELECT column_id, title FROM report_columns WHERE project_id = $1";
    Ok(conn.all::<(i64, String)>(LIST, params![project.get()]).await?.into_iter().collect())
}

/// Keeps days. Another server may be doing the same; what it kept stays.
pub(super) async fn keep(app: &App, project: ProjectId, found: Found) -> Result<()> {
    const OTHERS: &str = "SELECT timezone FROM report_progress WHERE project_id = $1 AND timezone <> $2";
    const PROGRESS: &str = "INSERT INTO report_progress (project_id, timezone, first_day, last_day, event_id) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (project_id) DO UPDATE SET last_day = excluded.last_day, \
        event_id = excluded.event_id WHERE report_progress.last_day < excluded.last_day";
    const TITLE: &str = "INSERT INTO report_columns (project_id, column_id, title) VALUES ($1, $2, $3) \
        ON CONFLICT (project_id, column_id) DO UPDATE SET title = excluded.title";
    app.note(move |conn| {
        Box::pin(async move {
            let Progress { timezone, first_day, last_day, event_id } = found.progress;
            let id = project.get();
            if conn.one::<(String,)>(OTHERS, params![id, &timezone]).await?.is_some() {
                // Days of another time zone begin and end at other times.
                for table in ["report_progress", "report_days"] {
                    let clear = format!("DELETE FROM {table} WHERE project_id = $1");
                    conn.execute(&clear, params![id]).await?;
                }
            }
            conn.execute(PROGRESS, params![id, timezone, first_day, last_day, event_id]).await?;
            for (column, title) in found.titles {
                conn.execute(TITLE, params![id, column, title]).await?;
            }
            insert(conn, project, &found.days).await
        })
    })
    .await
}

async fn insert(conn: &Conn, project: ProjectId, days: &BTreeMap<i64, Board>) -> Result<()> {
    let rows: Vec<(i64, i64, Counts)> = days
        .iter()
        .flat_map(|(day, board)| board.iter().map(|(column, counts)| (*day, *column, *counts)))
        .collect();
    for rows in rows.chunks(ROWS) {
        let mut values: Vec<Param<'_>> = vec![project.get().into()];
        let mut places = Vec::with_capacity(rows.len());
        for (day, column, Counts { open, closed, score }) in rows {
            let at = values.len();
            let (a, b, c, d, e) = (at + 1, at + 2, at + 3, at + 4, at + 5);
            places.push(format!("($1, ${a}, ${b}, ${c}, ${d}, ${e})"));
            values.extend([*day, *column, *open, *closed, *score].map(Param::from));
        }
        let insert = format!(
            "INSERT INTO report_days (project_id, day, column_id, open_tasks, closed_tasks, score) VALUES {} \
             ON CONFLICT (project_id, day, column_id) DO NOTHING",
            places.join(", ")
        );
        conn.execute(&insert, &values).await?;
    }
    Ok(())
}
