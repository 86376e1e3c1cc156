//! Changes that are committed in another order than they began in.

use tokio::sync::oneshot;

use crate::TestApp;

impl TestApp {
    /// Lets `late` enter its event, carries out `meanwhile`, and only then lets `late` commit. It must have a delivery
    /// to enter, and `meanwhile` none, for that is what is held.
    ///
    /// SQLite has one writer: there one is done after the other.
    pub async fn commit_late<A, B>(
        &self,
        late: impl Future<Output = A>,
        meanwhile: impl Future<Output = B>,
    ) -> (A, B) {
        const HOLD: &str = "LOCK TABLE deliveries IN EXCLUSIVE MODE";
        const WAITING: &str =
            "SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND relation = 'deliveries'::regclass";
        if !self.database.is_postgres() {
            return (late.await, meanwhile.await);
        }
        let db = self.opened().await;
        let (held, is_held) = oneshot::channel::<()>();
        let (release, is_released) = oneshot::channel::<()>();
        let holder = db.write(move |conn| {
            Box::pin(async move {
                conn.execute(HOLD, &[]).await?;
                let _ = held.send(());
                let _ = is_released.await;
                Ok::<_, kanso_db::Error>(())
            })
        });
        let (begin, may_begin) = oneshot::channel::<()>();
        let late = async {
            may_begin.await.expect("it may begin");
            late.await
        };
        let meanwhile = async {
            is_held.await.expect("the table is locked");
            let _ = begin.send(());
            while self.rows::<(i64,)>(WAITING).await == [(0,)] {
                tokio::task::yield_now().await;
            }
            let done = meanwhile.await;
            let _ = release.send(());
            done
        };
        let (held, late, meanwhile) = tokio::join!(holder, late, meanwhile);
        held.expect("the lock is given back");
        (late, meanwhile)
    }
}
