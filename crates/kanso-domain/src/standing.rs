//! What somebody is here by the groups that another place says they are in.

use crate::ApplicationRole;

/// The groups of another place that mean something here. Their names are compared without regard to case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupRules {
    /// Who is in one of these is an administrator.
    pub administrators: Vec<String>,
    /// Who is in one of these is a manager.
    pub managers: Vec<String>,
    /// Who is in none of these and none of the others stays out; without any, nobody does.
    pub users: Vec<String>,
}

/// What groups make of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They stay out.
    Outside,
    /// They come in with this role; with the one they have when the groups say nothing of roles.
    Inside(Option<ApplicationRole>),
}

impl GroupRules {
    /// What somebody in these groups is.
    pub fn judge(&self, groups: &[String]) -> Standing {
        let is_in =
            |named: &[String]| named.iter().any(|name| groups.iter().any(|group| is_same(name, group)));
        if is_in(&self.administrators) {
            return Standing::Inside(Some(ApplicationRole::Admin));
        }
        if is_in(&self.managers) {
            return Standing::Inside(Some(ApplicationRole::Manager));
        }
        if !self.users.is_empty() && !is_in(&self.users) {
            return Standing::Outside;
        }
        let says_roles = !self.administrators.is_empty() || !self.managers.is_empty();
        Standing::Inside(says_roles.then_some(ApplicationRole::User))
    }

    /// Whether any group means something.
    pub fn are_any(&self) -> bool {
        *self != Self::default()
    }
}

/// Whether two names are those of one group. Blanks after the commas of a distinguished name say nothing.
pub fn is_same(one: &str, other: &str) -> bool {
    let parts =
        |name: &str| -> Vec<String> { name.split(',').map(|part| part.trim().to_lowercase()).collect() };
    parts(one) == parts(other)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn rules() -> GroupRules {
        GroupRules {
            administrators: names(&["cn=chiefs,ou=groups"]),
            managers: names(&["leads"]),
            users: names(&["staff"]),
        }
    }

    #[test]
    fn the_highest_group_counts_and_who_is_in_none_stays_out() {
        let judged = |groups: &[&str]| rules().judge(&names(groups));
        assert_eq!(
            judged(&["staff", "CN=Chiefs, OU=groups"]),
            Standing::Inside(Some(ApplicationRole::Admin))
        );
        assert_eq!(judged(&["leads"]), Standing::Inside(Some(ApplicationRole::Manager)));
        assert_eq!(judged(&["staff"]), Standing::Inside(Some(ApplicationRole::User)));
        assert_eq!(judged(&["cn=chiefs"]), Standing::Outside);
        assert_eq!(judged(&[]), Standing::Outside);
    }

    #[test]
    fn without_groups_that_say_roles_the_role_stays() {
        let open = GroupRules { users: names(&["staff"]), ..GroupRules::default() };
        assert_eq!(open.judge(&names(&["staff"])), Standing::Inside(None));
        assert_eq!(GroupRules::default().judge(&[]), Standing::Inside(None));
    }

    proptest! {
        #[test]
        fn another_group_never_takes_a_role_away(groups in prop::collection::vec("staff|leads|cn=chiefs,ou=groups|x", 0..4), more in "[a-z]{1,6}|staff|leads") {
            let before = rules().judge(&groups);
            let after = rules().judge(&[groups, vec![more]].concat());
            let rank = |standing| match standing {
                Standing::Outside => None,
                Standing::Inside(role) => Some(role),
            };
            prop_assert!(rank(after) >= rank(before));
        }
    }
}
