//! Which composed rules do not find the task of an event, asked for all of them at once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use kanso_domain::UserId;
use kanso_domain::search::{self, Query};

use super::known::{Actions, Known};
use super::waiting::{First, Group};
use crate::Result;
use crate::change::Change;
use crate::search::{Glance, Reader, Sight, all_met};
use crate::task::TaskDetails;

/// So many filters are asked in one statement.
const TOGETHER: usize = 50;
/// So few are asked each in its turn, since what the first of them does may change the rest.
const FEW: usize = 3;

/// The rules whose filter does not find the task, as long as it is as it is now, one answer for each that waits. Most
/// are told from the task, its tags and its comments, at a glance or asked in full; of the others those that ask the
/// same as the same person are asked once. One of which that is not said may yet not find it.
pub(super) async fn unfound(
    change: &Change<'_>,
    task: &TaskDetails,
    actions: &Actions,
    groups: &[Group<'_>],
) -> Result<Vec<bool>> {
    let waiting = || groups.iter().flat_map(|group| group.waiting.iter());
    let glances = waiting().enumerate().filter_map(|(place, waiting)| match &waiting.first {
        First::Glance(glance) => Some((place, waiting, glance)),
        First::Place(_) => None,
    });
    let mut sight = Sight::of(task);
    let (mut unfound, mut open) = (vec![false; waiting().count()], Vec::new());
    for (place, waiting, glance) in glances {
        match unfound.get_mut(place) {
            Some(unfound) if sight.lacks(glance) => *unfound = true,
            _ => open.push(Open { place, glance, known: actions.known(waiting) }),
        }
    }
    if open.len() > FEW {
        sight.look(change.conn(), open.iter().map(|rule| rule.glance)).await?;
        sift(&mut open, &mut unfound, |rule| sight.lacks(rule.glance));
    }
    sift(&mut open, &mut unfound, |rule| rule.query().is_some_and(|query| sight.rules_out(query)));
    if open.len() > FEW {
        ask(change, task, &open, &mut unfound).await?;
    }
    Ok(unfound)
}

/// A composed rule of which it is not known whether it finds the task.
struct Open<'a> {
    /// Among those that wait.
    place: usize,
    glance: &'a Glance,
    known: Option<&'a Known>,
}

impl Open<'_> {
    fn query(&self) -> Option<&Query> {
        self.known.and_then(Known::query)
    }
}

/// Takes out those that do not find it, and says so.
fn sift(open: &mut Vec<Open<'_>>, unfound: &mut [bool], is_out: impl Fn(&Open<'_>) -> bool) {
    open.retain(|rule| {
        let is_out = is_out(rule);
        if let Some(unfound) = unfound.get_mut(rule.place) {
            *unfound = is_out;
        }
        !is_out
    });
}

/// What one person asks, and the places of the rules that ask it.
type Asked<'a> = HashMap<(&'a str, UserId), Vec<usize>>;

async fn ask(change: &Change<'_>, task: &TaskDetails, open: &[Open<'_>], unfound: &mut [bool]) -> Result<()> {
    let mut asked = Asked::new();
    let mut owners: HashMap<UserId, Option<Reader>> = HashMap::new();
    for Open { place, known, .. } in open {
        let Some(rule) = known.map(|known| &known.action) else { continue };
        let Some(composed) = &rule.composed.0 else { continue };
        if composed.filter.is_empty() {
            continue;
        }
        if let Entry::Vacant(owner) = owners.entry(rule.owner_id) {
            owner.insert(rule.owner(change.conn()).await?.map(|owner| Reader::of(&owner)));
        }
        asked.entry((composed.filter.as_str(), rule.owner_id)).or_default().push(*place);
    }
    ask_together(change, task, asked, &owners, unfound).await
}

async fn ask_together(
    change: &Change<'_>,
    task: &TaskDetails,
    open: Asked<'_>,
    owners: &HashMap<UserId, Option<Reader>>,
    unfound: &mut [bool],
) -> Result<()> {
    let (dates, now) = (change.settings().date_input(), change.now());
    let mut asked: Vec<(Query, Reader, Vec<usize>)> = Vec::with_capacity(open.len());
    for ((filter, owner), rules) in open {
        // Of who is gone it is said that they are, whatever the filter finds.
        let Some(Some(reader)) = owners.get(&owner) else { continue };
        asked.push((search::parse(filter, &dates, now), *reader, rules));
    }
    for some in asked.chunks(TOGETHER) {
        let queries: Vec<(&Query, Reader)> = some.iter().map(|(query, reader, _)| (query, *reader)).collect();
        let met = all_met(change.conn(), task.id.into(), task.project_id.into(), &queries).await?;
        let is_unmet = |number: &usize| !met.contains(number);
        for (_, (.., rules)) in some.iter().enumerate().filter(|(number, _)| is_unmet(number)) {
            for place in rules {
                if let Some(unfound) = unfound.get_mut(*place) {
                    *unfound = true;
                }
            }
        }
    }
    Ok(())
}
