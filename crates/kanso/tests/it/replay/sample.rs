//! Samples as they are stored.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::kind;
use super::pairs::{Pairs, Unknown};
use super::recording::Recording;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples");
/// Raw requests, recorded after all others.
const PROTOCOL: &str = "protocol.json";
/// After every recorded id.
const LATER: i64 = 1_000_000;

/// A request and what Kanboard answered.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Sample {
    #[serde(skip)]
    pub(super) file: String,
    /// Its place in the recording.
    #[serde(skip)]
    pub(super) id: i64,
    pub(super) name: String,
    /// The user name, `None` without credentials.
    pub(super) auth: Option<String>,
    pub(super) http_status: u16,
    #[serde(default)]
    pub(super) response_headers: Map<String, Value>,
    request: Value,
    pub(super) response: Value,
}

/// All samples and the calls between them, in the order in which they were recorded.
pub(super) fn in_order(recording: &Recording) -> Vec<Sample> {
    let mut samples: Vec<Sample> = recording.calls.iter().map(recorded_call).collect();
    for entry in std::fs::read_dir(FOLDER).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let file = path.file_name().expect("it has one").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("the file can be read");
            let list: Vec<Sample> = serde_json::from_str(&text).expect("a list of samples");
            samples.extend(list.into_iter().enumerate().map(|(at, sample)| sample.placed(&file, at)));
        }
    }
    samples.sort_by_key(|sample| sample.id);
    samples
}

fn recorded_call(call: &super::recording::Call) -> Sample {
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let (id, method) = (call.id, &call.method);
    Sample {
        file: "recording.toml".to_owned(),
        id,
        name: format!("{id} {method}"),
        auth: Some(call.auth.clone()),
        http_status: 200,
        response_headers: Map::new(),
        request: json!({"jsonrpc": "2.0", "method": method, "params": json(&call.params), "id": id}),
        response: json!({"jsonrpc": "2.0", "result": json(&call.result), "id": id}),
    }
}

impl Sample {
    fn placed(mut self, file: &str, at: usize) -> Self {
        self.id = if file == PROTOCOL {
            LATER + i64::try_from(at).expect("a small number")
        } else {
            self.request["id"].as_i64().expect("its place in the recording")
        };
        file.clone_into(&mut self.file);
        self
    }

    /// The request's text, about our ids.
    pub(super) fn request(&self, pairs: &Pairs) -> Result<String, Unknown> {
        Ok(match &self.request {
            Value::String(raw) => raw.clone(),
            Value::Array(calls) => {
                let calls: Result<Vec<_>, _> = calls.iter().map(|call| ours(call, pairs)).collect();
                Value::Array(calls?).to_string()
            }
            call @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) => {
                ours(call, pairs)?.to_string()
            }
        })
    }

    /// The procedure that is called, nothing for a batch and for what is no call.
    pub(super) fn procedure(&self) -> String {
        self.request["method"].as_str().unwrap_or_default().to_owned()
    }

    /// The procedure of the call in a batch that has this id.
    pub(super) fn procedure_in_batch(&self, id: &Value) -> String {
        let calls = self.request.as_array().into_iter().flatten();
        let called = calls.filter(|call| !id.is_null() && call["id"] == *id);
        called.filter_map(|call| call["method"].as_str()).next().unwrap_or_default().to_owned()
    }

    /// The value of a parameter of the call.
    pub(super) fn parameter(&self, name: &str) -> Option<&Value> {
        let params = &self.request["params"];
        let position = kind::parameters(&self.procedure()).iter().position(|known| known == name)?;
        params.get(name).or_else(|| params.get(position))
    }
}

/// A call with our ids in place of Kanboard's.
fn ours(call: &Value, pairs: &Pairs) -> Result<Value, Unknown> {
    let mut call = call.clone();
    let procedure = call["method"].as_str().unwrap_or_default().to_owned();
    match call.get_mut("params") {
        Some(Value::Array(params)) => {
            for (param, name) in params.iter_mut().zip(kind::parameters(&procedure)) {
                *param = pairs.request(&procedure, &name, param)?;
            }
        }
        Some(Value::Object(params)) => {
            for (name, param) in params.iter_mut() {
                *param = pairs.request(&procedure, name, param)?;
            }
        }
        _ => {}
    }
    Ok(call)
}
