//! What a token of the API may be used for.

use std::str::FromStr;

use crate::{Permission, ProjectId};

/// How much a token lets a program do. Each includes those before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenScope {
    /// See what its owner sees.
    Read,
    /// Work in projects as well: tasks, comments and what belongs to them.
    Write,
    /// All that its owner may.
    #[default]
    All,
}

/// Where somebody's rights end because they came with a token. Without one they end nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// What the token is for.
    pub scope: TokenScope,
    /// The only project it reaches.
    pub project: Option<ProjectId>,
}

/// The text names no scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such scope")]
pub struct UnknownScope;

impl TokenScope {
    /// All, the smallest first.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::All];

    /// The name that is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::All => "all",
        }
    }

    /// Whether a permission may be used at all.
    pub fn allows(self, needs: Permission) -> bool {
        match needs {
            Permission::ViewProject => true,
            Permission::WorkInProject
            | Permission::CreateTask
            | Permission::RemoveTask
            | Permission::OpenOrCloseTask
            | Permission::MoveTask
            | Permission::AssignTask
            | Permission::UpdateTask => self >= Self::Write,
            Permission::ManageProject | Permission::CreateTeamProject | Permission::Administrate => {
                self >= Self::All
            }
        }
    }
}

impl Limits {
    /// Whether nothing is taken away.
    pub fn are_none(self) -> bool {
        self == Self::default()
    }

    /// Whether the project can be reached.
    pub fn reach(self, project: ProjectId) -> bool {
        self.project.is_none_or(|only| only == project)
    }
}

impl FromStr for TokenScope {
    type Err = UnknownScope;

    fn from_str(text: &str) -> Result<Self, UnknownScope> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == text).ok_or(UnknownScope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wider_scope_loses_nothing() {
        let permissions = [
            Permission::ViewProject,
            Permission::WorkInProject,
            Permission::ManageProject,
            Permission::CreateTeamProject,
            Permission::Administrate,
        ];
        for needs in permissions {
            assert!(TokenScope::All.allows(needs));
            assert!(TokenScope::Write.allows(needs) >= TokenScope::Read.allows(needs));
        }
        assert!(!TokenScope::Read.allows(Permission::WorkInProject));
        assert!(!TokenScope::Write.allows(Permission::ManageProject));
    }

    #[test]
    fn a_token_of_one_project_reaches_no_other() {
        let limits = Limits { project: Some(2.into()), ..Limits::default() };
        assert!(limits.reach(2.into()) && !limits.reach(3.into()) && !limits.are_none());
        assert!(Limits::default().reach(3.into()) && Limits::default().are_none());
    }
}
