//! Links from a task to something elsewhere.

pub(crate) mod add;
pub(crate) mod remove;
pub(crate) mod save;
pub(crate) mod view;

use serde::Deserialize;

/// The form of a link to something elsewhere.
#[derive(Deserialize)]
pub(crate) struct ExternalLinkForm {
    url: String,
    #[serde(default)]
    title: String,
}

/// What the other thing is to the task; there is but one word for it.
const RELATED: &str = "related";
