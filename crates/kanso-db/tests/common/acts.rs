use std::time::{Duration, Instant};

use futures_util::future::{join_all, poll_immediate};
use kanso_db::{Config, Db, Error, params};

use super::{Base, Held, TABLES, add, insert, names, open, start};

pub(crate) async fn a_failed_act_leaves_nothing(base: &impl Base) {
    let db = open(base).await;
    let failed = db.write::<(), _, _>(|conn| {
        Box::pin(async move {
            insert(conn, "gone").await?;
            Err(Error::Sql { message: "changed my mind".to_owned() })
        })
    });
    assert_eq!(failed.await, Err(Error::Sql { message: "changed my mind".to_owned() }));
    add(&db, "kept").await.unwrap();
    assert_eq!(names(&db).await, ["kept"]);
}

pub(crate) async fn a_panic_fails_its_own_caller_only(base: &impl Base) {
    let db = open(base).await;
    let held = Held::begin(&db, "before").await;
    let panicking = db.write::<i64, Error, _>(|conn| {
        Box::pin(async move {
            insert(conn, "gone").await?;
            panic!("as the test wants it")
        })
    });
    let at_once = db.write::<i64, Error, _>(|_| panic!("before there is a future"));
    // On SQLite the four share a batch.
    let (panicked, at_once, beside, before) =
        tokio::join!(panicking, at_once, add(&db, "beside"), held.finish());
    assert_eq!((panicked, at_once), (Err(Error::Panicked), Err(Error::Panicked)));
    assert!(before.is_ok() && beside.is_ok());
    let read = db.read::<(), Error, _>(|_| Box::pin(async { panic!("in a read, too") }));
    assert_eq!(read.await, Err(Error::Panicked));
    assert_eq!(names(&db).await, ["before", "beside"]);
}

pub(crate) async fn an_ignored_failure_is_not_committed(base: &impl Base) {
    let db = open(base).await;
    add(&db, "taken").await.unwrap();
    let ignoring = db.write::<_, Error, _>(|conn| {
        Box::pin(async move {
            insert(conn, "gone").await?;
            let taken = insert(conn, "taken").await;
            assert_eq!(taken, insert(conn, "also gone").await);
            Ok(())
        })
    });
    assert!(ignoring.await.unwrap_err().violates("things.name"));
    assert_eq!(names(&db).await, ["taken"]);
}

pub(crate) async fn a_taken_name_is_told_by_its_constraint(base: &impl Base) {
    let db = open(base).await;
    add(&db, "taken").await.unwrap();
    let error = add(&db, "taken").await.unwrap_err();
    assert!(error.violates("things.name"), "{error}");
    assert!(!error.violates("things.id"));
}

pub(crate) async fn a_foreign_key_holds_where_one_row_is_read(base: &impl Base) {
    let db = open(base).await;
    let orphan = db.write::<_, Error, _>(|conn| {
        let sql = "INSERT INTO things (name, parent) VALUES ('a', 99), ('b', 99) RETURNING id";
        Box::pin(conn.one::<(i64,)>(sql, &[]))
    });
    assert!(matches!(orphan.await, Err(Error::Sql { .. })));
    let two = db.write::<_, Error, _>(|conn| {
        Box::pin(conn.one::<(i64,)>("INSERT INTO things (name) VALUES ('a'), ('b') RETURNING id", &[]))
    });
    assert!(two.await.unwrap().is_some());
    assert_eq!(names(&db).await, ["a", "b"]);
}

pub(crate) async fn a_failed_commit_fails_who_waited(base: &impl Base) {
    let db = open(base).await;
    let late = db.write::<_, Error, _>(|conn| {
        Box::pin(async move {
            insert(conn, "gone").await?;
            conn.execute("INSERT INTO promises (thing) VALUES ($1)", params![99]).await
        })
    });
    assert!(matches!(late.await, Err(Error::Commit { .. })));
    add(&db, "kept").await.unwrap();
    assert_eq!(names(&db).await, ["kept"]);
}

pub(crate) async fn reads_cannot_write(base: &impl Base) {
    let db = open(base).await;
    let write = db.read::<_, Error, _>(|conn| Box::pin(async move { insert(conn, "a").await }));
    assert!(matches!(write.await, Err(Error::Sql { .. })));
    assert!(names(&db).await.is_empty());
}

pub(crate) async fn reads_run_beside_an_open_write(base: &impl Base) {
    let db = open(base).await;
    add(&db, "committed").await.unwrap();
    let held = Held::begin(&db, "open").await;
    assert_eq!(names(&db).await, ["committed"]);
    held.finish().await.unwrap();
    assert_eq!(names(&db).await, ["committed", "open"]);
}

pub(crate) async fn a_write_survives_its_caller(base: &impl Base) {
    let db = open(base).await;
    let held = Held::begin(&db, "orphan").await;
    drop(held.abandon().await);
    db.close().await;
    assert_eq!(names(&open(base).await).await, ["orphan"]);
}

pub(crate) async fn closing_finishes_what_was_accepted(base: &impl Base) {
    let db = open(base).await;
    let held = Held::begin(&db, "held").await;
    let mut accepted = Box::pin(join_all((0..50).map(|number| add(&db, number.to_string()))));
    assert!(poll_immediate(&mut accepted).await.is_none());
    let mut closing = Box::pin(db.close());
    assert!(poll_immediate(&mut closing).await.is_none());
    assert_eq!(add(&db, "too late").await, Err(Error::Closed));
    let (_, accepted, held) = tokio::join!(closing, accepted, held.finish());
    assert!(held.is_ok() && accepted.iter().all(Result::is_ok));
    let read = db.read::<_, Error, _>(|conn| Box::pin(conn.all::<(i64,)>("SELECT 1", &[])));
    assert_eq!(read.await, Err(Error::Closed));
    db.close().await;
    assert_eq!(names(&open(base).await).await.len(), 51);
}

pub(crate) async fn a_full_queue_answers_at_once(base: &impl Base) {
    let small = Config { queue: 1, pool: 1, ..base.config() };
    let db = Db::open(small, TABLES).await.unwrap();
    let held = Held::begin(&db, "runs").await;
    let waiting = start({
        let db = db.clone();
        async move { add(&db, "waits").await }
    });
    let begun = Instant::now();
    // The one that waits may not have been polled yet: then this one takes its place.
    let refused = loop {
        match poll_immediate(Box::pin(add(&db, "taken back"))).await {
            Some(answer) => break answer,
            None => tokio::task::yield_now().await,
        }
    };
    assert_eq!(refused, Err(Error::Overloaded));
    assert!(begun.elapsed() < Duration::from_secs(2), "it must not wait");
    held.finish().await.unwrap();
    let _ = waiting.await.unwrap();
    db.close().await;
}

pub(crate) async fn statements_can_be_prepared_only(base: &impl Base) {
    let db = open(base).await;
    let check = |sql: &'static str| db.read::<_, Error, _>(move |conn| Box::pin(conn.prepare(sql)));
    assert_eq!(check("DELETE FROM things WHERE id = $1").await, Ok(()));
    assert!(matches!(check("SELECT nothing FROM things").await, Err(Error::Sql { .. })));
    assert!(matches!(check("SELECT \"nothing\" FROM things").await, Err(Error::Sql { .. })));
}
