//! What would be refused of an endpoint, and which events it would have got: told before it is saved.

use kanso_core::delivery::{Matched, match_recent};
use kanso_core::endpoint::{Endpoint, Format, Outgoing, check_draft};
use kanso_core::{Error, Fault};
use serde_json::{Value, json};

use super::Desk;
use super::time::rfc3339;

/// How many of the last events are looked at.
const LOOKED_AT: i64 = 50;
/// How many of those that match people are shown.
const SHOWN: usize = 10;

/// What came of looking at an endpoint that is not saved.
pub(super) struct Judgement {
    /// What was asked, and why it is refused, if it is.
    checks: Vec<(&'static str, Result<(), String>)>,
    /// Newest first; not there when the filter cannot be read.
    matched: Option<Vec<Matched>>,
}

/// Which parts are new: only they are judged.
#[derive(Clone, Copy)]
pub(super) struct New {
    pub(super) address: bool,
    pub(super) body: bool,
}

impl Judgement {
    /// Judges a draft as saving it and sending to it would.
    pub(super) async fn of(desk: &Desk, draft: &Endpoint, new: New) -> anyhow::Result<Self> {
        let mut checks = vec![("values", check_draft(draft).map_err(|error| error.to_string()))];
        if new.address {
            checks.push(("address", desk.outgoing.judge(&draft.url).await));
        }
        if new.body && draft.format == Format::Template {
            checks.push(("template", desk.outgoing.check_template(&draft.template)));
        }
        let matched = match match_recent(&desk.app, &desk.actor, draft, LOOKED_AT).await {
            Err(error @ Error::Invalid(Fault::Filter(_))) => {
                checks.push(("filter", Err(error.to_string())));
                None
            }
            found => Some(found?),
        };
        Ok(Self { checks, matched })
    }

    /// Whether it may be saved; `anyway` forgives what is wrong with the address.
    pub(super) fn is_good(&self, anyway: bool) -> bool {
        self.checks.iter().all(|(what, outcome)| outcome.is_ok() || anyway && *what == "address")
    }

    /// Whether only the address is refused.
    pub(super) fn is_good_but_for_the_address(&self) -> bool {
        !self.is_good(false) && self.is_good(true)
    }

    pub(super) fn json(&self) -> Value {
        let check = |(what, outcome): &(&str, Result<(), String>)| json!({"what": what, "refused": outcome.as_ref().err()});
        let event = |matched: &Matched| {
            json!({
                "id": matched.event.uid(),
                "name": matched.name.as_str(),
                "at": rfc3339(matched.event.at * 1000),
                "matches": matched.matches,
            })
        };
        let events = self.matched.as_ref().map(|all| all.iter().map(event).collect::<Value>());
        json!({"checks": self.checks.iter().map(check).collect::<Value>(), "last_events": events})
    }

    pub(super) fn text(&self, desk: &Desk) -> String {
        let check = |(what, outcome): &(&str, Result<(), String>)| match outcome {
            Ok(()) => format!("{what:8}  ok"),
            Err(why) => format!("{what:8}  refused: {why}"),
        };
        let mut lines: Vec<String> = self.checks.iter().map(check).collect();
        if let Some(all) = &self.matched {
            let would: Vec<&Matched> = all.iter().filter(|matched| matched.matches).collect();
            lines.push(match all.len() {
                0 => "events    nothing has happened yet that it could have got".to_owned(),
                looked_at => {
                    format!("events    it would have got {} of the last {looked_at}", would.len())
                }
            });
            let times = desk.times();
            lines.extend(would.iter().take(SHOWN).map(|matched| {
                let (event, name) = (&matched.event, matched.name.as_str());
                format!("          {}  {name}{}", times.show(event.at * 1000), about(matched))
            }));
            if let Some(more) = would.len().checked_sub(SHOWN).filter(|more| *more > 0) {
                lines.push(format!("          and {more} more"));
            }
        }
        lines.join("\n")
    }
}

/// The task that an event is about.
fn about(matched: &Matched) -> String {
    let task = matched.event.snapshot.task.as_ref();
    task.map_or_else(String::new, |task| format!("  #{} {}", task.id, task.title))
}
