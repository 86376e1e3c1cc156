//! JSON-RPC 2.0: requests and responses as text.

use serde_json::Value;

use crate::Fault;

/// More calls than this are no batch.
const MOST_CALLS: usize = 1000;

/// What a body holds: calls, each of them still any JSON value.
#[derive(Debug, PartialEq)]
pub enum Calls {
    Single(Value),
    Batch(Vec<Value>),
}

/// The calls in a body.
pub fn calls(body: &[u8]) -> Result<Calls, Fault> {
    match serde_json::from_slice(body) {
        Ok(Value::Array(calls)) if calls.is_empty() || calls.len() > MOST_CALLS => {
            Err(Fault::INVALID_REQUEST)
        }
        Ok(Value::Array(calls)) => Ok(Calls::Batch(calls)),
        Ok(call) => Ok(Calls::Single(call)),
        Err(_) => Err(Fault::PARSE_ERROR),
    }
}

/// A well-formed call.
#[derive(Debug, PartialEq)]
pub struct Call {
    /// The procedure, in any case.
    pub method: String,
    /// A list or an object; an empty list when there was none.
    pub params: Value,
    /// `None` for a notification, which wants no answer.
    pub id: Option<Value>,
}

impl Call {
    /// The call that `value` describes.
    pub fn read(value: Value) -> Result<Self, Fault> {
        let Value::Object(mut members) = value else { return Err(Fault::PARSE_ERROR) };
        let mut take = |name: &str| members.swap_remove(name).filter(|value| !value.is_null());
        if take("jsonrpc").is_none_or(|version| version != "2.0") {
            return Err(Fault::INVALID_REQUEST);
        }
        let Some(Value::String(method)) = take("method") else { return Err(Fault::INVALID_REQUEST) };
        let params = take("params").unwrap_or_else(|| Value::Array(Vec::new()));
        if !params.is_array() && !params.is_object() {
            return Err(Fault::INVALID_REQUEST);
        }
        Ok(Self { method, params, id: take("id") })
    }
}

/// Ends a response that was begun with its result.
pub fn finish(mut begun: Vec<u8>, id: &Value) -> Vec<u8> {
    begun.extend_from_slice(b",\"id\":");
    begun.extend_from_slice(id.to_string().as_bytes());
    begun.push(b'}');
    begun
}

/// The response that tells an error.
pub fn error(fault: &Fault, id: &Value) -> Vec<u8> {
    let begun = [br#"{"jsonrpc":"2.0","error":"#.as_slice(), &serde_json::to_vec(fault).unwrap_or_default()];
    finish(begun.concat(), id)
}

/// The responses of a batch in a list; nothing when there is none.
pub fn list(responses: &[Vec<u8>]) -> Vec<u8> {
    if responses.is_empty() {
        return Vec::new();
    }
    [b"[".as_slice(), &responses.join(&b','), b"]"].concat()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_call_has_a_version_a_method_and_perhaps_parameters() {
        let call = Call::read(json!({"jsonrpc": "2.0", "method": "getTask", "params": [1], "id": "a"}));
        let id = Some(json!("a"));
        assert_eq!(call, Ok(Call { method: "getTask".to_owned(), params: json!([1]), id }));
        let bare = Call::read(json!({"jsonrpc": "2.0", "method": "m", "params": null, "id": null}));
        assert_eq!(bare, Ok(Call { method: "m".to_owned(), params: json!([]), id: None }));
    }

    #[test]
    fn anything_else_is_a_fault() {
        for scalar in [json!(1), json!("a"), json!(null), json!([])] {
            assert_eq!(Call::read(scalar), Err(Fault::PARSE_ERROR));
        }
        for odd in [
            json!({}),
            json!({"method": "m"}),
            json!({"jsonrpc": "1.0", "method": "m"}),
            json!({"jsonrpc": 2.0, "method": "m"}),
            json!({"jsonrpc": "2.0"}),
            json!({"jsonrpc": "2.0", "method": 3}),
            json!({"jsonrpc": "2.0", "method": "m", "params": "x"}),
        ] {
            assert_eq!(Call::read(odd), Err(Fault::INVALID_REQUEST));
        }
    }

    #[test]
    fn responses_name_version_outcome_and_id_in_this_order() {
        let response = error(&Fault::INVALID_PARAMS.about("Too many arguments"), &json!(7));
        let text = r#"{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params","data":"Too many arguments"},"id":7}"#;
        assert_eq!(String::from_utf8(response).unwrap(), text);
        let response = finish(br#"{"jsonrpc":"2.0","result":true"#.to_vec(), &json!("x"));
        assert_eq!(response, br#"{"jsonrpc":"2.0","result":true,"id":"x"}"#);
        assert_eq!(list(&[b"1".to_vec(), b"2".to_vec()]), b"[1,2]");
        assert_eq!(list(&[]), b"");
    }
}
