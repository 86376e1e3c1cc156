//! What must hold afterwards.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

use kanso_domain::EventName;
use kanso_testkit::{Database, Received};

use super::writers::Acknowledged;
use super::{Committed, committed};

pub(super) struct Verdict {
    log: Vec<Committed>,
    /// For each id on the wire, the places in the order of arrival at which it came, and which of them was taken
    /// first.
    arrivals: BTreeMap<String, Arrivals>,
    bodies: HashMap<String, serde_json::Value>,
    requests: usize,
    failed: usize,
    kills: usize,
}

#[derive(Default)]
struct Arrivals {
    at: Vec<usize>,
    taken: Vec<usize>,
}

impl Verdict {
    pub(super) async fn of(database: &Database, received: Vec<Received>, kills: usize) -> Self {
        let mut verdict = Self {
            log: committed(database).await,
            arrivals: BTreeMap::new(),
            bodies: HashMap::new(),
            requests: received.len(),
            failed: 0,
            kills,
        };
        for (place, received) in received.into_iter().enumerate() {
            let id = received.header("webhook-id").expect("an id").to_owned();
            let arrivals = verdict.arrivals.entry(id.clone()).or_default();
            arrivals.at.push(place);
            if received.status == 200 {
                arrivals.taken.push(place);
            } else {
                verdict.failed += 1;
            }
            let first = verdict.bodies.entry(id).or_insert_with(|| received.body.clone());
            assert_eq!(*first, received.body, "what comes again is the same");
        }
        verdict
    }

    pub(super) fn check(&self, acknowledged: &[Acknowledged]) {
        self.check_log(acknowledged);
        let expected: BTreeSet<_> = self.log.iter().flat_map(|committed| &committed.wire).collect();
        let arrived: BTreeSet<_> = self.arrivals.keys().collect();
        let taken: BTreeSet<_> = self
            .arrivals
            .iter()
            .filter(|(_, arrivals)| !arrivals.taken.is_empty())
            .map(|(id, _)| id)
            .collect();
        assert_eq!(arrived.difference(&expected).count(), 0, "none is invented");
        assert_eq!(expected.difference(&taken).count(), 0, "every committed change is delivered");
        self.check_order();
    }

    /// What was acknowledged is in the log.
    fn check_log(&self, acknowledged: &[Acknowledged]) {
        let titles: BTreeSet<_> = self
            .bodies
            .values()
            .filter_map(|body| body["event_data"]["task"]["title"].as_str().map(ToOwned::to_owned))
            .collect();
        let count = |task: i64, is_one: fn(EventName) -> bool| {
            let of_task = self.log.iter().filter(|committed| committed.task.get() == task);
            of_task.filter(|committed| committed.event.names().any(is_one)).count()
        };
        for one in acknowledged {
            match one {
                Acknowledged::Titled(title) => assert!(titles.contains(title), "{title:?} is lost"),
                Acknowledged::Moved(task) => {
                    assert!(count(*task, |name| name.as_str().starts_with("task.move.")) > 0, "{task}");
                }
                Acknowledged::Closed(task) => {
                    // When the answer is lost it is asked for again, and happens again.
                    assert!(count(*task, |name| name == EventName::TaskClose) > 0, "{task}");
                }
            }
        }
    }

    /// Of each task, no event comes before the one before it was taken.
    fn check_order(&self) {
        let mut last = HashMap::new();
        for committed in &self.log {
            for id in &committed.wire {
                let arrivals = &self.arrivals[id];
                if let Some((before, taken)) = last.insert(committed.task, (id, arrivals.taken[0])) {
                    let came = arrivals.at[0];
                    assert!(
                        came > taken,
                        "{id} came at {came}, {before} was taken at {taken}: {}",
                        committed.id
                    );
                }
            }
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let taken: usize = self.arrivals.values().map(|arrivals| arrivals.taken.len()).sum();
        let twice = self.arrivals.values().filter(|arrivals| arrivals.taken.len() > 1).count();
        let wire: usize = self.log.iter().map(|committed| committed.wire.len()).sum();
        write!(
            f,
            "{} events committed, {wire} deliveries expected, {} arrived, 0 lost, 0 invented, 0 out of order; \
             {} requests, {} refused by the receiver, {taken} taken, {twice} of them more than once with the same id; \
             {} servers killed",
            self.log.len(),
            self.arrivals.len(),
            self.requests,
            self.failed,
            self.kills
        )
    }
}
