//! Which composed rules do not find the task of an event, asked for all of them at once.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use kanso_domain::search::{self, Query};
use kanso_domain::{ActionId, UserId};

use super::known::{Known, Waiting};
use crate::Result;
use crate::change::Change;
use crate::search::{Reader, all_met};
use crate::task::TaskDetails;

/// So many filters are asked in one statement.
const TOGETHER: usize = 50;
/// So few are asked each in its turn, since what the first of them does may change the rest.
const FEW: usize = 3;

/// The rules whose filter does not find the task, as long as it is as it is now. Most are told from the task itself; of
/// the others those that ask the same as the same person are asked once. One that is not among them may yet not find it.
pub(super) async fn unfound(
    change: &Change<'_>,
    task: &TaskDetails,
    waiting: &[(&Known, Waiting)],
) -> Result<HashSet<ActionId>> {
    let mut unfound = HashSet::new();
    let mut open: HashMap<(&str, UserId), Vec<ActionId>> = HashMap::new();
    let mut owners: HashMap<UserId, Option<Reader>> = HashMap::new();
    for (known, _) in waiting {
        let (rule, Some(composed)) = (&known.action, &known.action.composed.0) else { continue };
        if known.rules_out(task) {
            unfound.insert(rule.id);
        } else if !composed.filter.is_empty() {
            if let Entry::Vacant(owner) = owners.entry(rule.owner_id) {
                owner.insert(rule.owner(change.conn()).await?.map(|owner| Reader::of(&owner)));
            }
            open.entry((composed.filter.as_str(), rule.owner_id)).or_default().push(rule.id);
        }
    }
    if open.values().map(Vec::len).sum::<usize>() > FEW {
        ask(change, task, open, &owners, &mut unfound).await?;
    }
    Ok(unfound)
}

async fn ask(
    change: &Change<'_>,
    task: &TaskDetails,
    open: HashMap<(&str, UserId), Vec<ActionId>>,
    owners: &HashMap<UserId, Option<Reader>>,
    unfound: &mut HashSet<ActionId>,
) -> Result<()> {
    let (dates, now) = (change.settings().date_input(), change.now());
    let mut asked: Vec<(Query, Reader, Vec<ActionId>)> = Vec::with_capacity(open.len());
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
            unfound.extend(rules);
        }
    }
    Ok(())
}
