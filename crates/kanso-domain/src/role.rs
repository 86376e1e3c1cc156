//! Roles in the application and in a project.

use std::str::FromStr;

/// A role in the whole application. Each includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ApplicationRole {
    /// `app-user`
    User,
    /// `app-manager`
    Manager,
    /// `app-admin`
    Admin,
}

/// A role in one project. Each includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProjectRole {
    /// `project-viewer`
    Viewer,
    /// `project-member`
    Member,
    /// `project-manager`
    Manager,
}

/// The text names no role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such role")]
pub struct UnknownRole;

impl ApplicationRole {
    /// All, as Kanboard lists them.
    pub const ALL: [Self; 3] = [Self::Admin, Self::Manager, Self::User];

    /// The name that is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "app-user",
            Self::Manager => "app-manager",
            Self::Admin => "app-admin",
        }
    }
}

impl ProjectRole {
    /// All, as Kanboard lists them.
    pub const ALL: [Self; 3] = [Self::Manager, Self::Member, Self::Viewer];

    /// The name that is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "project-viewer",
            Self::Member => "project-member",
            Self::Manager => "project-manager",
        }
    }
}

impl FromStr for ApplicationRole {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(UnknownRole)
    }
}

impl FromStr for ProjectRole {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(UnknownRole)
    }
}
