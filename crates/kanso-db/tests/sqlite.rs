//! What this crate promises, on SQLite.

#![cfg(test)]

mod common;

use std::collections::BTreeSet;

use futures_util::future::{join, join_all};
use kanso_db::{Config, Conn, Db, Error, params};
use proptest::prelude::{Just, ProptestConfig, prop_assert_eq, prop_oneof, proptest};

use common::{Base, Held, TABLES, add, insert, names, open, start};

struct File(tempfile::TempDir);

impl Base for File {
    async fn create() -> File {
        File(tempfile::tempdir().unwrap())
    }

    fn config(&self) -> Config {
        let path = self.0.path().join("kanso.db");
        Config::new(format!("sqlite:{}", path.display()).parse().unwrap())
    }
}

common_tests!(super::File);

/// Lets a trigger undo the whole transaction for a thing called `fatal…`.
async fn make_fatal(db: &Db) {
    let sql = "CREATE TRIGGER fatal BEFORE INSERT ON things WHEN new.name LIKE 'fatal%'
               BEGIN SELECT RAISE(ROLLBACK, 'fatal'); END";
    db.write::<_, Error, _>(move |conn| Box::pin(conn.execute(sql, &[]))).await.unwrap();
}

#[tokio::test]
async fn a_lost_transaction_fails_all_who_ran_in_it_and_nobody_else() {
    let base = File::create().await;
    let db = open(&base).await;
    make_fatal(&db).await;
    let held = Held::begin(&db, "alone").await;
    let batch = ["before", "fatal", "after"].map(|name| add(&db, name));
    let (answers, alone) = join(join_all(batch), held.finish()).await;
    assert!(alone.is_ok());
    assert!(matches!(answers[0], Err(Error::Rollback { .. })), "it said yes, but is not stored");
    assert!(matches!(&answers[1], Err(Error::Sql { message }) if message.contains("fatal")));
    assert!(answers[2].is_ok(), "it had not run");
    assert_eq!(names(&db).await, ["alone", "after"]);
}

#[tokio::test]
async fn a_failed_commit_fails_the_whole_batch() {
    let base = File::create().await;
    let db = open(&base).await;
    let held = Held::begin(&db, "alone").await;
    let late = db.write::<_, Error, _>(|conn| {
        Box::pin(async { Ok(conn.execute("INSERT INTO promises VALUES (99)", &[]).await?.cast_signed()) })
    });
    let (answers, alone) = join(join(add(&db, "beside"), late), held.finish()).await;
    assert!(alone.is_ok());
    assert!(matches!(answers, (Err(Error::Commit { .. }), Err(Error::Commit { .. }))));
    assert_eq!(names(&db).await, ["alone"]);
}

#[tokio::test]
async fn an_act_that_goes_on_in_a_lost_transaction_writes_nothing() {
    let base = File::create().await;
    let db = open(&base).await;
    make_fatal(&db).await;
    let stubborn = db.write::<_, Error, _>(|conn| {
        Box::pin(async move {
            let _ = insert(conn, "fatal").await;
            let _ = insert(conn, "outside").await;
            Ok(())
        })
    });
    assert!(stubborn.await.is_err());
    assert!(names(&db).await.is_empty());
}

#[tokio::test]
async fn acknowledged_is_stored_even_when_transactions_are_lost() {
    let base = File::create().await;
    let db = open(&base).await;
    make_fatal(&db).await;
    let acts = (0..2100).map(|number| {
        let db = db.clone();
        start(async move {
            let name = match number {
                number if number % 300 == 5 => format!("fatal {number}"),
                number if number % 7 == 0 => "taken".to_owned(),
                number => number.to_string(),
            };
            loop {
                match add(&db, &name).await {
                    Ok(_) => return Some(name),
                    Err(Error::Overloaded) => tokio::task::yield_now().await,
                    Err(_) => return None,
                }
            }
        })
    });
    let acknowledged = join_all(acts).await.into_iter().filter_map(|act| act.unwrap());
    let acknowledged = acknowledged.collect::<BTreeSet<_>>();
    assert!(acknowledged.len() > 1000, "most succeed: {}", acknowledged.len());
    assert_eq!(names(&db).await.into_iter().collect::<BTreeSet<_>>(), acknowledged);
}

#[tokio::test]
async fn an_act_must_not_wait_for_anything_else() {
    let base = File::create().await;
    let db = open(&base).await;
    let waiting = db.write::<_, Error, _>(|conn| {
        Box::pin(async move {
            insert(conn, "gone").await?;
            tokio::task::yield_now().await;
            Ok(())
        })
    });
    assert_eq!(waiting.await, Err(Error::Waited));
    let reading = db.read::<(), Error, _>(|_| Box::pin(std::future::pending()));
    assert_eq!(reading.await, Err(Error::Waited));
    assert!(names(&db).await.is_empty());
}

