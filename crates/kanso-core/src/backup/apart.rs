//! Work that keeps a processor busy for long, on a thread of its own.

use std::thread;

use tokio::sync::oneshot;

use super::BackupFault;
use crate::Error;

/// Does it, and waits for it as others wait for the network. When the program ends, nobody waits for it.
pub(super) async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupFault> + Send + 'static,
) -> Result<T, BackupFault> {
    let (tell, told) = oneshot::channel();
    let begun = thread::Builder::new().name("kanso-backup".to_owned()).spawn(move || {
        // An error says that nobody waits any more.
        let _ = tell.send(work());
    });
    begun.map_err(|error| Error::Stored(format!("a thread: {error}")))?;
    told.await.unwrap_or_else(|_| Err(Error::Stored("a thread ended early".to_owned()).into()))
}
