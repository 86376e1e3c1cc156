use std::{collections::BTreeSet, vec::IntoIter};

use rusqlite::{Connection, ErrorCode};
use tokio::sync::mpsc::Receiver;

use crate::{
    Bell, Conn, Error,
    act::{self, Job},
};

type Jobs = Vec<Box<dyn Job>>;

/// Writes until nobody can ask any more: takes what is waiting, and commits it at once.
///
/// No timer gathers a batch: while one commit is on its way to the disk, the next batch comes together.
pub(super) fn run(conn: &Conn, mut waiting: Receiver<Box<dyn Job>>, limit: usize, bell: &Bell) {
    let mut taken = Vec::with_capacity(limit);
    while waiting.blocking_recv_many(&mut taken, limit) > 0 {
        let mut rest = std::mem::replace(&mut taken, Vec::with_capacity(limit)).into_iter();
        // More than once only when a transaction was lost: those who had not run are not to blame.
        while rest.len() > 0 {
            commit_together(conn, &mut rest, bell);
        }
    }
}

/// One transaction over the waiting acts, as far as it holds, and then their answers.
fn commit_together(conn: &Conn, waiting: &mut IntoIter<Box<dyn Job>>, bell: &Bell) {
    let mut ran = Vec::with_capacity(waiting.len());
    let mut topics = BTreeSet::new();
    let fate = match begin(conn) {
        Ok(()) => run_all(conn, waiting, &mut ran, &mut topics).and_then(|()| commit(conn)),
        Err(error) => {
            ran.extend(waiting);
            Err(error)
        }
    };
    if let Err(error) = &fate {
        tracing::error!(%error, acts = ran.len(), "a batch of writes failed");
        roll_back(conn);
        topics.clear();
    }
    answer(ran, &fate);
    bell.ring_all(topics);
}

fn run_all(
    conn: &Conn,
    waiting: &mut IntoIter<Box<dyn Job>>,
    ran: &mut Jobs,
    topics: &mut BTreeSet<i64>,
) -> Result<(), Error> {
    let is_alone = waiting.len() == 1;
    for job in waiting {
        // It counts as run from here: whatever breaks now, it is answered.
        ran.push(job);
        let Some(job) = ran.last_mut() else { break };
        if !is_alone {
            order(conn, "SAVEPOINT act")?;
        }
        let kept = run_one(conn, job.as_mut());
        // SQLite may undo everything by itself (disk full, I/O error, a trigger that says so). Whoever
        // went on then would write outside of any transaction.
        if is_autocommit(conn) {
            return Err(Error::rollback("SQLite undid the transaction"));
        }
        match (kept, is_alone) {
            (Some(rung), false) => {
                order(conn, "RELEASE act")?;
                topics.extend(rung);
            }
            (Some(rung), true) => topics.extend(rung),
            (None, false) => {
                order(conn, "ROLLBACK TO act")?;
                order(conn, "RELEASE act")?;
            }
            (None, true) => order(conn, "ROLLBACK")?,
        }
    }
    Ok(())
}

/// What to ring for, if the act is to be kept.
fn run_one(conn: &Conn, job: &mut dyn Job) -> Option<BTreeSet<i64>> {
    conn.reset();
    if !act::run_at_once(job, conn) {
        return None;
    }
    conn.verdict().map_err(|error| job.fail(error)).ok()
}

fn begin(conn: &Conn) -> Result<(), Error> {
    order(conn, "BEGIN IMMEDIATE")
}

fn commit(conn: &Conn) -> Result<(), Error> {
    // A lone act that failed has been rolled back already.
    if is_autocommit(conn) {
        return Ok(());
    }
    order(conn, "COMMIT").map_err(|error| Error::Commit { message: error.to_string() })
}

/// After a failure: whatever is left of the transaction.
fn roll_back(conn: &Conn) {
    if is_autocommit(conn) {
        return;
    }
    if let Err(error) = order(conn, "ROLLBACK") {
        tracing::error!(%error, "the rollback failed, too");
    }
}

fn answer(ran: Jobs, fate: &Result<(), Error>) {
    for mut job in ran {
        if let Err(error) = fate {
            job.fail(error.clone());
        }
        job.answer();
    }
}

fn order(conn: &Conn, sql: &str) -> Result<(), Error> {
    let run = |connection: &Connection| connection.prepare_cached(sql)?.execute([]).map(drop);
    let connection = conn.sqlite().ok_or(Error::Closed)?;
    run(&connection).map_err(|error| match error.sqlite_error_code() {
        // Another process holds the lock for longer than the busy timeout.
        Some(ErrorCode::DatabaseBusy) => Error::Overloaded,
        _ => Error::Sql { message: error.to_string() },
    })
}

fn is_autocommit(conn: &Conn) -> bool {
    conn.sqlite().is_none_or(|connection| connection.is_autocommit())
}
