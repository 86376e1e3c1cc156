//! A file on its way into the store.

use bytes::Bytes;

use crate::{App, Error, Fault, Result, random};

/// A file to attach.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// The name to show. It may be empty; what is beyond 255 bytes is cut off.
    pub name: String,
    /// What is in it, not empty.
    pub content: Vec<u8>,
}

/// A file whose content is stored and whose row is not.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) is_image: bool,
    pub(super) size: i64,
}

/// In bytes.
const LONGEST_NAME: usize = 255;

/// Puts the content into the store, at a path of its own below `folder`.
pub(super) async fn store(app: &App, folder: String, new: NewFile) -> Result<Stored> {
    if new.content.is_empty() {
        return Err(Error::Invalid(Fault::Missing("content")));
    }
    let mut name = new.name;
    name.truncate(name.floor_char_boundary(LONGEST_NAME));
    let stored = Stored {
        path: format!("{folder}/{}", random::hex(20)),
        is_image: is_image(&name),
        size: i64::try_from(new.content.len()).unwrap_or(i64::MAX),
        name,
    };
    app.files().write(&stored.path, Bytes::from(new.content)).await?;
    Ok(stored)
}

/// Takes content back whose row was refused. After a failure that leaves open whether the row is there, the
/// content stays: content that nobody names does no harm.
pub(super) async fn take_back(app: &App, stored: &Stored, error: &Error) {
    let is_undone = match error {
        Error::NotFound(_)
        | Error::Forbidden(_)
        | Error::Invalid(_)
        | Error::Conflict(_)
        | Error::Overloaded => true,
        Error::Database(_) | Error::Stored(_) => false,
    };
    if is_undone && let Err(error) = app.files().remove(&stored.path).await {
        tracing::warn!(%error, "content of a file that was refused stays");
    }
}

/// By its ending, as in Kanboard.
fn is_image(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| matches!(ending.as_str(), "jpeg" | "jpg" | "png" | "gif"))
}

#[cfg(test)]
mod tests {
    use super::is_image;

    #[test]
    fn images_are_told_by_their_ending() {
        for image in ["a.png", "b.JPG", "c.d.jpeg", ".gif"] {
            assert!(is_image(image), "{image}");
        }
        for other in ["", "png", "a.png.zip", "a.svg", "a.webp", "a."] {
            assert!(!is_image(other), "{other}");
        }
    }
}
