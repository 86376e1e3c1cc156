//! Who asks.

use jiff::tz::TimeZone;
use kanso_domain::{ApplicationRole, Limits, UserId};

/// Who asks for something to be done. Edges make one from credentials; use cases ask it what it may.
#[derive(Clone, Debug)]
pub enum Actor {
    /// A holder of the application's token, the command line, the task address: nobody in particular, who may
    /// do everything.
    Application,
    /// A person with an account.
    User(SignedIn),
}

/// A person whose credentials were good.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The account.
    pub id: UserId,
    /// Its user name.
    pub username: String,
    /// The name to show, if there is one.
    pub name: Option<String>,
    /// What it may do in the application.
    pub role: ApplicationRole,
    /// Where that ends, for who came with a token.
    pub limits: Limits,
    /// Where their days begin, if they chose that; over the API it is what the application's settings say, as in
    /// Kanboard.
    pub zone: Option<TimeZone>,
}

impl Actor {
    /// The account's id, 0 for the application.
    pub fn user_id(&self) -> UserId {
        match self {
            Self::Application => UserId::default(),
            Self::User(user) => user.id,
        }
    }

    /// The user name, which events carry.
    pub fn username(&self) -> Option<&str> {
        match self {
            Self::Application => None,
            Self::User(user) => Some(&user.username),
        }
    }

    /// Whether this actor counts as an administrator of the application.
    pub fn is_admin(&self) -> bool {
        self.application_role() == ApplicationRole::Admin
    }

    /// The role in the application; the application itself has the highest, and a limited token the lowest.
    pub fn application_role(&self) -> ApplicationRole {
        match self {
            Self::Application => ApplicationRole::Admin,
            Self::User(user) if user.limits.are_none() => user.role,
            Self::User(_) => ApplicationRole::User,
        }
    }

    /// Where the days of what they ask for begin, if they chose that.
    pub(crate) fn zone(&self) -> Option<TimeZone> {
        match self {
            Self::Application => None,
            Self::User(user) => user.zone.clone(),
        }
    }

    /// Where the rights end.
    pub fn limits(&self) -> Limits {
        match self {
            Self::Application => Limits::default(),
            Self::User(user) => user.limits,
        }
    }
}
