//! Notices as pages show them.

use askama::Template;
use kanso_core::endpoint::Endpoint;
use kanso_core::endpoint::notice::{Notice, NoticeKind};

use crate::page::Page;

/// A notice about an endpoint.
pub(crate) struct NoticeView {
    pub(crate) id: i64,
    pub(crate) endpoint: i64,
    pub(crate) words: String,
    /// The class of the note.
    pub(crate) tone: &'static str,
    pub(crate) when: String,
    pub(crate) is_read: bool,
}

#[derive(Template)]
#[template(path = "notice/list.html")]
pub(crate) struct NoticesPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) notices: Vec<NoticeView>,
}

impl NoticeView {
    /// The notices about these endpoints, in their order.
    pub(super) fn all(page: &Page, notices: &[Notice], endpoints: &[Endpoint]) -> Vec<Self> {
        let find = |notice: &Notice| endpoints.iter().find(|endpoint| endpoint.id == notice.endpoint);
        notices.iter().filter_map(|notice| Some(Self::new(page, notice, find(notice)?))).collect()
    }

    fn new(page: &Page, notice: &Notice, endpoint: &Endpoint) -> Self {
        let name = crate::endpoint::name(page, endpoint);
        let (words, tone) = match notice.kind {
            NoticeKind::Failing => (page.say("notice-failing", "name", name), "warn"),
            NoticeKind::Opened => (page.say("notice-opened", "name", name), "bad"),
            NoticeKind::Disabled => (page.say("notice-disabled", "name", name), "bad"),
            NoticeKind::Recovered => (page.say("notice-recovered", "name", name), "good"),
        };
        Self {
            id: notice.id,
            endpoint: notice.endpoint.get(),
            words,
            tone,
            when: page.moment(notice.created_at_ms.div_euclid(1000)),
            is_read: notice.read_at_ms.is_some(),
        }
    }
}
