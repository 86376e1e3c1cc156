//! What this crate promises, on PostgreSQL: a server where databases may be made is named by the
//! environment variable `KANSO_TEST_POSTGRES`.

#![cfg(test)]

mod common;

use std::{
    sync::atomic::{AtomicU32, Ordering::Relaxed},
    time::Duration,
};

use futures_util::future::poll_immediate;
use kanso_db::{Config, Db, Error, Rung, params};
use tokio_postgres::NoTls;

use common::{Base, TABLES, add, insert, names, open, start};

struct Database {
    server: tokio_postgres::Config,
    name: String,
}

impl Database {
    async fn ask(&self, database: &str, sql: &str) {
        let mut server = self.server.clone();
        let (client, connection) = server.dbname(database).connect(NoTls).await.unwrap();
        let _driver = start(connection);
        client.batch_execute(sql).await.unwrap();
    }

    /// Ends the connections to this database that are called so.
    async fn cut(&self, application: &str) {
        let database = &self.name;
        let sql = format!(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
             WHERE datname = '{database}' AND application_name = '{application}'"
        );
        self.ask("postgres", &sql).await;
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // Not on the runtime of the test, which may be ending.
        let (server, name) = (self.server.clone(), self.name.clone());
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let database = std::mem::ManuallyDrop::new(Database { server, name });
            let sql = format!("DROP DATABASE {} WITH (FORCE)", database.name);
            runtime.block_on(database.ask("postgres", &sql));
        });
        let _ = dropping.join();
    }
}

