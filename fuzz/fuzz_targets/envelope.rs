//! Any body of a request is read without a fault of the program, and what is answered is JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    let answer = kanso_api::fuzz::read(body);
    if !answer.is_empty() {
        serde_json::from_slice::<serde_json::Value>(&answer).expect("the answer is JSON");
    }
});
