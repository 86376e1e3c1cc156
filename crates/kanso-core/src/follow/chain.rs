//! How chains of automatic actions end.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use kanso_domain::ActionId;

/// How many actions may follow from each other.
const DEEPEST: usize = 5;
/// How many may follow from one act of a person in all. A project has far fewer.
const MOST: usize = 100;

/// What automatic actions did in a change so far.
#[derive(Default)]
pub(crate) struct Chain {
    /// Those that led to what happens now, and whether each is bound to what somebody may do.
    under_way: Vec<(ActionId, bool)>,
    /// What was done: never twice for the same.
    done: HashSet<u64>,
    /// How many were done since the last act that none of them led to.
    length: usize,
}

impl Chain {
    /// Whether the action may be carried out for this name and what is known of the event; it is under way
    /// then, until [`Chain::end`].
    pub(super) fn begin(&mut self, action: ActionId, name: &str, data: &str) -> bool {
        self.enter(action, false, name, data)
    }

    /// The same for a rule that may do what its owner may.
    pub(super) fn begin_bound(&mut self, rule: ActionId, name: &str, data: &str) -> bool {
        self.enter(rule, true, name, data)
    }

    fn enter(&mut self, action: ActionId, is_bound: bool, name: &str, data: &str) -> bool {
        if self.under_way.is_empty() {
            self.length = 0;
        }
        // What an action led to does not set it off again.
        if self.under_way.iter().any(|(known, _)| *known == action) {
            return false;
        }
        if self.under_way.len() >= DEEPEST || self.length >= MOST {
            tracing::warn!(%action, "too many automatic actions follow from each other: this one is left out");
            return false;
        }
        let mut hasher = DefaultHasher::new();
        (action, name, data).hash(&mut hasher);
        if !self.done.insert(hasher.finish()) {
            return false;
        }
        self.length += 1;
        self.under_way.push((action, is_bound));
        true
    }

    /// Whether what happens now is the doing of an action that nobody's rights bind.
    pub(crate) fn is_unbound(&self) -> bool {
        self.under_way.last().is_some_and(|(_, is_bound)| !is_bound)
    }

    pub(super) fn end(&mut self) {
        self.under_way.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_does_not_follow_from_itself_nor_twice_from_the_same() {
        let mut chain = Chain::default();
        assert!(chain.begin(1.into(), "create", "a"));
        assert!(!chain.begin(1.into(), "update", "b"), "from itself");
        assert!(chain.is_unbound());
        assert!(chain.begin_bound(2.into(), "create", "a"));
        assert!(!chain.is_unbound(), "the rights of its owner count");
        chain.end();
        chain.end();
        assert!(!chain.begin(1.into(), "create", "a"), "the same again");
        assert!(chain.begin(1.into(), "createupdate", "a"));
    }

    #[test]
    fn chains_end() {
        let mut chain = Chain::default();
        let deep = (0..100).filter(|n: &i64| chain.begin((*n).into(), "create", "a")).count();
        assert_eq!(deep, DEEPEST);
        let mut chain = Chain::default();
        assert!(chain.begin(0.into(), "create", "a"));
        let wide = (1..1000).filter(|n: &i64| {
            let begun = chain.begin((*n).into(), "create", "a");
            if begun {
                chain.end();
            }
            begun
        });
        assert_eq!(wide.count(), MOST - 1);
    }
}
