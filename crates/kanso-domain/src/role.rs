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

/// A role in a project as it was given to somebody: to themselves, or to a group they are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenRole {
    /// One of Kanboard's, or one that the project made up.
    pub name: String,
    /// Whether it was given to themselves.
    pub is_direct: bool,
}

/// The role that counts among those somebody was given in one project: their own, whatever it is, else the highest
/// of their groups'. A role that the project made up ranks below Kanboard's; an empty name is no role.
pub fn effective_role(given: impl IntoIterator<Item = GivenRole>) -> Option<String> {
    let roles = given.into_iter().filter(|role| !role.name.is_empty());
    roles.max_by(|one, other| one.rank().cmp(&other.rank())).map(|role| role.name)
}

impl GivenRole {
    /// By name at last, so that the order in which they come does not matter.
    fn rank(&self) -> (bool, Option<ProjectRole>, &str) {
        (self.is_direct, self.name.parse().ok(), &self.name)
    }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn role(name: &str, is_direct: bool) -> GivenRole {
        GivenRole { name: name.to_owned(), is_direct }
    }

    fn effective(given: &[GivenRole]) -> Option<String> {
        effective_role(given.iter().cloned())
    }

    #[test]
    fn the_own_role_counts_else_the_highest_of_the_groups() {
        let viewer = Some("project-viewer".to_owned());
        assert_eq!(effective(&[]), None);
        assert_eq!(effective(&[role("project-manager", false), role("project-viewer", true)]), viewer);
        assert_eq!(effective(&[role("tester", false), role("project-viewer", false)]), viewer);
        assert_eq!(effective(&[role("", true), role("project-viewer", false)]), viewer);
        assert_eq!(
            effective(&[role("project-manager", false), role("tester", true)]).as_deref(),
            Some("tester")
        );
    }

    fn any_role() -> impl Strategy<Value = GivenRole> {
        let name =
            prop::sample::select(vec!["project-manager", "project-member", "project-viewer", "a", "b", ""]);
        (name, any::<bool>()).prop_map(|(name, is_direct)| role(name, is_direct))
    }

    proptest! {
        #[test]
        fn the_order_does_not_matter(given in prop::collection::vec(any_role(), 0..5)) {
            let backwards: Vec<_> = given.iter().rev().cloned().collect();
            prop_assert_eq!(effective(&given), effective(&backwards));
        }

        #[test]
        fn another_group_never_takes_anything_away(given in prop::collection::vec(any_role(), 0..5), group in any_role()) {
            let known = |given: &[GivenRole]| effective(given).and_then(|name| name.parse::<ProjectRole>().ok());
            let mut more = given.clone();
            more.push(GivenRole { is_direct: false, ..group });
            prop_assert!(known(&more) >= known(&given));
        }
    }
}
