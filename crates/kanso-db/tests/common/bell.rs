use futures_util::future::poll_immediate;
use kanso_db::{Error, Rung};

use super::{Base, add, insert, names, open};

pub(crate) async fn the_bell_rings_after_the_commit(base: &impl Base) {
    let db = open(base).await;
    let mut listener = db.bell().listen();
    let write = db.write::<_, Error, _>(|conn| {
        Box::pin(async move {
            conn.ring_after_commit(7);
            conn.ring_after_commit(0);
            conn.ring_after_commit(7);
            insert(conn, "a").await
        })
    });
    let heard = async {
        let first = listener.rung().await;
        assert_eq!(names(&db).await, ["a"], "who is rung for finds what happened");
        [first, listener.rung().await]
    };
    let (written, heard) = tokio::join!(write, heard);
    written.unwrap();
    assert_eq!(heard, [Rung::Topic(0), Rung::Topic(7)]);
    assert_eq!(poll_immediate(listener.rung()).await, None);
}

pub(crate) async fn what_is_undone_rings_nothing(base: &impl Base) {
    let db = open(base).await;
    let mut listener = db.bell().listen();
    add(&db, "taken").await.unwrap();
    let undone = db.write::<_, Error, _>(|conn| {
        Box::pin(async move {
            conn.ring_after_commit(1);
            insert(conn, "taken").await
        })
    });
    undone.await.unwrap_err();
    let panicked = db.write::<(), Error, _>(|conn| {
        conn.ring_after_commit(2);
        panic!("on purpose")
    });
    panicked.await.unwrap_err();
    let late = db.write::<_, Error, _>(|conn| {
        conn.ring_after_commit(3);
        Box::pin(conn.execute("INSERT INTO promises (thing) VALUES (99)", &[]))
    });
    late.await.unwrap_err();
    let kept = db.write::<_, Error, _>(|conn| {
        conn.ring_after_commit(4);
        Box::pin(async { Ok(()) })
    });
    kept.await.unwrap();
    assert_eq!(listener.rung().await, Rung::Topic(4));
}

pub(crate) async fn a_slow_listener_is_told_to_look_everywhere(base: &impl Base) {
    let db = open(base).await;
    let mut listener = db.bell().listen();
    for topic in 0..5000 {
        db.bell().ring(topic);
    }
    assert_eq!(listener.rung().await, Rung::Missed);
    assert!(matches!(listener.rung().await, Rung::Topic(_)));
}

pub(crate) async fn a_muted_bell_breaks_nothing(base: &impl Base) {
    let db = open(base).await;
    let mut listener = db.bell().listen();
    db.bell().mute();
    let write = db.write::<_, Error, _>(|conn| {
        conn.ring_after_commit(1);
        Box::pin(async move { insert(conn, "a").await })
    });
    write.await.unwrap();
    assert_eq!(poll_immediate(listener.rung()).await, None);
    assert_eq!(names(&db).await, ["a"]);
}
