//! The files of a task as its sheet shows them.

use kanso_core::file::ListedFile;

use super::download::picture;
use super::preview::is_readable;
use crate::page::Page;

pub(crate) struct FileView {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) size: String,
    /// Who attached it, and when.
    pub(crate) about: String,
    pub(crate) is_picture: bool,
    /// Whether there is a small picture of it.
    pub(crate) has_thumbnail: bool,
    /// Whether its text can be shown.
    pub(crate) is_readable: bool,
    pub(crate) is_pdf: bool,
}

impl FileView {
    pub(crate) fn new(page: &Page, file: &ListedFile) -> Self {
        let who = file.user_name.as_deref().filter(|name| !name.is_empty()).or(file.username.as_deref());
        let when = page.moment(file.date);
        Self {
            id: file.id.get(),
            size: size(page, file.size),
            about: who.map_or_else(|| when.clone(), |who| format!("{who}, {when}")),
            is_picture: picture(&file.name).is_some(),
            has_thumbnail: file.is_image == 1,
            is_readable: is_readable(&file.name),
            is_pdf: file.name.to_ascii_lowercase().ends_with(".pdf"),
            name: file.name.clone(),
        }
    }
}

/// A number of bytes as people read it.
pub(crate) fn size(page: &Page, bytes: i64) -> String {
    let tenths = |unit: i64| {
        let tenths = bytes.saturating_mul(10) / unit;
        if tenths >= 100 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
    };
    match bytes {
        ..1_024 => page.say("size-bytes", "size", bytes),
        1_024..1_048_576 => page.say("size-kilobytes", "size", tenths(1_024)),
        _ => page.say("size-megabytes", "size", tenths(1_048_576)),
    }
}
