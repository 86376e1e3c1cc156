//! Which settings stand on which page, and how each is asked for.

use kanso_domain::color;

use super::view::{FieldView, Way};
use crate::choice;
use crate::page::Page;
use crate::profile::view::Choice;

/// How a setting is asked for.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Text,
    Url,
    Email,
    Number,
    Lines,
    Switch,
    Language,
    Zone,
    Color,
    DateFormat,
    TimeFormat,
    Transport,
}

/// A setting on a page: its name, what it is called, and what is said about it.
pub(super) struct Field {
    pub(super) name: &'static str,
    kind: Kind,
    label: &'static str,
    hint: Option<&'static str>,
}

const fn field(name: &'static str, kind: Kind, label: &'static str, hint: Option<&'static str>) -> Field {
    Field { name, kind, label, hint }
}

const APPLICATION: &[Field] = &[
    field("application_url", Kind::Url, "setting-url", Some("setting-url-hint")),
    field("application_language", Kind::Language, "language", Some("setting-language-hint")),
    field("application_timezone", Kind::Zone, "time-zone", Some("setting-zone-hint")),
    field("application_date_format", Kind::DateFormat, "setting-date-format", Some("setting-date-hint")),
    field("application_time_format", Kind::TimeFormat, "setting-time-format", None),
    field("application_currency", Kind::Text, "setting-currency", None),
    field("password_reset", Kind::Switch, "setting-password-reset", None),
    field("notifications_enabled", Kind::Switch, "setting-notifications", None),
    field("backup_keep", Kind::Number, "setting-backups", Some("setting-backups-hint")),
    field("application_stylesheet", Kind::Lines, "setting-stylesheet", Some("setting-stylesheet-hint")),
];

const PROJECTS: &[Field] = &[
    field("default_color", Kind::Color, "setting-color", None),
    field("board_columns", Kind::Text, "setting-columns", Some("setting-columns-hint")),
    field("project_categories", Kind::Text, "setting-categories", Some("setting-categories-hint")),
    field("disable_private_project", Kind::Switch, "setting-no-private", None),
    field("subtask_restriction", Kind::Switch, "setting-one-subtask", None),
    field("subtask_time_tracking", Kind::Switch, "setting-timers", Some("setting-timers-hint")),
    field("cfd_include_closed_tasks", Kind::Switch, "setting-cfd", None),
];

const BOARDS: &[Field] = &[
    field("board_highlight_period", Kind::Number, "setting-highlight", Some("setting-highlight-hint")),
    field("board_private_refresh_interval", Kind::Number, "setting-refresh", Some("setting-refresh-hint")),
    field("board_public_refresh_interval", Kind::Number, "setting-public-refresh", Some("setting-seconds")),
];

const MAIL: &[Field] = &[
    field("mail_sender_address", Kind::Email, "setting-sender", None),
    field("mail_transport", Kind::Transport, "setting-transport", Some("setting-transport-hint")),
];

/// The fields of a page, by the end of its address.
pub(super) fn fields_of(page: &str) -> Option<&'static [Field]> {
    Some(match page {
        "application" => APPLICATION,
        "projects" => PROJECTS,
        "boards" => BOARDS,
        "mail" => MAIL,
        _ => return None,
    })
}

impl Field {
    /// Whether its box sends nothing when it is not ticked.
    pub(super) fn is_switch(&self) -> bool {
        matches!(self.kind, Kind::Switch)
    }

    /// The field with its value.
    pub(super) fn view(&self, page: &Page, value: &str) -> FieldView {
        FieldView {
            name: self.name,
            label: page.text(self.label),
            hint: self.hint.map(|key| page.text(key)),
            value: value.to_owned(),
            way: self.way(page, value),
        }
    }

    fn way(&self, page: &Page, value: &str) -> Way {
        let same = |texts: &[&str]| texts.iter().map(|text| Choice::new(*text, *text, value)).collect();
        let examples = |known: &[(&str, &str)]| {
            known.iter().map(|(format, example)| Choice::new(*format, *example, value)).collect()
        };
        match self.kind {
            Kind::Text => Way::Line("text"),
            Kind::Url => Way::Line("url"),
            Kind::Email => Way::Line("email"),
            Kind::Number => Way::Line("number"),
            Kind::Lines => Way::Lines,
            Kind::Switch => Way::Switch(value == "1"),
            Kind::Language => Way::Choice(choice::languages(None, value)),
            Kind::Zone => Way::Choice(choice::zones(None, value)),
            Kind::Color => {
                let named = |color: &color::Color| {
                    Choice::new(color.id, page.text(&format!("color-{}", color.id)), value)
                };
                Way::Choice(color::ALL.iter().map(named).collect())
            }
            Kind::DateFormat => Way::Choice(examples(&[
                ("m/d/Y", "12/31/2026"),
                ("d/m/Y", "31/12/2026"),
                ("Y/m/d", "2026/12/31"),
                ("d.m.Y", "31.12.2026"),
                ("Y-m-d", "2026-12-31"),
            ])),
            Kind::TimeFormat => Way::Choice(examples(&[("H:i", "15:30"), ("g:i a", "3:30 pm")])),
            Kind::Transport => Way::Choice(same(&["", "smtp", "sendmail"])),
        }
    }
}
