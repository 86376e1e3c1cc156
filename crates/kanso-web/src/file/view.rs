//! Files as lists show them.

use kanso_core::file::{ListedFile, ListedProjectFile};
use kanso_domain::FileId;

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
    /// A file of a task.
    pub(crate) fn new(page: &Page, file: &ListedFile) -> Self {
        let about = about(page, file.user_name.as_deref(), file.username.as_deref(), file.date);
        Self::of(file.id, &file.name, size(page, file.size), about, file.is_image)
    }

    /// A file of a project.
    pub(crate) fn of_project(page: &Page, file: &ListedProjectFile) -> Self {
        let about = about(page, file.user_name.as_deref(), file.username.as_deref(), file.date);
        Self::of(file.id, &file.name, size(page, file.size), about, file.is_image)
    }

    fn of(id: FileId, name: &str, size: String, about: String, is_image: i64) -> Self {
        Self {
            id: id.get(),
            size,
            about,
            is_picture: picture(name).is_some(),
            has_thumbnail: is_image == 1,
            is_readable: is_readable(name),
            is_pdf: name.to_ascii_lowercase().ends_with(".pdf"),
            name: name.to_owned(),
        }
    }
}

/// Who attached a file, and when.
fn about(page: &Page, name: Option<&str>, username: Option<&str>, at: i64) -> String {
    let (who, when) = (name.filter(|name| !name.is_empty()).or(username), page.moment(at));
    who.map_or_else(|| when.clone(), |who| format!("{who}, {when}"))
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
