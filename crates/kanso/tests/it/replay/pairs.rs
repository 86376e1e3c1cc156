//! What stands for what: Kanboard's ids, tokens and paths, and ours.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::kind::{self, Kind};
use super::recording::Recording;

/// Ids from here on were nobody's in the recording, and are nobody's here.
const NOBODYS: i64 = 999;

/// An id that no answer has shown yet.
#[derive(Debug)]
pub(super) struct Unknown;

#[derive(Default)]
pub(super) struct Pairs {
    /// By kind and Kanboard's id; the last one is the one of now.
    ours: HashMap<(Kind, i64), Vec<i64>>,
    theirs: HashMap<(Kind, i64), i64>,
    texts: HashMap<String, String>,
    texts_back: HashMap<String, String>,
    given_again: HashSet<(String, i64)>,
}

impl Pairs {
    pub(super) fn new(recording: &Recording) -> Self {
        let all = recording.given_again.iter();
        let given_again = all.flat_map(|(kind, ids)| ids.iter().map(|id| (kind.clone(), *id))).collect();
        Self { given_again, ..Self::default() }
    }

    /// A parameter with our ids in place of Kanboard's.
    pub(super) fn request(&self, procedure: &str, name: &str, theirs: &Value) -> Result<Value, Unknown> {
        Ok(match (theirs, kind::of(procedure, "", name)) {
            (Value::Number(id), Some(kind)) => match id.as_i64() {
                Some(id) => json!(self.now(kind, id)?),
                None => theirs.clone(),
            },
            (Value::Array(list), _) => {
                let list: Result<Vec<_>, _> =
                    list.iter().map(|value| self.request(procedure, name, value)).collect();
                Value::Array(list?)
            }
            (Value::Object(members), _) => {
                let members = members.iter();
                let ours = members.map(|(name, value)| {
                    self.request(procedure, name, value).map(|value| (name.clone(), value))
                });
                Value::Object(ours.collect::<Result<_, _>>()?)
            }
            _ => theirs.clone(),
        })
    }

    fn now(&self, kind: Kind, theirs: i64) -> Result<i64, Unknown> {
        if theirs == 0 || theirs >= NOBODYS {
            return Ok(theirs);
        }
        self.ours.get(&(kind, theirs)).and_then(|ours| ours.last()).copied().ok_or(Unknown)
    }

    /// Whether the two stand for the same thing; what is seen for the first time does from now on.
    pub(super) fn is_pair(&mut self, kind: Kind, theirs: i64, ours: i64) -> bool {
        if theirs == 0 || ours == 0 {
            return theirs == ours;
        }
        if let Some(known) = self.theirs.get(&(kind, ours)) {
            return *known == theirs;
        }
        let known = self.ours.entry((kind, theirs)).or_default();
        if !known.is_empty() && !self.given_again.contains(&(kind.to_owned(), theirs)) {
            return false;
        }
        known.push(ours);
        self.theirs.insert((kind, ours), theirs);
        true
    }

    /// Our id for Kanboard's, in words.
    pub(super) fn describe(&self, kind: Kind, theirs: i64) -> String {
        match self.ours.get(&(kind, theirs)) {
            Some(ours) => format!("{kind} {theirs}, which is {ours:?} here"),
            None => format!("{kind} {theirs}, not seen before"),
        }
    }

    /// The same for tokens, paths and the like.
    pub(super) fn is_text_pair(&mut self, theirs: &str, ours: &str) -> bool {
        if theirs.is_empty() || ours.is_empty() {
            return theirs == ours;
        }
        match (self.texts.get(theirs), self.texts_back.get(ours)) {
            (None, None) => {
                self.texts.insert(theirs.to_owned(), ours.to_owned());
                self.texts_back.insert(ours.to_owned(), theirs.to_owned());
                true
            }
            (Some(known), _) => known == ours,
            (None, Some(_)) => false,
        }
    }

    /// An address of Kanboard's with our ids and tokens.
    pub(super) fn address(&self, theirs: &str) -> String {
        let parts = theirs.split('&').map(|part| match part.split_once('=') {
            Some((name @ ("task_id" | "project_id"), id)) => {
                let kind = name.trim_end_matches("_id");
                let known = id.parse().ok().and_then(|id| self.by_name(kind, id));
                format!("{name}={}", known.map_or_else(|| "?".to_owned(), |id| id.to_string()))
            }
            Some(("token", token)) => {
                format!("token={}", self.texts.get(token).map_or("?", String::as_str))
            }
            _ => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("&")
    }

    fn by_name(&self, kind: &str, theirs: i64) -> Option<i64> {
        let kind = if kind == "task" { "task" } else { "project" };
        self.now(kind, theirs).ok()
    }
}
