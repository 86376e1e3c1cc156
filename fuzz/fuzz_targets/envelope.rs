//! Any body of a request is read without a fault of the program, and what is answered is JSON.
#![no_main]

use kanso_rpc::Fault;
use kanso_rpc::lenient::{Date, Given, Hours, Id, Person, Tags};
use kanso_rpc::request::{self, Call, Calls};
use libfuzzer_sys::fuzz_target;
use serde::Deserialize;
use serde_json::Value;

fuzz_target!(|body: &[u8]| {
    let answer = read(body);
    if !answer.is_empty() {
        serde_json::from_slice::<Value>(&answer).expect("the answer is JSON");
    }
});

/// Reads a body as the server does, and each parameter as everything it could be. Answers what a server without
/// procedures would; nothing when nobody wants an answer.
fn read(body: &[u8]) -> Vec<u8> {
    match request::calls(body) {
        Ok(Calls::Single(call)) => one(call).unwrap_or_default(),
        Ok(Calls::Batch(calls)) => {
            request::list(&calls.into_iter().filter_map(one).collect::<Vec<_>>())
        }
        Err(fault) => request::error(&fault, &Value::Null),
    }
}

fn one(call: Value) -> Option<Vec<u8>> {
    match Call::read(call) {
        Ok(call) => {
            let known = call.params.as_array().into_iter().flatten();
            let named = call.params.as_object().into_iter().flat_map(|members| members.values());
            known.chain(named).for_each(read_value);
            call.id.map(|id| request::error(&Fault::METHOD_NOT_FOUND, &id))
        }
        Err(fault) => Some(request::error(&fault, &Value::Null)),
    }
}

/// Reading a value never fails: what makes no sense is remembered as such.
fn read_value(value: &Value) {
    fn reads<'de, T: Deserialize<'de>>(value: &'de Value) {
        assert!(T::deserialize(value).is_ok(), "every value is read");
    }
    reads::<Given<i64>>(value);
    reads::<Given<String>>(value);
    reads::<Given<bool>>(value);
    reads::<Given<Hours>>(value);
    reads::<Given<Date>>(value);
    reads::<Given<Person>>(value);
    reads::<Given<Tags>>(value);
    reads::<Id<i64>>(value);
}
