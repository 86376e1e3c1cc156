//! The smaller choices of an endpoint.

use std::fmt;
use std::str::FromStr;

use kanso_domain::schedule::{self, Schedule};
use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// Which deliveries of an endpoint wait for each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ordering {
    /// Those of one task; other tasks go on.
    #[default]
    Task,
    /// All: one at a time.
    Endpoint,
    /// None.
    None,
}

/// For how long a delivery is tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Retries {
    /// 11 attempts in a little more than three days.
    #[default]
    Standard,
    /// Four more, a day apart: about a week.
    Long,
}

impl Retries {
    /// When its attempts are made.
    pub const fn schedule(self) -> Schedule {
        match self {
            Self::Standard => schedule::STANDARD,
            Self::Long => schedule::LONG,
        }
    }
}

/// A header that goes with every delivery.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether the value is never shown.
    #[serde(default)]
    pub secret: bool,
}

/// What stands in place of a secret value. Sent back, it leaves the value as it is.
pub const MASK: &str = "••••••";

impl Header {
    /// The header as people may see it.
    pub fn masked(&self) -> Self {
        let value = if self.secret { MASK.to_owned() } else { self.value.clone() };
        Self { value, ..self.clone() }
    }
}

/// Shows no secret value.
impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, value, secret } = self.masked();
        f.debug_struct("Header").field("name", &name).field("value", &value).field("secret", &secret).finish()
    }
}

macro_rules! named {
    ($type:ident, $what:literal, $($variant:ident = $name:literal),*) => {
        impl $type {
            /// All there are.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name that is stored and sent.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }

        impl FromStr for $type {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self> {
                let found = Self::ALL.iter().copied().find(|choice| choice.as_str() == text);
                found.ok_or_else(|| Error::Stored(format!(concat!("no ", $what, " {:?}"), text)))
            }
        }
    };
}

named!(Ordering, "ordering", Task = "task", Endpoint = "endpoint", None = "none");
named!(Retries, "retries", Standard = "standard", Long = "long");
