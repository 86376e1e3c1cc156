//! The actions that wait for an event, ready to be asked one after the other.

use std::borrow::Cow;

use kanso_domain::{ActionId, Trigger};

use super::known::Known;
use crate::action::Place;
use crate::search::Glance;

/// The actions that wait for the same.
pub(super) struct Group<'a> {
    /// What they wait for, as the log has it.
    pub(super) name: &'static str,
    /// Kanboard's trigger; none for a name that composed rules wait for.
    pub(super) trigger: Option<Trigger>,
    /// Oldest first.
    pub(super) waiting: Cow<'a, [Waiting]>,
}

/// One of them, with the part of its condition that most tasks do not meet. Most are not called for, and are left
/// without a look at anything else of them.
#[derive(Clone, Copy)]
pub(super) struct Waiting {
    /// Among all actions of the project.
    pub(super) place: usize,
    pub(super) id: ActionId,
    pub(super) first: First,
}

/// What is asked first.
#[derive(Clone, Copy)]
pub(super) enum First {
    /// Of one of Kanboard's.
    Place(Place),
    /// Of a composed rule.
    Glance(Glance),
}

impl Waiting {
    pub(super) fn of(place: usize, known: &Known) -> Self {
        let first = match (known.query(), known.rule) {
            (Some(query), _) => First::Glance(Glance::of(query)),
            (None, Some(rule)) => First::Place(Place::of(rule, &known.action.params).0),
            (None, None) => First::Place(Place::default()),
        };
        Self { place, id: known.action.id, first }
    }
}
