//! What both databases must do: each test here runs on SQLite and on PostgreSQL.

pub(crate) mod acts;
pub(crate) mod bell;
pub(crate) mod load;
pub(crate) mod migrations;
pub(crate) mod values;

use kanso_db::{Config, Conn, Db, Error, Kind, Migration, params};
use tokio::sync::oneshot;

/// Declares a test for each name, over a fresh database of `$base`.
#[macro_export]
macro_rules! tests {
    ($base:ty: $($module:ident::{$($name:ident),* $(,)?}),* $(,)?) => {$(
        mod $module {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
                async fn $name() {
                    let base = <$base as $crate::common::Base>::create().await;
                    $crate::common::$module::$name(&base).await;
                }
            )*
        }
    )*};
}

/// Declares all tests that both databases have in common.
#[macro_export]
macro_rules! common_tests {
    ($base:ty) => {
        $crate::tests! { $base:
            values::{
                values_come_back_as_they_were,
                sums_and_comparisons_read_alike,
                a_row_is_declared_with_its_columns,
                a_value_of_another_type_is_an_error,
                parameters_go_by_their_number,
                dialects_run,
            },
            acts::{
                a_failed_act_leaves_nothing,
                a_panic_fails_its_own_caller_only,
                an_ignored_failure_is_not_committed,
                a_taken_name_is_told_by_its_constraint,
                a_foreign_key_holds_where_one_row_is_read,
                a_failed_commit_fails_who_waited,
                reads_cannot_write,
                reads_run_beside_an_open_write,
                a_write_survives_its_caller,
                closing_finishes_what_was_accepted,
                a_full_queue_answers_at_once,
                statements_can_be_prepared_only,
            },
            load::{
                eight_writers_do_not_disturb_each_other,
                what_is_acknowledged_is_stored,
            },
            bell::{
                the_bell_rings_after_the_commit,
                what_is_undone_rings_nothing,
                a_slow_listener_is_told_to_look_everywhere,
                a_muted_bell_breaks_nothing,
            },
            migrations::{
                migrations_run_once,
                a_failed_migration_leaves_nothing,
                a_newer_database_is_refused,
                a_changed_migration_is_refused,
                programs_that_start_together_do_not_race,
            },
        }
    };
}

/// A database of its own for one test, gone after it.
pub(crate) trait Base: Sized {
    async fn create() -> Self;

    fn config(&self) -> Config;
}

pub(crate) const TABLES: &[Migration] = &[Migration {
    version: 1,
    name: "things",
    sql: "
        CREATE TABLE things (
            id IDENTITY,
            name TEXT NOT NULL UNIQUE,
            size BIGINT,
            weight DOUBLE PRECISION,
            data BYTEA,
            parent BIGINT REFERENCES things (id)
        );
        CREATE TABLE promises (
            thing BIGINT NOT NULL REFERENCES things (id) DEFERRABLE INITIALLY DEFERRED
        );",
}];

pub(crate) async fn open(base: &impl Base) -> Db {
    Db::open(base.config(), TABLES).await.unwrap()
}

pub(crate) async fn insert(conn: &Conn, name: &str) -> Result<i64, Error> {
    let sql = "INSERT INTO things (name) VALUES ($1) RETURNING id";
    Ok(conn.one::<(i64,)>(sql, params![name]).await?.expect("an insert answers").0)
}

pub(crate) async fn add(db: &Db, name: impl Into<String>) -> Result<i64, Error> {
    let name = name.into();
    db.write(|conn| Box::pin(async move { insert(conn, &name).await })).await
}

pub(crate) async fn names(db: &Db) -> Vec<String> {
    let sql = "SELECT name FROM things ORDER BY id";
    let rows = db.read::<_, Error, _>(move |conn| Box::pin(conn.all::<(String,)>(sql, &[]))).await;
    rows.unwrap().into_iter().map(|(name,)| name).collect()
}

/// A write that has begun and holds the database until it is let go.
pub(crate) struct Held {
    go: oneshot::Sender<()>,
    write: tokio::task::JoinHandle<Result<i64, Error>>,
}

impl Held {
    pub(crate) async fn begin(db: &Db, name: &str) -> Held {
        let (go, wait) = oneshot::channel::<()>();
        let (inside, begun) = oneshot::channel();
        let (db, name) = (db.clone(), name.to_owned());
        let write = start(async move {
            db.write(|conn| {
                Box::pin(async move {
                    let id = insert(conn, &name).await?;
                    inside.send(()).unwrap();
                    let _ = match conn.kind() {
                        // The writer's own thread; waiting as a future is what an act must not do.
                        Kind::Sqlite => wait.blocking_recv(),
                        Kind::Postgres => wait.await,
                    };
                    Ok(id)
                })
            })
            .await
        });
        begun.await.unwrap();
        Held { go, write }
    }

    pub(crate) async fn finish(self) -> Result<i64, Error> {
        drop(self.go);
        self.write.await.unwrap()
    }

    /// The caller goes away; the write still waits.
    pub(crate) async fn abandon(self) -> oneshot::Sender<()> {
        self.write.abort();
        assert!(self.write.await.unwrap_err().is_cancelled());
        self.go
    }
}

#[expect(clippy::disallowed_methods, reason = "tests have callers that run at the same time")]
pub(crate) fn start<T: Send + 'static>(
    future: impl Future<Output = T> + Send + 'static,
) -> tokio::task::JoinHandle<T> {
    tokio::spawn(future)
}
