//! What `differences.toml` lists: the answers that are not Kanboard's on purpose.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::compare::Difference;
use super::sample::Sample;

const FILE: &str = include_str!("../../samples/differences.toml");
/// Says that our answer lacks what is there.
const NOTHING: &str = "nothing";
/// Says that our answer has something there, whatever it is.
const ANYTHING: &str = "anything";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Differences {
    pending: Pending,
    #[serde(default)]
    differences: Vec<Listed>,
    /// Which of them were met, by place in the list and procedure.
    #[serde(skip)]
    met: BTreeSet<(usize, String)>,
}

/// What is not there yet. Both lists are empty once all is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pending {
    procedures: BTreeSet<String>,
    /// Names of samples whose answers depend on them.
    samples: BTreeSet<String>,
}

/// A difference on purpose.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    procedures: Vec<String>,
    /// Where in the response, `[]` for all entries of a list.
    path: String,
    /// Our value as JSON, or `nothing` or `anything`.
    ours: String,
    reason: String,
}

impl Differences {
    pub(super) fn load() -> Self {
        let differences: Self = toml::from_str(FILE).expect("differences.toml is readable");
        assert!(differences.differences.iter().all(|listed| !listed.reason.is_empty()), "each has a reason");
        differences
    }

    /// Whether procedures are missing, so that what depends on them cannot be right.
    pub(super) fn is_waiting(&self) -> bool {
        !self.pending.procedures.is_empty()
    }

    /// Whether this sample depends on what is not there yet.
    pub(super) fn is_untold(&self, sample: &Sample) -> bool {
        self.is_waiting() && self.pending.samples.contains(&sample.name)
    }

    /// Whether the difference is listed.
    pub(super) fn explain(&mut self, difference: &Difference) -> bool {
        let (procedure, pattern) = (&difference.procedure, difference.pattern());
        for (at, listed) in self.differences.iter().enumerate() {
            let is_about = listed.procedures.iter().any(|name| name == procedure) && listed.path == pattern;
            if is_about && listed.says(difference.ours.as_ref()) {
                self.met.insert((at, procedure.clone()));
                return true;
            }
        }
        false
    }

    /// What is wrong with the lists themselves, when these procedures are not there.
    pub(super) fn complaints(&self, missing: &BTreeSet<String>) -> Vec<String> {
        let mut complaints = Vec::new();
        let Pending { procedures, samples } = &self.pending;
        if *procedures != *missing {
            let unlisted = missing.difference(procedures).cloned().collect::<Vec<_>>();
            let there = procedures.difference(missing).cloned().collect::<Vec<_>>();
            complaints.extend((!unlisted.is_empty()).then(|| format!("not there: {}", unlisted.join(", "))));
            complaints
                .extend((!there.is_empty()).then(|| format!("there, but pending: {}", there.join(", "))));
        }
        if procedures.is_empty() && !samples.is_empty() {
            complaints.push("no procedure is pending, so no sample can be".to_owned());
        }
        for (at, listed) in self.differences.iter().enumerate() {
            for procedure in &listed.procedures {
                if !self.met.contains(&(at, procedure.clone())) && !procedures.contains(procedure) {
                    complaints.push(format!("{procedure} does not differ in {} any more", listed.path));
                }
            }
        }
        complaints
    }
}

impl Listed {
    fn says(&self, ours: Option<&Value>) -> bool {
        match (self.ours.as_str(), ours) {
            (NOTHING, ours) => ours.is_none(),
            (ANYTHING, ours) => ours.is_some(),
            (json, ours) => serde_json::from_str::<Value>(json).ok().as_ref() == ours,
        }
    }
}
