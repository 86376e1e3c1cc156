//! The page of the webhook settings, made from what kanso-core reads.

use kanso_core::endpoint::Format;

use super::view::SettingsPage;
use crate::endpoint::formats::{FormatChoice, choices};
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

impl<'a> SettingsPage<'a> {
    /// The page as the settings are now.
    pub(super) fn new(web: &Web, reader: &'a Reader) -> Self {
        let settings = web.app.settings();
        let (url, token) = (settings.get("webhook_url"), settings.get("webhook_token"));
        Self {
            page: &reader.page,
            section: "webhooks",
            tab: "settings",
            url: url.to_owned(),
            fault: None,
            notice: None,
            answer: None,
            allows_private: web.outgoing.allows_private_networks(),
            formats: formats(&reader.page, settings.get("webhook_format")),
            creation_url: format!(
                "{}?controller=webhook&action=task&token={token}&title=…",
                reader.page.root
            ),
            token: token.to_owned(),
        }
    }
}

/// The formats that need nothing but an address.
pub(super) fn formats(page: &Page, chosen: &str) -> Vec<FormatChoice> {
    let mut formats = choices(page, chosen);
    formats.retain(|format| format.id != Format::Template.as_str());
    formats
}
