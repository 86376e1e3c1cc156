//! How the body of a webhook is made.

use std::fmt;
use std::str::FromStr;

use crate::{Error, Result};

/// How the body of a webhook is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// With a nested task; values of rows are strings.
    Kanboard2016,
    /// Flat, as Kanboard sent before 2016.
    Kanboard2015,
    /// As Kanboard 1.2 sends: numbers, more keys, the author.
    Kanboard12,
    /// Kanso's own: type, timestamp and data, both ends of each change.
    Standard,
    /// The same in the envelope of CloudEvents 1.0.
    CloudEvents,
    /// A message in a Slack channel.
    Slack,
    /// A message in a Discord channel.
    Discord,
    /// A message in a Mattermost or Rocket.Chat channel.
    Mattermost,
    /// An adaptive card in a Teams channel.
    Teams,
    /// A notification by ntfy.
    Ntfy,
    /// What the endpoint's own template makes of the standard body.
    Template,
}

impl Format {
    /// All, in the order in which people choose from them.
    pub const ALL: [Self; 11] = [
        Self::Standard,
        Self::CloudEvents,
        Self::Slack,
        Self::Discord,
        Self::Mattermost,
        Self::Teams,
        Self::Ntfy,
        Self::Template,
        Self::Kanboard2016,
        Self::Kanboard2015,
        Self::Kanboard12,
    ];

    /// The name that is stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kanboard2015 => "kanboard-2015",
            Self::Kanboard2016 => "kanboard-2016",
            Self::Kanboard12 => "kanboard-1.2",
            Self::Standard => "standard",
            Self::CloudEvents => "cloudevents",
            Self::Slack => "slack",
            Self::Discord => "discord",
            Self::Mattermost => "mattermost",
            Self::Teams => "teams",
            Self::Ntfy => "ntfy",
            Self::Template => "template",
        }
    }

    /// Whether it is one of Kanboard's: the token goes into the query, and the connection is closed.
    pub const fn is_kanboards(self) -> bool {
        matches!(self, Self::Kanboard2015 | Self::Kanboard2016 | Self::Kanboard12)
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let format = Self::ALL.into_iter().find(|format| format.as_str() == text);
        format.ok_or_else(|| Error::Stored(format!("no webhook format {text:?}")))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
