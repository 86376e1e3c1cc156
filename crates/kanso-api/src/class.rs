//! Who may call a procedure, and what it answers about what is not there.

use kanso_core::{Actor, Kind};
use kanso_domain::Permission;

/// Who may call a procedure. For those of a project the use case asks for the role; the kind is what the
/// parameters name, which somebody without a role must not learn to be there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Class {
    /// Whoever has credentials.
    Any,
    /// People, not the application.
    UserOnly,
    /// Administrators of the application.
    AppAdmin,
    /// Managers and administrators of the application.
    AppManager,
    /// Whoever sees the project.
    Viewer(Kind),
    /// Whoever works in the project.
    Member(Kind),
    /// Whoever manages the project.
    Manager(Kind),
}

impl Class {
    /// Whether the role in the application allows the call; asked before the parameters are looked at.
    pub(crate) fn admits(self, actor: &Actor) -> bool {
        let has = |permission: Permission| permission.is_given_to(actor.application_role(), None);
        match self {
            // What is asked here reaches over all projects of the person.
            Self::UserOnly => matches!(actor, Actor::User(_)) && actor.limits().project.is_none(),
            Self::AppAdmin => has(Permission::Administrate),
            Self::AppManager => has(Permission::CreateTeamProject),
            Self::Any | Self::Viewer(_) | Self::Member(_) | Self::Manager(_) => true,
        }
    }

    /// The permission in the project that the call needs, and what kind of thing its parameters name.
    pub(crate) fn needs(self) -> Option<(Permission, Kind)> {
        match self {
            Self::Viewer(named) => Some((Permission::ViewProject, named)),
            Self::Member(named) => Some((Permission::WorkInProject, named)),
            Self::Manager(named) => Some((Permission::ManageProject, named)),
            Self::Any | Self::UserOnly | Self::AppAdmin | Self::AppManager => None,
        }
    }

    /// Whether a person is refused, not told, that something of this kind is not there.
    pub(crate) fn hides(self, kind: Kind) -> bool {
        match self {
            Self::Viewer(named) | Self::Member(named) | Self::Manager(named) => {
                kind == named || kind == Kind::Project
            }
            Self::Any | Self::UserOnly | Self::AppAdmin | Self::AppManager => false,
        }
    }
}

/// What a procedure answers when what it is about is not there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Missing {
    Null,
    False,
    /// As if it had been done.
    True,
    Zero,
    EmptyText,
    EmptyList,
    EmptyObject,
}

impl Missing {
    pub(crate) const fn as_json(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::False => "false",
            Self::True => "true",
            Self::Zero => "0",
            Self::EmptyText => "\"\"",
            Self::EmptyList => "[]",
            Self::EmptyObject => "{}",
        }
    }
}