impl Base for Database {
    async fn create() -> Database {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("kanso_db_{}_{}", std::process::id(), NUMBER.fetch_add(1, Relaxed));
        let database = Database { server: server().parse().unwrap(), name };
        database.ask("postgres", &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", database.name)).await;
        database.ask("postgres", &format!("CREATE DATABASE {}", database.name)).await;
        database
    }

    fn config(&self) -> Config {
        let url = server();
        let (before, _) = url.rsplit_once('/').unwrap();
        Config::new(format!("{before}/{}", self.name).parse().unwrap())
    }
}

#[expect(clippy::disallowed_methods, reason = "the Makefile says where the test server is")]
fn server() -> String {
    std::env::var("KANSO_TEST_POSTGRES").expect("KANSO_TEST_POSTGRES must name a PostgreSQL server for tests")
}

common_tests!(super::Database);

#[tokio::test]
async fn other_nodes_hear_the_bell_and_the_own_node_only_once() {
    let base = Database::create().await;
    let (here, there) = (open(&base).await, open(&base).await);
    let (mut heard_here, mut heard_there) = (here.bell().listen(), there.bell().listen());
    let write = here.write::<_, Error, _>(|conn| {
        conn.ring_after_commit(9);
        conn.ring_after_commit(7);
        Box::pin(async move { insert(conn, "a").await })
    });
    write.await.unwrap();
    assert_eq!([heard_there.rung().await, heard_there.rung().await], [Rung::Topic(7), Rung::Topic(9)]);
    assert_eq!([heard_here.rung().await, heard_here.rung().await], [Rung::Topic(7), Rung::Topic(9)]);
    // What the other node answers comes after the echo, if there were one.
    there.bell().ring(1);
    assert_eq!(heard_here.rung().await, Rung::Topic(1));
    assert_eq!(heard_there.rung().await, Rung::Topic(1));
    assert_eq!(poll_immediate(heard_there.rung()).await, None);
}

#[tokio::test]
async fn very_many_rings_send_the_others_everywhere() {
    let base = Database::create().await;
    let (here, there) = (open(&base).await, open(&base).await);
    let mut heard = there.bell().listen();
    for topic in 0..1000 {
        here.bell().ring(i64::MAX - topic);
    }
    assert_eq!(heard.rung().await, Rung::Missed);
}

#[tokio::test]
async fn closing_sends_the_last_rings() {
    let base = Database::create().await;
    let (here, there) = (open(&base).await, open(&base).await);
    let mut heard = there.bell().listen();
    here.bell().ring(5);
    here.close().await;
    assert_eq!(heard.rung().await, Rung::Topic(5));
}

#[tokio::test]
async fn a_lost_line_comes_back_and_says_that_rings_were_missed() {
    let base = Database::create().await;
    let (here, there) = (open(&base).await, open(&base).await);
    let (mut heard_here, mut heard_there) = (here.bell().listen(), there.bell().listen());
    base.cut("kanso-bell").await;
    assert_eq!(heard_here.rung().await, Rung::Missed);
    assert_eq!(heard_there.rung().await, Rung::Missed);
    here.bell().ring(3);
    assert_eq!(heard_there.rung().await, Rung::Topic(3));
}

#[tokio::test]
async fn the_pool_gets_over_lost_connections() {
    let base = Database::create().await;
    let db = open(&base).await;
    add(&db, "before").await.unwrap();
    base.cut("kanso").await;
    // The loss may be noticed only by the first to use the connection.
    let _ = add(&db, "perhaps").await;
    add(&db, "after").await.unwrap();
    assert!(names(&db).await.contains(&"after".to_owned()));
}

#[tokio::test]
async fn a_connection_lost_in_an_act_is_no_success() {
    let base = Database::create().await;
    let db = Db::open(Config { pool: 1, ..base.config() }, TABLES).await.unwrap();
    let lost = db.write::<_, Error, _>(|conn| {
        Box::pin(async move {
            insert(conn, "gone").await?;
            let suicide = "SELECT CAST(pg_terminate_backend(pg_backend_pid()) AS TEXT)";
            let _ = conn.one::<(String,)>(suicide, &[]).await;
            Ok(())
        })
    });
    assert!(matches!(lost.await, Err(Error::Connection { .. })));
    add(&db, "after").await.unwrap();
    assert_eq!(names(&db).await, ["after"]);
}

#[tokio::test]
async fn a_statement_that_was_given_up_is_not_committed() {
    let base = Database::create().await;
    let db = open(&base).await;
    let hasty = db.write::<_, Error, _>(|conn| {
        Box::pin(async move {
            insert(conn, "gone").await?;
            let slow = conn.execute("SELECT CAST(pg_sleep(0.2) AS TEXT)", &[]);
            assert!(tokio::time::timeout(Duration::from_millis(20), slow).await.is_err());
            Ok(())
        })
    });
    assert!(matches!(hasty.await, Err(Error::Rollback { .. })));
    assert!(names(&db).await.is_empty());
}

#[tokio::test]
async fn an_exhausted_pool_is_overloaded_after_a_while() {
    let base = Database::create().await;
    let db = Db::open(Config { pool: 1, ..base.config() }, TABLES).await.unwrap();
    let slow =
        db.read::<_, Error, _>(|conn| Box::pin(conn.execute("SELECT CAST(pg_sleep(5.5) AS TEXT)", &[])));
    let (slow, refused) = tokio::join!(slow, add(&db, "a"));
    assert_eq!((slow, refused), (Ok(1), Err(Error::Overloaded)));
}

#[tokio::test]
async fn a_plan_that_a_migration_made_wrong_is_forgotten() {
    let base = Database::create().await;
    let db = Db::open(Config { pool: 1, ..base.config() }, TABLES).await.unwrap();
    let read =
        || db.read::<_, Error, _>(|conn| Box::pin(async { conn.execute("SELECT * FROM things", &[]).await }));
    read().await.unwrap();
    base.ask(&base.name, "ALTER TABLE things ADD COLUMN color TEXT").await;
    let _ = read().await;
    assert_eq!(read().await, Ok(0));
}

#[tokio::test]
async fn integers_fit_the_column() {
    let base = Database::create().await;
    let db = open(&base).await;
    let read = db.read::<_, Error, _>(|conn| {
        Box::pin(async {
            let sql = "SELECT CAST($1 AS INTEGER), CAST($2 AS DOUBLE PRECISION), CAST($3 AS INTEGER)";
            conn.one::<(i32, f64, Option<i32>)>(sql, params![5, 5, None::<i64>]).await
        })
    });
    assert_eq!(read.await, Ok(Some((5, 5.0, None))));
    let wide = db.read::<_, Error, _>(|conn| {
        Box::pin(async { conn.one::<(i32,)>("SELECT CAST($1 AS INTEGER)", params![i64::MAX]).await })
    });
    assert!(matches!(wide.await, Err(Error::Type { .. })));
}
