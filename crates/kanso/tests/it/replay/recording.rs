//! What `recording.toml` says.

use std::collections::BTreeMap;

use serde::Deserialize;

const FILE: &str = include_str!("../../samples/recording.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Recording {
    clock: Vec<(i64, i64)>,
    pause: Pause,
    /// By kind, the ids that were given to more than one thing.
    pub(super) given_again: BTreeMap<String, Vec<i64>>,
    pub(super) passwords: BTreeMap<String, String>,
    pub(super) calls: Vec<Call>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pause {
    before: i64,
    until: i64,
    seconds: i64,
}

/// A call that was made between two samples.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Call {
    pub(super) id: i64,
    pub(super) auth: String,
    pub(super) method: String,
    /// JSON.
    pub(super) params: String,
    /// JSON.
    pub(super) result: String,
}

impl Recording {
    pub(super) fn load() -> Self {
        toml::from_str(FILE).expect("recording.toml is readable")
    }

    /// When our clock stands for the request of this id.
    pub(super) fn time_of(&self, id: i64) -> i64 {
        let steps = self.clock.iter().take_while(|(from, _)| *from <= id);
        let (_, at) = steps.last().expect("the clock begins with the first request");
        if id < self.pause.before { at - self.pause.seconds } else { *at }
    }

    /// A recorded moment as our clock has it; any other number as it is.
    pub(super) fn time(&self, recorded: i64) -> i64 {
        let (_, first) = self.clock.first().expect("there is a clock");
        let before_the_pause = (*first..=self.pause.until).contains(&recorded);
        if before_the_pause { recorded - self.pause.seconds } else { recorded }
    }
}
