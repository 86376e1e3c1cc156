//! What is told besides tasks: the parts of a project and of the installation.

use serde::{Deserialize, Serialize};

/// A kind of thing, other than a task and its parts, whose changes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A project and its settings.
    Project,
    /// A column of a board.
    Column,
    /// A swimlane of a board.
    Swimlane,
    /// A category of a project.
    Category,
    /// A tag of a project, or of all.
    Tag,
    /// An account.
    User,
    /// A group of accounts.
    Group,
    /// The role of an account or a group in a project; the id is theirs.
    Permission,
    /// A place that webhooks are sent to.
    Endpoint,
}

/// What happened to a [`Subject`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It came to be.
    Create,
    /// It changed.
    Update,
    /// It was deleted.
    Remove,
    /// It was brought back. Only projects are.
    Restore,
}

impl Subject {
    /// All, in the order in which pages list them.
    pub const ALL: [Self; 9] = [
        Self::Project,
        Self::Column,
        Self::Swimlane,
        Self::Category,
        Self::Tag,
        Self::User,
        Self::Group,
        Self::Permission,
        Self::Endpoint,
    ];

    /// What can happen to it, in the order in which it can.
    pub const fn acts(self) -> &'static [Act] {
        match self {
            Self::Project => &Act::OF_PROJECT,
            Self::Column
            | Self::Swimlane
            | Self::Category
            | Self::Tag
            | Self::User
            | Self::Group
            | Self::Permission
            | Self::Endpoint => &Act::ALL,
        }
    }

    /// The key under which an event's data holds it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Column => "column",
            Self::Swimlane => "swimlane",
            Self::Category => "category",
            Self::Tag => "tag",
            Self::User => "user",
            Self::Group => "group",
            Self::Permission => "permission",
            Self::Endpoint => "endpoint",
        }
    }

    /// The name of the event that tells of the act.
    pub(super) const fn event_name(self, act: Act) -> &'static str {
        /// The names of a subject, by act.
        macro_rules! names {
            ($subject:literal) => {
                match act {
                    Act::Create => concat!($subject, ".create"),
                    Act::Update => concat!($subject, ".update"),
                    Act::Remove => concat!($subject, ".remove"),
                    Act::Restore => concat!($subject, ".restore"),
                }
            };
        }
        match self {
            Self::Project => names!("project"),
            Self::Column => names!("column"),
            Self::Swimlane => names!("swimlane"),
            Self::Category => names!("category"),
            Self::Tag => names!("tag"),
            Self::User => names!("user"),
            Self::Group => names!("group"),
            Self::Permission => names!("permission"),
            Self::Endpoint => names!("endpoint"),
        }
    }
}

impl Act {
    /// Those that can happen to each subject, in the order in which they can.
    pub const ALL: [Self; 3] = [Self::Create, Self::Update, Self::Remove];
    const OF_PROJECT: [Self; 4] = [Self::Create, Self::Update, Self::Remove, Self::Restore];
}
