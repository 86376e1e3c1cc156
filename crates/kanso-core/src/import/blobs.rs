//! The contents of files on their way into the store.

use std::path::Path;

use super::ImportFault;
use crate::App;

/// Copies contents, and notes which: each path in `kept` is in the store.
pub(super) async fn copy(
    app: &App,
    folder: &Path,
    paths: &[String],
    kept: &mut Vec<String>,
) -> Result<(), ImportFault> {
    for path in paths {
        let failed = |reason: String| ImportFault::File(path.clone(), reason);
        let mut content =
            std::fs::File::open(folder.join(path)).map_err(|error| failed(error.to_string()))?;
        kept.push(path.clone());
        app.files().write_from(path, &mut content).await.map_err(|error| failed(error.to_string()))?;
    }
    Ok(())
}

/// Takes contents back whose rows were refused.
pub(super) async fn take_back(app: &App, kept: &[String]) {
    for path in kept {
        if let Err(error) = app.files().remove(path).await {
            tracing::warn!(%error, path, "content of an import that was refused stays");
        }
    }
}
