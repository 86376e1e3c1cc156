//! Application settings, by Kanboard's names.

mod change;
mod check;
mod load;
mod words;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use kanso_domain::color;
use kanso_domain::date::{Clock as DayClock, DateInput, DateOrder};
use subtle::ConstantTimeEq;

pub use change::{reset_api_token, reset_webhook_token, set_setting, set_settings};

/// The settings in effect: what is stored, else the default.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    stored: BTreeMap<String, String>,
    revision: i64,
}

/// A setting that can be stored: its name and its default. Tokens have none: they are random.
const KNOWN: &[(&str, &str)] = &[
    ("api_token", ""),
    ("application_date_format", "m/d/Y"),
    ("application_currency", "USD"),
    ("application_language", "en_US"),
    ("application_stylesheet", ""),
    ("application_time_format", "H:i"),
    ("application_timezone", "UTC"),
    ("application_url", ""),
    ("backup_keep", "0"),
    ("board_columns", ""),
    ("board_highlight_period", "172800"),
    ("board_private_refresh_interval", "10"),
    ("board_public_refresh_interval", "60"),
    ("cfd_include_closed_tasks", "1"),
    ("default_color", color::DEFAULT),
    ("disable_private_project", "0"),
    ("mail_sender_address", ""),
    ("mail_transport", ""),
    ("notifications_enabled", "0"),
    ("password_reset", "1"),
    ("project_categories", ""),
    ("subtask_restriction", "0"),
    ("subtask_time_tracking", "1"),
    ("webhook_attempts_days", "30"),
    ("webhook_bodies_days", "7"),
    ("webhook_format", "kanboard-2016"),
    ("webhook_token", ""),
    ("webhook_url", ""),
];

impl Settings {
    /// The value of a setting; empty for a name that is none.
    pub fn get(&self, name: &str) -> &str {
        let default = || KNOWN.iter().find(|(known, _)| *known == name).map_or("", |(_, default)| default);
        self.stored.get(name).map_or_else(default, String::as_str)
    }

    /// Whether there is a setting of this name.
    pub fn is_known(name: &str) -> bool {
        KNOWN.iter().any(|(known, _)| *known == name)
    }

    /// All settings with their values, by name.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        KNOWN.iter().map(|(name, _)| (*name, self.get(name)))
    }

    /// Whether there is a setting of this name, and this is a value that makes sense for it.
    pub fn accepts(name: &str, value: &str) -> bool {
        check::check(name, value).is_ok()
    }

    /// Whether a value is a secret, which pages and logs must not show without being asked.
    pub fn is_secret(name: &str) -> bool {
        matches!(name, "api_token" | "webhook_token")
    }

    /// Whether `token` is the webhook token. It takes as long whether it is nearly right or not at all.
    pub fn is_webhook_token(&self, token: &str) -> bool {
        let known = self.get("webhook_token");
        !known.is_empty() && bool::from(known.as_bytes().ct_eq(token.as_bytes()))
    }

    /// The colour of new tasks.
    pub fn default_color(&self) -> &str {
        let color = self.get("default_color");
        if color.is_empty() { color::DEFAULT } else { color }
    }

    /// The time zone of dates without one; UTC when the setting names none.
    pub fn timezone(&self) -> TimeZone {
        TimeZone::get(self.get("application_timezone")).unwrap_or(TimeZone::UTC)
    }

    /// How dates are read and shown.
    pub fn date_input(&self) -> DateInput {
        DateInput {
            order: DateOrder::from_setting(self.get("application_date_format")),
            clock: DayClock::from_setting(self.get("application_time_format")),
            zone: self.timezone(),
        }
    }

    /// How many backups of nights are kept; 0 for none at all.
    pub fn nightly_backups(&self) -> usize {
        self.get("backup_keep").parse().unwrap_or_default()
    }

    /// Where this application is reached, with a slash at the end.
    pub fn application_url(&self) -> String {
        let url = self.get("application_url");
        match url {
            "" => "http://localhost/".to_owned(),
            _ if url.ends_with('/') => url.to_owned(),
            _ => format!("{url}/"),
        }
    }

    /// The titles of the columns of a new project: the setting's list, trimmed and without repetitions, else
    /// Kanboard's four in the language of the application.
    pub fn board_columns(&self) -> Vec<String> {
        let mut titles = self.list("board_columns", |known, title| known == title);
        if titles.is_empty() {
            titles = words::columns(self.get("application_language")).map(str::to_owned).to_vec();
        }
        titles
    }

    /// What the swimlane of a new project is called.
    pub fn default_swimlane(&self) -> &'static str {
        words::swimlane(self.get("application_language"))
    }

    /// The names of the categories of a new project: the setting's list, trimmed and without repetitions.
    pub fn project_categories(&self) -> Vec<String> {
        self.list("project_categories", str::eq_ignore_ascii_case)
    }

    /// The texts between the commas of a setting, each once.
    fn list(&self, name: &str, is_same: fn(&str, &str) -> bool) -> Vec<String> {
        let mut list = Vec::<String>::new();
        for text in self.get(name).split(',').map(str::trim).filter(|text| !text.is_empty()) {
            if !list.iter().any(|known| is_same(known, text)) {
                list.push(text.to_owned());
            }
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, value: &str) -> Settings {
        Settings { stored: [(name.to_owned(), value.to_owned())].into(), revision: 0 }
    }

    #[test]
    fn columns_of_new_projects_are_trimmed_and_unique() {
        assert_eq!(Settings::default().board_columns().len(), 4);
        assert_eq!(
            with("board_columns", " To do ,Doing,, To do,Done").board_columns(),
            ["To do", "Doing", "Done"]
        );
    }

    #[test]
    fn a_new_board_is_named_in_the_language_of_the_application() {
        let french = with("application_language", "fr_FR");
        assert_eq!(french.board_columns().last().map(String::as_str), Some("Terminé"));
        assert_eq!(french.default_swimlane(), "Couloir par défaut");
        assert_eq!(with("application_language", "xx").default_swimlane(), "Default swimlane");
    }

    #[test]
    fn categories_of_new_projects_are_unique_whatever_their_capitals() {
        assert!(Settings::default().project_categories().is_empty());
        assert_eq!(with("project_categories", "Bug, bug ,,Idea").project_categories(), ["Bug", "Idea"]);
    }

    #[test]
    fn the_address_ends_with_a_slash() {
        assert_eq!(Settings::default().application_url(), "http://localhost/");
        assert_eq!(with("application_url", "https://a.example/k").application_url(), "https://a.example/k/");
    }
}
