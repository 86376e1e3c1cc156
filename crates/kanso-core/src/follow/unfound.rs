//! Which composed rules do not find the task of an event, asked for all of them at once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use kanso_domain::UserId;
use kanso_domain::search::{self, Query};

use super::known::{Known, Waiting};
use crate::Result;
use crate::change::Change;
use crate::search::{Reader, Sight, all_met};
use crate::task::TaskDetails;

/// So many filters are asked in one statement.
const TOGETHER: usize = 50;
/// So few are asked each in its turn, since what the first of them does may change the rest.
const FEW: usize = 3;

/// The rules whose filter does not find the task, as long as it is as it is now. Most are told from the task, its tags
/// and its comments; of the others those that ask the same as the same person are asked once. One of which that is not
/// said may yet not find it.
pub(super) async fn unfound(
    change: &Change<'_>,
    task: &TaskDetails,
    waiting: &[(&Known, Waiting)],
) -> Result<Vec<bool>> {
    let (mut unfound, mut sight) = (vec![false; waiting.len()], Sight::of(task));
    let open = waiting.iter().enumerate();
    let mut open: Vec<Open<'_>> =
        open.filter_map(|(place, (known, _))| Some(Open { place, known, query: known.query()? })).collect();
    sift(&sight, &mut open, &mut unfound);
    if open.len() > FEW {
        sight.look(change.conn(), open.iter().map(|rule| rule.query)).await?;
        sift(&sight, &mut open, &mut unfound);
    }
    if open.len() > FEW {
        ask(change, task, &open, &mut unfound).await?;
    }
    Ok(unfound)
}

/// A composed rule of which it is not known whether it finds the task.
struct Open<'a> {
    /// Among those that wait.
    place: usize,
    known: &'a Known,
    query: &'a Query,
}

/// Takes out those that do not find it, and says so.
fn sift(sight: &Sight<'_>, open: &mut Vec<Open<'_>>, unfound: &mut [bool]) {
    open.retain(|rule| {
        let is_out = sight.rules_out(rule.query);
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
        let (rule, Some(composed)) = (&known.action, &known.action.composed.0) else { continue };
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
