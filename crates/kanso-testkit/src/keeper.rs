//! A database of PostgreSQL for as long as a test needs it.

use std::thread::JoinHandle;

use tokio::sync::oneshot;
use tokio_postgres::{Client, Error, NoTls};

use crate::template;

/// Holds one connection to the server, by which the database is made and, when this is dropped, removed: on a thread of
/// its own, since the test's own runtime cannot be waited for then.
pub struct Keeper {
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What is in a database at first.
#[derive(Clone, Copy)]
pub(crate) enum Beginning {
    Empty,
    Template,
}

impl Keeper {
    /// Creates the database, which is there when this answers.
    pub(crate) async fn create(server: &str, name: &str, beginning: Beginning) -> Self {
        let (server, name) = (server.to_owned(), name.to_owned());
        let ((ready, is_ready), (end, has_ended)) = (oneshot::channel(), oneshot::channel());
        let thread = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let (client, connection) =
                    tokio_postgres::connect(&server, NoTls).await.expect("PostgreSQL answers");
                let keep = async {
                    create(&client, &server, &name, beginning).await.expect("the database is created");
                    // Who created it may be gone already, as the test is.
                    let _ = ready.send(());
                    let _ = has_ended.await;
                    remove(&client, &name).await.expect("the database is removed");
                    drop(client);
                };
                let ((), _) = tokio::join!(keep, connection);
            });
        });
        let keeper = Self { end: Some(end), thread: Some(thread) };
        is_ready.await.expect("the database is there");
        keeper
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn create(client: &Client, server: &str, name: &str, beginning: Beginning) -> Result<(), Error> {
    match beginning {
        Beginning::Empty => client.batch_execute(&format!("CREATE DATABASE {name}")).await,
        Beginning::Template => template::copy_postgres(client, server, name).await,
    }
}

/// Ends what is connected to it, and looks often whether it is gone: `DROP DATABASE` looks ten times a second.
async fn remove(client: &Client, name: &str) -> Result<(), Error> {
    let empty = format!(
        "DO $$ BEGIN \
         PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'; \
         FOR look IN 1..1000 LOOP \
           PERFORM pg_stat_clear_snapshot(); \
           EXIT WHEN NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = '{name}'); \
           PERFORM pg_sleep(0.002); \
         END LOOP; \
         END $$"
    );
    client.batch_execute(&empty).await?;
    client.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await
}
