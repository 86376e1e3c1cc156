//! Comparing an answer with the recorded one.

use std::fmt;

use serde_json::{Map, Value};

use super::answer::Answer;
use super::kind;
use super::pairs::Pairs;
use super::sample::Sample;

/// So much of a value is told, in characters.
const TOLD: usize = 120;

/// Where an answer is not the recorded one.
#[derive(Debug)]
pub(super) struct Difference {
    /// The procedure that answered so.
    pub(super) procedure: String,
    /// The names that lead there, `[3]` for the fourth of a list.
    path: String,
    expected: String,
    /// Our value; `None` when there is nothing.
    pub(super) ours: Option<Value>,
}

impl Difference {
    /// The path for all entries of a list together, in the response of its own call.
    pub(super) fn pattern(&self) -> String {
        let mut pattern = String::new();
        let mut is_index = false;
        for letter in self.path.chars() {
            is_index = (is_index || letter == '[') && letter != ']';
            if !is_index || letter == '[' {
                pattern.push(letter);
            }
        }
        pattern.trim_start_matches("[].").to_owned()
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = |text: &str| match text.char_indices().nth(TOLD) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text.to_owned(),
        };
        let got = self.ours.as_ref().map_or_else(|| "nothing".to_owned(), Value::to_string);
        write!(f, "{}: expected {}, got {}", self.path, short(&self.expected), short(&got))
    }
}

/// One answer under comparison. Ids that are seen for the first time are remembered.
pub(super) struct Comparison<'a, T> {
    pairs: &'a mut Pairs,
    /// What a recorded moment is on our clock.
    time: T,
    procedure: String,
    found: Vec<Difference>,
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    path: &'a str,
    /// The name of the object or list that holds it, empty at the top.
    within: &'a str,
    name: &'a str,
}

impl<'a, T: Fn(i64) -> i64> Comparison<'a, T> {
    pub(super) fn new(pairs: &'a mut Pairs, time: T) -> Self {
        Self { pairs, time, procedure: String::new(), found: Vec::new() }
    }

    /// Every place where the answer is not the sample's.
    pub(super) fn compare(mut self, sample: &Sample, answer: &Answer) -> Vec<Difference> {
        self.procedure = sample.procedure();
        if answer.status != sample.http_status {
            self.differs("status", &sample.http_status.to_string(), Some(&answer.status.into()));
        }
        for (name, value) in &sample.response_headers {
            let ours = answer.headers.get(name).and_then(|value| value.to_str().ok()).map(Value::from);
            if ours.as_ref() != Some(value) {
                self.differs(name, &value.to_string(), ours.as_ref());
            }
        }
        match (&sample.response, &answer.body) {
            (Value::Array(theirs), Value::Array(ours)) if theirs.len() == ours.len() => {
                for (at, (theirs, ours)) in theirs.iter().zip(ours).enumerate() {
                    self.procedure = sample.procedure_in_batch(&theirs["id"]);
                    self.response(&format!("[{at}]."), theirs, ours);
                }
            }
            (theirs, ours) => self.response("", theirs, ours),
        }
        self.found
    }

    /// One response: its result by meaning, all else to the letter.
    fn response(&mut self, at: &str, theirs: &Value, ours: &Value) {
        let (Value::Object(known), Value::Object(members)) = (theirs, ours) else {
            if theirs != ours {
                self.differs(at, &theirs.to_string(), Some(ours));
            }
            return;
        };
        for (name, theirs) in known {
            let path = format!("{at}{name}");
            match members.get(name) {
                Some(ours) if name == "result" => self.result(&path, theirs, ours),
                Some(ours) if name == "error" && theirs["code"] == 0 && ours["code"] == 0 => {
                    // An exception of Kanboard's: its text is its own.
                    self.value(Place { path: &path, within: "", name: "" }, &exception(theirs), ours);
                }
                ours if ours == Some(theirs) => {}
                ours => self.differs(&path, &theirs.to_string(), ours),
            }
        }
        for (name, ours) in members.iter().filter(|(name, _)| !known.contains_key(*name)) {
            self.differs(&format!("{at}{name}"), "nothing", Some(ours));
        }
    }

    fn result(&mut self, path: &str, theirs: &Value, ours: &Value) {
        let scalar = kind::of_scalar(&self.procedure);
        match (theirs, ours, scalar, kind::of_keys(&self.procedure)) {
            (Value::Number(theirs), Value::Number(ours), Some(kind), _) => {
                self.id(path, kind, theirs.as_i64(), ours.as_i64());
            }
            (Value::Object(theirs), Value::Object(ours), _, Some(kind)) => {
                self.dictionary(path, kind, theirs, ours);
            }
            _ => self.value(Place { path, within: "", name: "" }, theirs, ours),
        }
    }

