//! What every handler is given.

use std::sync::Arc;

use kanso_core::App;

use kanso_core::endpoint::Outgoing;

/// The application, and the way out to receivers of webhooks.
#[derive(Clone)]
pub(crate) struct Web {
    pub(crate) app: App,
    pub(crate) outgoing: Arc<dyn Outgoing>,
}
