//! What every handler is given.

use std::sync::Arc;

use kanso_core::App;

use kanso_core::endpoint::Outgoing;

/// Puts a file that another program exported into an archive of a project; any other file stays as it is.
pub type Foreign = fn(Vec<u8>) -> Vec<u8>;

/// The application, the way out to receivers of webhooks, and where this server listens.
#[derive(Clone)]
pub(crate) struct Web {
    pub(crate) app: App,
    pub(crate) outgoing: Arc<dyn Outgoing>,
    /// With a slash at the end: where links lead while no setting says where people reach the server.
    pub(crate) listener: Arc<str>,
    pub(crate) foreign: Foreign,
}
