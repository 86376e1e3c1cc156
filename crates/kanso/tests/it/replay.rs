//! Kanboard's recorded answers, request by request: what it answered, Kanso answers.
//!
//! The samples and what is known about them are in `tests/samples`. Ids, tokens and paths need not be Kanboard's,
//! but each stands for the same thing wherever it appears, in requests too. Times are Kanboard's to the second:
//! the test's clock follows the recording.

mod answer;
mod compare;
mod difference;
mod kind;
mod pairs;
mod recording;
mod sample;

use std::fmt::Write;
use std::time::Duration;

use kanso::cli::ServeOptions;
use kanso_testkit::{START, TestApp};

use answer::Client;
use compare::Comparison;
use difference::Differences;
use pairs::Pairs;
use recording::Recording;
use sample::Sample;

/// Another header that may carry credentials, as one sample sends them.
const HEADER: &str = "X-API-Auth";
/// The password of the application.
const TOKEN: &str = "SECRET";
/// So many of them are told when answers are not the same.
const TOLD: usize = 40;

#[tokio::test]
async fn every_recorded_request_is_answered_as_kanboard_did() {
    let mut replay = Replay::start().await;
    for sample in sample::in_order(&replay.recording) {
        replay.play(&sample).await;
    }
    let report = replay.report();
    assert!(report.is_empty(), "{report}");
}

struct Replay {
    app: TestApp,
    client: Client,
    recording: Recording,
    differences: Differences,
    pairs: Pairs,
    /// Seconds that the clock has gone on since [`START`].
    passed: i64,
    /// What was not the same, a line each.
    told: Vec<String>,
}

impl Replay {
    async fn start() -> Self {
        let options =
            ServeOptions { api_authentication_header: Some(HEADER.to_owned()), ..ServeOptions::default() };
        let app = TestApp::start_with(options).await;
        app.set("api_token", TOKEN).await;
        let recording = Recording::load();
        let client = Client::new(&app, &recording);
        let pairs = Pairs::new(&recording);
        Self { app, client, recording, differences: Differences::load(), pairs, passed: 0, told: Vec::new() }
    }

    async fn play(&mut self, sample: &Sample) {
        self.set_clock(sample.id);
        let Ok(request) = sample.request(&self.pairs) else {
            // What it is about was never made.
            self.told.push(format!("{} '{}' is about what is not there", sample.file, sample.name));
            return;
        };
        let answer = self.client.send(sample, &request).await;
        self.client.remember(sample);
        let recording = &self.recording;
        let comparison = Comparison::new(&mut self.pairs, |time| recording.time(time));
        let found = comparison.compare(sample, &answer);
        for difference in found {
            if !self.differences.explain(&difference) {
                self.told.push(format!("{} '{}' {difference}", sample.file, sample.name));
            }
        }
    }

    /// Moves the clock to when the sample was recorded.
    fn set_clock(&mut self, id: i64) {
        let ahead = self.recording.time_of(id) - START - self.passed;
        self.app
            .clock
            .advance(Duration::from_secs(u64::try_from(ahead).expect("the recording goes forward")));
        self.passed += ahead;
    }

    /// What is to be said in the end; nothing when all is well.
    fn report(self) -> String {
        let mut lines = self.told;
        lines.extend(self.differences.complaints());
        let mut report = String::new();
        if !lines.is_empty() {
            writeln!(report, "{} answers are not Kanboard's:", lines.len()).expect("a text takes all");
        }
        for line in lines.iter().take(TOLD) {
            writeln!(report, "  {line}").expect("a text takes all");
        }
        if lines.len() > TOLD {
            writeln!(report, "  and {} more", lines.len() - TOLD).expect("a text takes all");
        }
        report
    }
}
