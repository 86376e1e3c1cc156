use std::collections::BTreeSet;

use futures_util::future::join_all;
use kanso_db::{Error, params};

use super::{Base, add, insert, names, open, start};

pub(crate) async fn eight_writers_do_not_disturb_each_other(base: &impl Base) {
    let db = open(base).await;
    add(&db, "counter").await.unwrap();
    let writers = (0..8).map(|writer| {
        let db = db.clone();
        start(async move {
            for act in 0..200 {
                db.write::<_, Error, _>(move |conn| {
                    Box::pin(async move {
                        let count = "UPDATE things SET size = coalesce(size, 0) + 1 WHERE name = 'counter'";
                        conn.execute(count, &[]).await?;
                        let found = conn.one::<(i64,)>("SELECT size FROM things WHERE id = 1", &[]).await?;
                        let name = format!("{writer} {act}");
                        let sql = "INSERT INTO things (name, size) VALUES ($1, $2)";
                        conn.execute(sql, params![name, found.expect("the counter").0]).await
                    })
                })
                .await
                .unwrap();
            }
        })
    });
    for writer in join_all(writers).await {
        writer.unwrap();
    }
    let sizes = db
        .read::<_, Error, _>(|conn| {
            Box::pin(conn.all::<(i64,)>("SELECT size FROM things WHERE id > 1 ORDER BY size", &[]))
        })
        .await
        .unwrap();
    assert!(sizes.into_iter().map(|(size,)| size).eq(1..=1600), "each saw the one before it");
}

pub(crate) async fn what_is_acknowledged_is_stored(base: &impl Base) {
    let db = open(base).await;
    let acts = (0..700).map(|number| {
        let db = db.clone();
        start(async move {
            let name = number.to_string();
            let act = db.write::<_, Error, _>(move |conn| {
                Box::pin(async move {
                    insert(conn, &name).await?;
                    // The first of 7 fails by itself, the second by the database, the third by a panic.
                    match number % 7 {
                        0 => return Err(Error::Sql { message: "on purpose".to_owned() }),
                        1 => insert(conn, &name).await?,
                        2 => panic!("on purpose"),
                        _ => 0,
                    };
                    Ok(name)
                })
            });
            act.await.ok()
        })
    });
    let acknowledged = join_all(acts).await.into_iter().filter_map(|act| act.unwrap());
    let acknowledged = acknowledged.collect::<BTreeSet<_>>();
    assert_eq!(acknowledged.len(), 400);
    assert_eq!(names(&db).await.into_iter().collect::<BTreeSet<_>>(), acknowledged);
}
