//! Files that come with something that is made of them in the same transaction, such as the task that a mail becomes.

use kanso_domain::TaskId;

use super::add::{add_in, show};
use super::new::{NewFile, Stored, store, take_back};
use crate::change::Change;
use crate::{App, Error, Result};

/// Where the content is of what came with mails.
const FOLDER: &str = "mails";

/// Puts the content of all into the store; those without any are left out. When one fails none stays.
pub(crate) async fn store_all(app: &App, files: Vec<NewFile>) -> Result<Vec<Stored>> {
    let mut all: Vec<Stored> = Vec::with_capacity(files.len());
    for file in files.into_iter().filter(|file| !file.content.is_empty()) {
        match store(app, FOLDER.to_owned(), file).await {
            Ok(stored) => all.push(stored),
            Err(error) => {
                discard(app, &all).await;
                return Err(error);
            }
        }
    }
    Ok(all)
}

/// Attaches what was stored to a task that the change may work on.
pub(crate) async fn attach(change: &mut Change<'_>, task: TaskId, stored: Vec<Stored>) -> Result<()> {
    for stored in stored {
        add_in(change, task, stored).await?;
    }
    Ok(())
}

/// Makes thumbnails once the files are attached, or takes their content back when they were not.
pub(crate) async fn settle_all(app: &App, stored: Vec<Stored>, attached: Result<bool, &Error>) {
    match attached {
        Ok(true) => {
            for stored in &stored {
                show(app, stored).await;
            }
        }
        Ok(false) => discard(app, &stored).await,
        Err(error) => {
            for stored in &stored {
                take_back(app, stored, error).await;
            }
        }
    }
}

/// Deletes content that nothing names. Where that fails it does no harm.
async fn discard(app: &App, stored: &[Stored]) {
    for stored in stored {
        if let Err(error) = app.files().remove(&stored.path).await {
            tracing::warn!(%error, "content of a mail stays");
        }
    }
}
