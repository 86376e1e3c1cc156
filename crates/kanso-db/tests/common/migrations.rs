use kanso_db::{Db, Error, Migration};

use super::{Base, TABLES, add, names};

const MORE: Migration =
    Migration { version: 2, name: "more", sql: "CREATE TABLE more (id IDENTITY, name TEXT);" };

async fn opened(base: &impl Base, migrations: &[Migration]) -> Result<Db, String> {
    Db::open(base.config(), migrations).await.map_err(|error| {
        let Error::Migration { message } = error else { panic!("{error}") };
        message
    })
}

fn with(migration: Migration) -> Vec<Migration> {
    TABLES.iter().copied().chain([migration]).collect()
}

pub(crate) async fn migrations_run_once(base: &impl Base) {
    let db = opened(base, TABLES).await.unwrap();
    add(&db, "a").await.unwrap();
    db.close().await;
    let db = opened(base, &with(MORE)).await.unwrap();
    let keys = db.write::<_, Error, _>(|conn| {
        Box::pin(conn.all::<(i64,)>("INSERT INTO more (name) VALUES ('x'), ('y') RETURNING id", &[]))
    });
    assert_eq!(keys.await.unwrap(), [(1,), (2,)]);
    db.close().await;
    assert_eq!(names(&opened(base, &with(MORE)).await.unwrap()).await, ["a"]);
}

pub(crate) async fn a_failed_migration_leaves_nothing(base: &impl Base) {
    let broken = Migration { sql: "CREATE TABLE more (id IDENTITY); SELECT * FROM nowhere;", ..MORE };
    let message = opened(base, &with(broken)).await.err().unwrap();
    assert!(message.contains("V2") && message.contains("nowhere"), "{message}");
    opened(base, &with(MORE)).await.unwrap();
}

pub(crate) async fn a_newer_database_is_refused(base: &impl Base) {
    opened(base, &with(MORE)).await.unwrap().close().await;
    let message = opened(base, TABLES).await.err().unwrap();
    assert!(message.contains("newer than this program"), "{message}");
}

pub(crate) async fn a_changed_migration_is_refused(base: &impl Base) {
    opened(base, &with(MORE)).await.unwrap().close().await;
    let changed = Migration { sql: "CREATE TABLE other (id IDENTITY);", ..MORE };
    let message = opened(base, &with(changed)).await.err().unwrap();
    assert!(message.contains("migrated differently"), "{message}");
}

pub(crate) async fn programs_that_start_together_do_not_race(base: &impl Base) {
    let migrations = with(MORE);
    let open = || opened(base, &migrations);
    let (a, b, c, d) = tokio::join!(open(), open(), open(), open());
    for (number, db) in [a, b, c, d].into_iter().enumerate() {
        add(&db.unwrap(), number.to_string()).await.unwrap();
    }
}
