use std::future::Future;

use tokio::task::JoinHandle;

/// Starts what must outlive its caller: a write on PostgreSQL whose caller goes away, and what drives the
/// connections to it. The owner of the handle waits for it or stops it in `Db::close`.
#[expect(clippy::disallowed_methods, reason = "nothing started here is a promise to the user")]
pub(crate) fn start<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future<Output: Send> + Send + 'static,
{
    tokio::spawn(future)
}
