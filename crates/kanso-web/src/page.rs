//! What every page needs to know: the reader, their language and theme, and the names of the assets.

use std::borrow::Borrow;
use std::fmt::Display;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kanso_core::user::Profile;
use serde_json::{Map, Value, json};

use crate::locale::Locale;
use crate::{assets, person};

/// The frame of a page.
pub(crate) struct Page {
    pub(crate) locale: &'static Locale,
    pub(crate) theme: Theme,
    /// The session's token against forged forms.
    pub(crate) csrf: String,
    /// Who is signed in.
    pub(crate) viewer: Option<Viewer>,
    pub(crate) zone: TimeZone,
    /// How many notices about webhooks the reader has not read yet.
    pub(crate) unread: i64,
    /// How much they were told of what others did and have not read.
    pub(crate) told: i64,
    /// Now, in Unix seconds.
    pub(crate) now: i64,
    /// Where this application is reached, with a slash at the end.
    pub(crate) root: String,
    /// Whether a setting says so; else it is where the server listens.
    pub(crate) has_address: bool,
    /// Whether the installation has a style sheet of its own.
    pub(crate) has_stylesheet: bool,
    /// Whether what is sealed in the database cannot be read.
    pub(crate) has_lost_secrets: bool,
}

/// Who reads the page.
#[derive(Clone)]
pub(crate) struct Viewer {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) username: String,
    pub(crate) initials: String,
    pub(crate) is_admin: bool,
    /// Where their picture is, if they have one.
    pub(crate) picture: Option<String>,
    /// Whether keys of a single letter do something.
    pub(crate) has_shortcuts: bool,
    /// Whether pages follow what others do.
    pub(crate) is_live: bool,
}

/// Light, dark, or what the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

/// The texts that scripts use as they are.
pub(crate) const SCRIPT_TEXTS: [&str; 19] = [
    "offline",
    "signed-out",
    "refused",
    "close",
    "copied",
    "saved",
    "live-on",
    "live-lost",
    "draft-restored",
    "draft-discard",
    "leave-unsaved",
    "undo",
    "undone",
    "live-paused",
    "keys",
    "palette",
    "palette-hint",
    "fault-role-move",
    "fault-role-update",
];
/// The texts in which scripts replace values, with their names.
pub(crate) const SCRIPT_PATTERNS: [(&str, &[&str]); 12] = [
    ("picked-up", &["task"]),
    ("carried", &["column", "position", "total"]),
    ("moved", &["task", "column", "position", "total"]),
    ("put-back", &["task", "column", "position", "total"]),
    ("added", &["task", "column", "position", "total"]),
    ("move-refused", &["task", "reason"]),
    ("removed", &["task"]),
    ("live-polling", &["seconds"]),
    ("tasks-filtered", &["shown", "open"]),
    ("limit-within", &["limit"]),
    ("limit-full", &["limit"]),
    ("limit-over", &["limit", "over"]),
];

impl Viewer {
    pub(crate) fn new(profile: &Profile, is_admin: bool) -> Self {
        let name = profile.name.as_deref().filter(|name| !name.is_empty());
        let name = name.unwrap_or(&profile.username).to_owned();
        Self {
            id: profile.id.get(),
            initials: person::initials(&name),
            username: profile.username.clone(),
            name,
            is_admin,
            picture: person::picture(profile.id, profile.avatar_path.as_deref()),
            has_shortcuts: profile.shortcuts == 1,
            is_live: profile.live_updates == 1,
        }
    }
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The name in the cookie and in forms.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a cookie's or form's text; anything else leaves it to the system.
    pub(crate) fn parse(text: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.as_str() == text).unwrap_or_default()
    }

    /// What the page must say, when the system shall not decide.
    pub(crate) fn forced(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light | Self::Dark => Some(self.as_str()),
        }
    }
}

impl Page {
    pub(crate) fn lang(&self) -> &'static str {
        self.locale.tag
    }

    pub(crate) fn dir(&self) -> &'static str {
        if self.locale.is_right_to_left() { "rtl" } else { "ltr" }
    }

    pub(crate) fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    pub(crate) fn say(&self, key: &str, name: &'static str, value: impl Display) -> String {
        self.locale.say(key, name, value)
    }

    pub(crate) fn count(&self, key: &str, n: impl Borrow<i64>) -> String {
        self.locale.count(key, n)
    }

    pub(crate) fn style(&self) -> String {
        assets::address("src/style/main.css")
    }

    pub(crate) fn script(&self) -> String {
        assets::address("src/main.ts")
    }

    /// The choices of theme with their labels.
    pub(crate) fn themes(&self) -> [(&'static str, String); 3] {
        let keys = [self.text("theme-auto"), self.text("theme-light"), self.text("theme-dark")];
        let mut names = keys.into_iter();
        Theme::ALL.map(|theme| (theme.as_str(), names.next().unwrap_or_default()))
    }

    /// The texts that scripts need, as JSON.
    pub(crate) fn words(&self) -> String {
        let mut words = Map::new();
        for key in SCRIPT_TEXTS {
            words.insert(key.to_owned(), Value::String(self.text(key)));
        }
        for (key, names) in SCRIPT_PATTERNS {
            let marks: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
            let values: Vec<(&'static str, &dyn Display)> =
                names.iter().zip(&marks).map(|(name, mark)| (*name, mark as &dyn Display)).collect();
            words.insert(key.to_owned(), Value::String(self.locale.with(key, &values)));
        }
        for key in ["tasks", "selected"] {
            words.insert(key.to_owned(), json!(self.locale.plurals(key)));
        }
        Value::Object(words).to_string()
    }

    /// A day, with its year unless that is this year.
    pub(crate) fn date(&self, at: i64) -> String {
        self.day(self.civil(at).date())
    }

    /// The same for a day of the calendar.
    pub(crate) fn day(&self, day: jiff::civil::Date) -> String {
        let today = self.civil(self.now).date();
        let month = self.text(&format!("month-{}", day.month()));
        if day.year() == today.year() {
            self.locale.with("date-day", &[("day", &day.day()), ("month", &month)])
        } else {
            self.locale.with("date-year", &[("day", &day.day()), ("month", &month), ("year", &day.year())])
        }
    }

    /// A day and its time.
    pub(crate) fn moment(&self, at: i64) -> String {
        let time = self.civil(at).strftime("%H:%M").to_string();
        self.locale.with("date-moment", &[("date", &self.date(at)), ("time", &time)])
    }

    /// The time for `<time datetime>`.
    pub(crate) fn iso(&self, at: i64) -> String {
        self.civil(at).strftime("%Y-%m-%dT%H:%M").to_string()
    }

    /// The wall clock at a time, in the reader's zone.
    pub(crate) fn civil(&self, at: i64) -> jiff::civil::DateTime {
        Timestamp::from_second(at).unwrap_or_default().to_zoned(self.zone.clone()).datetime()
    }
}