#[tokio::test]
async fn a_cached_statement_stays_planned() {
    let base = File::create().await;
    let db = open(&base).await;
    add(&db, "a").await.unwrap();
    let replanned = db.read::<_, Error, _>(|conn| {
        Box::pin(async move {
            let sql = "SELECT t.id FROM things t LEFT JOIN things p ON p.id = t.parent
                       WHERE t.name = $1 AND t.id > $2 AND t.name LIKE $3";
            for number in 0..100 {
                conn.all::<(i64,)>(sql, params!["a", number, "a%"]).await?;
            }
            conn.replanned(sql)
        })
    });
    assert!(replanned.await.unwrap() <= 2);
}

#[tokio::test]
async fn connections_are_set_up_for_durability() {
    let base = File::create().await;
    let db = open(&base).await;
    for (pragma, wanted) in
        [("synchronous", 2), ("foreign_keys", 1), ("wal_autocheckpoint", 4000), ("busy_timeout", 5000)]
    {
        let sql = format!("PRAGMA {pragma}");
        let found =
            db.write::<_, Error, _>(|conn| Box::pin(async move { conn.one::<(i64,)>(&sql, &[]).await }));
        assert_eq!(found.await.unwrap(), Some((wanted,)), "{pragma}");
    }
    let mode = db.read::<_, Error, _>(|conn| Box::pin(conn.one::<(String,)>("PRAGMA journal_mode", &[])));
    assert_eq!(mode.await.unwrap().unwrap().0, "wal");
}

#[tokio::test]
async fn two_programs_may_write_one_file() {
    let base = File::create().await;
    let (server, command) = (open(&base).await, Db::open(base.config(), TABLES).await.unwrap());
    let writes = (0..400).map(|number| {
        let db = if number % 2 == 0 { server.clone() } else { command.clone() };
        start(async move { add(&db, number.to_string()).await })
    });
    for write in join_all(writes).await {
        write.unwrap().unwrap();
    }
    command.close().await;
    assert_eq!(names(&server).await.len(), 400);
}

/// What an act does after it has inserted its thing.
#[derive(Clone, Copy, Debug)]
enum Then {
    Succeed,
    Fail,
    IgnoreFailure,
    Panic,
    Wait,
    LoseTransaction,
    BreakCommit,
}

async fn act(conn: &Conn, name: &str, then: Then) -> Result<i64, Error> {
    let id = insert(conn, name).await?;
    match then {
        Then::Succeed => {}
        Then::Fail => return Err(Error::Sql { message: "on purpose".to_owned() }),
        Then::IgnoreFailure => drop(insert(conn, name).await),
        Then::Panic => panic!("on purpose"),
        Then::Wait => tokio::task::yield_now().await,
        Then::LoseTransaction => drop(insert(conn, "fatal").await),
        Then::BreakCommit => drop(conn.execute("INSERT INTO promises VALUES (99)", &[]).await),
    }
    Ok(id)
}

async fn acknowledged_and_stored(acts: Vec<Then>) -> (BTreeSet<String>, BTreeSet<String>) {
    let base = File::create().await;
    let db = Db::open(Config { batch: 8, ..base.config() }, TABLES).await.unwrap();
    make_fatal(&db).await;
    let held = Held::begin(&db, "first").await;
    let acts = acts.into_iter().enumerate().map(|(number, then)| {
        let name = format!("{number} {then:?}");
        let copy = name.clone();
        let write = db.write(move |conn| Box::pin(async move { act(conn, &copy, then).await }));
        async { write.await.ok().map(|_| name) }
    });
    let (acknowledged, first) = join(join_all(acts), held.finish()).await;
    first.unwrap();
    let acknowledged = acknowledged.into_iter().flatten().chain(["first".to_owned()]).collect();
    let stored = names(&db).await.into_iter().collect();
    db.close().await;
    (acknowledged, stored)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_any_batch_acknowledged_is_stored(acts in proptest::collection::vec(
        prop_oneof![
            10 => Just(Then::Succeed),
            2 => Just(Then::Fail),
            2 => Just(Then::IgnoreFailure),
            1 => Just(Then::Panic),
            1 => Just(Then::Wait),
            1 => Just(Then::LoseTransaction),
            1 => Just(Then::BreakCommit),
        ],
        1..40,
    )) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
        let (acknowledged, stored) = runtime.block_on(acknowledged_and_stored(acts));
        prop_assert_eq!(acknowledged, stored);
    }
}
