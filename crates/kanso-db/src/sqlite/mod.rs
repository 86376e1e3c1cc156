//! SQLite: one thread that writes, a few that read.

mod connect;
mod reader;
mod statement;
mod writer;

use std::{
    path::{Path, PathBuf},
    thread::{self, JoinHandle},
};

use parking_lot::{Mutex, RwLock};
use tokio::sync::mpsc::{self, error::TrySendError};

pub(crate) use connect::is_used;
pub(crate) use statement::{all, batch, column, each, execute, first, insert, prepare, replanned, steps};

use crate::{
    Bell, Config, Conn, Error, Migration,
    act::Job,
    conn::{Session, Use},
    migrate,
};

/// The ways to the threads, and the threads.
pub(crate) struct Sqlite {
    path: PathBuf,
    /// None once closed: the threads end when they have done what they were given.
    queues: RwLock<Option<Queues>>,
    /// The one that writes is the first.
    threads: Mutex<Vec<JoinHandle<()>>>,
}

struct Queues {
    writes: mpsc::Sender<Box<dyn Job>>,
    reads: crossbeam_channel::Sender<Box<dyn Job>>,
}

impl Sqlite {
    pub(crate) async fn open(
        path: &Path,
        config: &Config,
        migrations: &[Migration],
        bell: &Bell,
    ) -> Result<Sqlite, Error> {
        let (file, migrations, readers) = (path.to_owned(), migrations.to_vec(), config.readers);
        let opened = tokio::task::spawn_blocking(move || connections(&file, readers, &migrations));
        let (writer, readers) = opened.await.map_err(Error::connection)??;
        start(path, (writer, readers), config, bell)
    }

    pub(crate) fn write(&self, job: Box<dyn Job>) -> Result<(), Error> {
        self.accept(|queues| {
            queues.writes.try_send(job).map_err(|error| match error {
                TrySendError::Full(_) => Error::Overloaded,
                TrySendError::Closed(_) => Error::Closed,
            })
        })
    }

    pub(crate) fn read(&self, job: Box<dyn Job>) -> Result<(), Error> {
        self.accept(|queues| {
            queues.reads.try_send(job).map_err(|error| match error {
                crossbeam_channel::TrySendError::Full(_) => Error::Overloaded,
                crossbeam_channel::TrySendError::Disconnected(_) => Error::Closed,
            })
        })
    }

    /// On a thread that nobody waits for at the end: what it reads for may take long.
    pub(crate) fn snapshot(&self, job: Box<dyn Job>) -> Result<(), Error> {
        self.accept(|_| Ok(()))?;
        let path = self.path.clone();
        thread("kanso-snapshot".to_owned(), move || reader::run_in_snapshot(&path, job)).map(drop)
    }

    pub(crate) async fn close(&self) {
        let Some(Queues { writes, reads }) = self.queues.write().take() else { return };
        let mut threads = std::mem::take(&mut *self.threads.lock()).into_iter();
        let joined = tokio::task::spawn_blocking(move || {
            // The last connection to close leaves one file; of those that close at once none is the last.
            let (writer, readers) = (threads.next(), threads);
            drop(reads);
            let panicked = readers.filter_map(|thread| thread.join().err()).count();
            drop(writes);
            writer.is_none_or(|thread| thread.join().is_ok()) && panicked == 0
        });
        if !joined.await.unwrap_or_default() {
            tracing::error!("a database thread panicked");
        }
    }

    fn accept(&self, send: impl FnOnce(&Queues) -> Result<(), Error>) -> Result<(), Error> {
        self.queues.read().as_ref().ok_or(Error::Closed).and_then(send)
    }
}

fn connections(path: &Path, readers: usize, migrations: &[Migration]) -> Result<(Conn, Vec<Conn>), Error> {
    let mut writer = connect::writer(path)?;
    migrate::sqlite(&mut writer, migrations)?;
    let readers = (0..readers.max(1)).map(|_| {
        let reader = connect::reader(path)?;
        Ok(Conn::new(Session::Sqlite(Mutex::new(reader)), Use::Read))
    });
    Ok((Conn::new(Session::Sqlite(Mutex::new(writer)), Use::Write), readers.collect::<Result<_, Error>>()?))
}

fn start(
    path: &Path,
    (writer, readers): (Conn, Vec<Conn>),
    config: &Config,
    bell: &Bell,
) -> Result<Sqlite, Error> {
    let (writes, waiting) = mpsc::channel(config.queue.max(1));
    let (reads, asked) = crossbeam_channel::bounded(config.queue.max(1));
    let (batch, bell) = (config.batch.max(1), bell.clone());
    let run = move || writer::run(&writer, waiting, batch, &bell);
    let mut threads = vec![thread("kanso-writer".to_owned(), run)?];
    for (number, reader) in readers.into_iter().enumerate() {
        let asked = asked.clone();
        threads.push(thread(format!("kanso-reader-{number}"), move || reader::run(&reader, &asked))?);
    }
    Ok(Sqlite {
        path: path.to_owned(),
        queues: RwLock::new(Some(Queues { writes, reads })),
        threads: Mutex::new(threads),
    })
}

fn thread(name: String, run: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, Error> {
    thread::Builder::new().name(name).spawn(run).map_err(Error::connection)
}
