use std::path::Path;

use crossbeam_channel::Receiver;
use parking_lot::Mutex;

use super::connect;
use crate::{
    Conn, Error,
    act::{self, Job},
    conn::{Session, Use},
};

/// Serves reads until nobody can ask any more.
pub(super) fn run(conn: &Conn, asked: &Receiver<Box<dyn Job>>) {
    for mut job in asked {
        act::run_at_once(job.as_mut(), conn);
        job.answer();
    }
}

/// Runs one act on a connection of its own, inside a transaction that only reads.
pub(super) fn run_in_snapshot(path: &Path, mut job: Box<dyn Job>) {
    match in_transaction(path) {
        Ok(conn) => {
            act::run_at_once(job.as_mut(), &conn);
        }
        Err(error) => job.fail(error),
    }
    job.answer();
}

/// The transaction ends with the connection.
fn in_transaction(path: &Path) -> Result<Conn, Error> {
    let connection = connect::reader(path)?;
    connection.execute_batch("BEGIN").map_err(Error::connection)?;
    Ok(Conn::new(Session::Sqlite(Mutex::new(connection)), Use::Read))
}
