//! The formats as people choose from them.

use kanso_core::endpoint::Format;

use crate::page::Page;

/// A format to choose.
pub(crate) struct FormatChoice {
    pub(crate) id: &'static str,
    pub(crate) name: String,
    /// What it is for, in a few words.
    pub(crate) about: String,
    /// How to come by the address; empty where there is nothing to tell.
    pub(crate) how: String,
    /// How an address looks.
    pub(crate) example: &'static str,
    pub(crate) is_chosen: bool,
}

/// All formats, the chosen one marked.
pub(crate) fn choices(page: &Page, chosen: &str) -> Vec<FormatChoice> {
    let choice = |format: Format| FormatChoice {
        id: format.as_str(),
        name: name(page, format),
        about: about(page, format),
        how: how(page, format),
        example: example(format),
        is_chosen: format.as_str() == chosen,
    };
    Format::ALL.into_iter().map(choice).collect()
}

/// What people call a format.
pub(crate) fn name(page: &Page, format: Format) -> String {
    match format {
        Format::Standard => "Kanso".to_owned(),
        Format::CloudEvents => "CloudEvents 1.0".to_owned(),
        Format::Template => page.text("format-template"),
        Format::Slack => "Slack".to_owned(),
        Format::Discord => "Discord".to_owned(),
        Format::Mattermost => "Mattermost".to_owned(),
        Format::Teams => "Microsoft Teams".to_owned(),
        Format::Ntfy => "ntfy".to_owned(),
        Format::Kanboard2016 => page.text("format-kanboard-2016"),
        Format::Kanboard2015 => page.text("format-kanboard-2015"),
        Format::Kanboard12 => "Kanboard 1.2".to_owned(),
    }
}

fn about(page: &Page, format: Format) -> String {
    match format {
        Format::Standard => page.text("format-about-standard"),
        Format::CloudEvents => page.text("format-about-cloudevents"),
        Format::Template => page.text("format-about-template"),
        Format::Slack => page.text("format-about-slack"),
        Format::Discord => page.text("format-about-discord"),
        Format::Mattermost => page.text("format-about-mattermost"),
        Format::Teams => page.text("format-about-teams"),
        Format::Ntfy => page.text("format-about-ntfy"),
        Format::Kanboard2016 => page.text("format-about-2016"),
        Format::Kanboard2015 => page.text("format-about-2015"),
        Format::Kanboard12 => page.text("format-about-12"),
    }
}

/// How to come by the address.
fn how(page: &Page, format: Format) -> String {
    match format {
        Format::Slack => page.text("format-how-slack"),
        Format::Discord => page.text("format-how-discord"),
        Format::Mattermost => page.text("format-how-mattermost"),
        Format::Teams => page.text("format-how-teams"),
        Format::Ntfy => page.text("format-how-ntfy"),
        Format::Standard | Format::CloudEvents | Format::Template => page.text("format-how-program"),
        Format::Kanboard2016 | Format::Kanboard2015 | Format::Kanboard12 => page.text("format-how-kanboard"),
    }
}

/// How an address looks.
pub(crate) fn example(format: Format) -> &'static str {
    match format {
        Format::Slack => "https://hooks.slack.com/services/T…/B…/…",
        Format::Discord => "https://discord.com/api/webhooks/…/…",
        Format::Mattermost => "https://mattermost.example.org/hooks/…",
        Format::Teams => "https://….logic.azure.com/workflows/…",
        Format::Ntfy => "https://ntfy.sh/my-team-4rk2",
        Format::Standard | Format::CloudEvents | Format::Template => "https://example.org/kanso",
        Format::Kanboard2016 | Format::Kanboard2015 | Format::Kanboard12 => "https://example.org/kanboard",
    }
}

/// Whether people read what is sent: the preview shows it as they would.
pub(super) const fn is_chat(format: Format) -> bool {
    matches!(format, Format::Slack | Format::Discord | Format::Mattermost | Format::Teams | Format::Ntfy)
}
