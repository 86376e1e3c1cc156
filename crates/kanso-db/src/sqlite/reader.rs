use crossbeam_channel::Receiver;

use crate::{Conn, act::Job};

/// Serves reads until nobody can ask any more.
pub(super) fn run(conn: &Conn, asked: &Receiver<Box<dyn Job>>) {
    for mut job in asked {
        job.run(conn);
        job.answer();
    }
}
