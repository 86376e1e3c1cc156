//! PostgreSQL: a pool of connections, and one more for the bell.

mod connect;
mod notices;
mod statement;
mod transaction;
mod value;

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::SeqCst},
};

use deadpool_postgres::Pool;
use parking_lot::Mutex;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub(crate) use connect::is_used;
pub(crate) use notices::Outbox;
use notices::{Line, Notices};
pub(crate) use statement::{all, batch, each, execute, first, insert, prepare};
pub(crate) use value::column;

use crate::{Bell, Config, Error, Migration, act::Job, background, migrate};

pub(crate) struct Postgres {
    pool: Pool,
    bell: Bell,
    /// A place for each act that runs or waits for a connection.
    places: Arc<Semaphore>,
    size: u32,
    is_closed: AtomicBool,
    notices: Mutex<Option<Notices>>,
}

impl Postgres {
    pub(crate) async fn open(
        url: &str,
        config: &Config,
        migrations: &[Migration],
        bell: &Bell,
    ) -> Result<Postgres, Error> {
        let server = connect::parse(url)?;
        let mut line = Line::open(&server, bell).await?;
        if let Err(error) = migrate::postgres(line.client(), migrations).await {
            line.close().await;
            return Err(error);
        }
        let size = u32::try_from(config.queue.saturating_add(config.pool)).unwrap_or(u32::MAX);
        Ok(Postgres {
            pool: connect::pool(server.clone(), config.pool)?,
            bell: bell.clone(),
            places: Arc::new(Semaphore::new(size as usize)),
            size,
            is_closed: AtomicBool::new(false),
            notices: Mutex::new(Some(notices::start(server, bell, line))),
        })
    }

    /// Carried through even if nobody waits for it any more.
    pub(crate) fn write(&self, mut job: Box<dyn Job>) -> Result<(), Error> {
        let place = self.place()?;
        let (pool, bell) = (self.pool.clone(), self.bell.clone());
        drop(background::start(async move {
            let _place = place;
            if let Err(error) = transaction::write(&pool, job.as_mut(), &bell).await {
                job.fail(error);
            }
            job.answer();
        }));
        Ok(())
    }

    pub(crate) async fn read(&self, mut job: Box<dyn Job>) -> Result<(), Error> {
        let _place = self.place()?;
        transaction::read(&self.pool, job.as_mut()).await?;
        job.answer();
        Ok(())
    }

    pub(crate) async fn snapshot(&self, mut job: Box<dyn Job>) -> Result<(), Error> {
        let _place = self.place()?;
        transaction::snapshot(&self.pool, job.as_mut()).await?;
        job.answer();
        Ok(())
    }

    pub(crate) async fn close(&self) {
        self.is_closed.store(true, SeqCst);
        // All places are free when nobody runs or waits any more. It fails when it was closed before.
        if let Ok(places) = self.places.acquire_many(self.size).await {
            places.forget();
            self.places.close();
        }
        let notices = self.notices.lock().take();
        if let Some(notices) = notices {
            notices.stop().await;
        }
        self.pool.close();
    }

    fn place(&self) -> Result<OwnedSemaphorePermit, Error> {
        if self.is_closed.load(SeqCst) {
            return Err(Error::Closed);
        }
        self.places.clone().try_acquire_owned().map_err(|_| Error::Overloaded)
    }
}
