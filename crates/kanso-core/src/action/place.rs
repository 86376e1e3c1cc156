//! Where a task has to be for an automatic action to be called for, read from the parameters once for many events.

use kanso_domain::Rule;

use super::{Facts, Params, Unmet};
use crate::Result;

/// No action is about more columns and swimlanes.
const MOST: usize = 2;

/// The part of an action's condition that is about columns and swimlanes: the task is in those that it is about, and
/// not yet in those where it would go.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place([Option<(Test, i64)>; MOST]);

/// What is compared with the id that a parameter names.
#[derive(Clone, Copy, Debug)]
enum Test {
    InColumn,
    NotInColumn,
    InSwimlane,
    NotInSwimlane,
}

impl Place {
    /// What the parameters say, up to the first that makes no sense, and what is wrong with that one.
    pub(crate) fn of(rule: Rule, params: &Params) -> (Self, Result<()>) {
        let mut place = Self::default();
        for ((name, test), free) in tests(rule).zip(&mut place.0) {
            match params.number(name) {
                Ok(id) => *free = Some((test, id)),
                Err(fault) => return (place, Err(fault)),
            }
        }
        (place, Ok(()))
    }

    /// What keeps the task from being there.
    pub(crate) fn unmet(&self, task: &Facts) -> Option<Unmet> {
        let (column, swimlane) = (task.column, task.swimlane.get());
        self.0.iter().flatten().find_map(|(test, id)| match test {
            Test::InColumn => (*id != column).then_some(Unmet::Column),
            Test::NotInColumn => (*id == column).then_some(Unmet::AlreadyThere),
            Test::InSwimlane => (*id != swimlane).then_some(Unmet::Swimlane),
            Test::NotInSwimlane => (*id == swimlane).then_some(Unmet::AlreadyThere),
        })
    }
}

/// The parameters that say where, and how.
fn tests(rule: Rule) -> impl Iterator<Item = (&'static str, Test)> {
    let is_about_leaving =
        matches!(rule, Rule::TaskAssignDueDateOnMoveColumn | Rule::TaskUpdateStartDateOnMoveColumn);
    rule.parameters().iter().filter_map(move |name| {
        let test = match *name {
            "column_id" if is_about_leaving => return None,
            "column_id" | "src_column_id" => Test::InColumn,
            "dest_column_id" => Test::NotInColumn,
            "swimlane_id" => Test::InSwimlane,
            "dest_swimlane_id" => Test::NotInSwimlane,
            _ => return None,
        };
        Some((*name, test))
    })
}

#[cfg(test)]
mod tests {
    use kanso_domain::Rule;

    #[test]
    fn no_action_is_about_more_places_than_are_kept() {
        let most = Rule::ALL.iter().map(|rule| super::tests(*rule).count()).max();
        assert_eq!(most, Some(super::MOST));
    }
}
