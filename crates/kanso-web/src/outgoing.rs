//! What the pages need of those who send webhooks. The binary passes it in, since edges do not know each other.

use std::pin::Pin;
use std::time::Duration;

/// A future of an [`Outgoing`].
pub type Answering<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The way out to receivers of webhooks.
pub trait Outgoing: Send + Sync {
    /// Whether loopback and private networks may be reached.
    fn allows_private_networks(&self) -> bool;

    /// Why webhooks may not be sent to `url`, in words, if they may not.
    fn judge<'a>(&'a self, url: &'a str) -> Answering<'a, Result<(), String>>;

    /// Sends a test event to the address of the settings, and waits for the answer.
    fn send_test(&self) -> Answering<'_, TestResult>;
}

/// What came of a test event.
#[derive(Clone, Debug, Default)]
pub struct TestResult {
    /// The answer's status; `None` when there was no answer.
    pub status: Option<u16>,
    /// How long it took.
    pub duration: Duration,
    /// The beginning of the answer's body, as text.
    pub body: String,
    /// Why it failed, in words.
    pub error: Option<String>,
}
