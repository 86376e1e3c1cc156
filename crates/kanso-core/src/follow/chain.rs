//! How chains of automatic actions end.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use kanso_domain::{ActionId, ProjectId, Trigger};

use crate::action::Action;

/// How many actions may follow from each other.
const DEEPEST: usize = 5;
/// How many may follow from one act of a person in all. A project has far fewer.
const MOST: usize = 100;

/// What automatic actions did in a change so far.
#[derive(Default)]
pub(crate) struct Chain {
    /// The actions of the projects that were asked for.
    pub(super) known: Vec<(ProjectId, Arc<[Action]>)>,
    /// Those that led to what happens now.
    under_way: Vec<ActionId>,
    /// What was done: never twice for the same.
    done: HashSet<u64>,
    /// How many were done since the last act that none of them led to.
    length: usize,
}

impl Chain {
    /// Whether the action may be carried out for this trigger and what is known of the event; it is under way
    /// then, until [`Chain::end`].
    pub(super) fn begin(&mut self, action: ActionId, trigger: Trigger, data: &str) -> bool {
        if self.under_way.is_empty() {
            self.length = 0;
        }
        // What an action led to does not set it off again.
        if self.under_way.contains(&action) {
            return false;
        }
        if self.under_way.len() >= DEEPEST || self.length >= MOST {
            tracing::warn!(%action, "too many automatic actions follow from each other: this one is left out");
            return false;
        }
        let mut hasher = DefaultHasher::new();
        (action, trigger, data).hash(&mut hasher);
        if !self.done.insert(hasher.finish()) {
            return false;
        }
        self.length += 1;
        self.under_way.push(action);
        true
    }

    /// Whether what happens now is an automatic action's doing.
    pub(crate) fn is_under_way(&self) -> bool {
        !self.under_way.is_empty()
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
        assert!(chain.begin(1.into(), Trigger::Create, "a"));
        assert!(!chain.begin(1.into(), Trigger::Update, "b"), "from itself");
        assert!(chain.begin(2.into(), Trigger::Create, "a"));
        chain.end();
        chain.end();
        assert!(!chain.begin(1.into(), Trigger::Create, "a"), "the same again");
        assert!(chain.begin(1.into(), Trigger::CreateUpdate, "a"));
    }

    #[test]
    fn chains_end() {
        let mut chain = Chain::default();
        let deep = (0..100).filter(|n: &i64| chain.begin((*n).into(), Trigger::Create, "a")).count();
        assert_eq!(deep, DEEPEST);
        let mut chain = Chain::default();
        assert!(chain.begin(0.into(), Trigger::Create, "a"));
        let wide = (1..1000).filter(|n: &i64| {
            let begun = chain.begin((*n).into(), Trigger::Create, "a");
            if begun {
                chain.end();
            }
            begun
        });
        assert_eq!(wide.count(), MOST - 1);
    }
}
