//! Who asks.

use kanso_domain::{ApplicationRole, UserId};

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

    /// The role in the application; the application itself has the highest.
    pub fn application_role(&self) -> ApplicationRole {
        match self {
            Self::Application => ApplicationRole::Admin,
            Self::User(user) => user.role,
        }
    }
}
