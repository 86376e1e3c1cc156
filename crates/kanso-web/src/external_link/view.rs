//! Links to something elsewhere, as the sheet of a task shows them.

use kanso_core::external_link::ListedExternalLink;

use crate::page::Page;

pub(crate) struct ExternalLinkView {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) url: String,
    pub(crate) kind: String,
}

impl ExternalLinkView {
    pub(crate) fn new(page: &Page, link: &ListedExternalLink) -> Self {
        let kind = match link.link_type.as_str() {
            "attachment" => page.text("external-attachment"),
            "file" => page.text("external-file"),
            _ => page.text("external-weblink"),
        };
        Self { id: link.id.get(), title: link.title.clone(), url: link.url.clone(), kind }
    }
}
