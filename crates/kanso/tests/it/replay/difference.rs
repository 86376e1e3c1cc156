//! What `differences.toml` lists: the answers that are not Kanboard's on purpose.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::compare::Difference;

const FILE: &str = include_str!("../../samples/differences.toml");
/// Says that our answer lacks what is there.
const NOTHING: &str = "nothing";
/// Says that our answer has something there, whatever it is.
const ANYTHING: &str = "anything";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Differences {
    differences: Vec<Listed>,
    /// Which of them were met, by place in the list and procedure.
    #[serde(skip)]
    met: BTreeSet<(usize, String)>,
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

    /// Those listed that were not met.
    pub(super) fn complaints(&self) -> Vec<String> {
        let mut complaints = Vec::new();
        for (at, listed) in self.differences.iter().enumerate() {
            for procedure in &listed.procedures {
                if !self.met.contains(&(at, procedure.clone())) {
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