    /// Ids and values; their order counts.
    fn dictionary(
        &mut self,
        path: &str,
        kind: kind::Kind,
        theirs: &Map<String, Value>,
        ours: &Map<String, Value>,
    ) {
        if theirs.len() != ours.len() {
            let (expected, got) = (Value::Object(theirs.clone()), Value::Object(ours.clone()));
            return self.differs(path, &expected.to_string(), Some(&got));
        }
        for ((their_key, their_value), (our_key, our_value)) in theirs.iter().zip(ours) {
            let path = format!("{path}.{their_key}");
            self.id(&path, kind, their_key.parse().ok(), our_key.parse().ok());
            self.value(Place { path: &path, within: "", name: "" }, their_value, our_value);
        }
    }

    fn value(&mut self, place: Place<'_>, theirs: &Value, ours: &Value) {
        let Place { path, within, name } = place;
        match (theirs, ours) {
            (Value::Object(theirs), Value::Object(ours)) => self.object(place, theirs, ours),
            (Value::Array(theirs), Value::Array(ours)) if theirs.len() == ours.len() => {
                for (at, (theirs, ours)) in theirs.iter().zip(ours).enumerate() {
                    self.value(Place { path: &format!("{path}[{at}]"), ..place }, theirs, ours);
                }
            }
            (Value::Array(theirs), Value::Array(list)) => {
                let expected = format!("{} entries, not {}", theirs.len(), list.len());
                self.differs(path, &expected, Some(ours));
            }
            (Value::Number(number), Value::Number(our_number)) => {
                match kind::of(&self.procedure, within, name) {
                    Some(kind) => self.id(path, kind, number.as_i64(), our_number.as_i64()),
                    None => self.number(path, theirs, ours),
                }
            }
            (Value::String(text), Value::String(our_text)) => self.text(place, text, our_text),
            _ if theirs == ours => {}
            _ => self.differs(path, &theirs.to_string(), Some(ours)),
        }
    }

    fn object(&mut self, place: Place<'_>, theirs: &Map<String, Value>, ours: &Map<String, Value>) {
        let Place { path, name: within, .. } = place;
        for (name, value) in theirs {
            let path = format!("{path}.{name}");
            match ours.get(name) {
                Some(ours) => self.value(Place { path: &path, within, name }, value, ours),
                None => self.differs(&path, &value.to_string(), None),
            }
        }
        for (name, value) in ours.iter().filter(|(name, _)| !theirs.contains_key(*name)) {
            self.differs(&format!("{path}.{name}"), "nothing", Some(value));
        }
    }

    fn number(&mut self, path: &str, theirs: &Value, ours: &Value) {
        let expected = theirs.as_i64().map_or_else(|| theirs.clone(), |number| (self.time)(number).into());
        if expected != *ours {
            self.differs(path, &expected.to_string(), Some(ours));
        }
    }

    fn id(&mut self, path: &str, kind: kind::Kind, theirs: Option<i64>, ours: Option<i64>) {
        let is_pair = theirs.zip(ours).is_some_and(|(theirs, ours)| self.pairs.is_pair(kind, theirs, ours));
        if !is_pair {
            let expected = self.pairs.describe(kind, theirs.unwrap_or_default());
            self.differs(path, &expected, ours.map(Value::from).as_ref());
        }
    }

    fn text(&mut self, place: Place<'_>, theirs: &str, ours: &str) {
        let is_same = match (theirs, place.name) {
            ("<text>" | "<hash>", _) => !ours.is_empty(),
            (_, "path" | "etag" | "token") => self.pairs.is_text_pair(theirs, ours),
            (address, _) if address.starts_with("http://localhost/") => self.pairs.address(address) == ours,
            (text, name) => match kind::of(&self.procedure, place.within, name) {
                Some(kind) => return self.id(place.path, kind, text.parse().ok(), ours.parse().ok()),
                None => text == ours,
            },
        };
        if !is_same {
            self.differs(place.path, &Value::from(theirs).to_string(), Some(&ours.into()));
        }
    }

    fn differs(&mut self, path: &str, expected: &str, ours: Option<&Value>) {
        let (procedure, path, expected) = (self.procedure.clone(), path.to_owned(), expected.to_owned());
        self.found.push(Difference { procedure, path, expected, ours: ours.cloned() });
    }
}

/// The error of an exception, whatever its text.
fn exception(error: &Value) -> Value {
    let mut error = error.clone();
    error["message"] = "<text>".into();
    error
}
