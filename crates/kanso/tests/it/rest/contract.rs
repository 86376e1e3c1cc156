//! What `/openapi.json` says of answers, and whether they are so.

#![expect(clippy::panic, reason = "a helper of tests fails the test with what it saw")]

use jsonschema::Draft;
use kanso_testkit::{Reply, Rest};
use serde_json::{Value, json};

/// The document.
pub(super) struct Contract(pub(super) Value);

impl Contract {
    /// Reads it from the server.
    pub(super) async fn read(rest: &Rest) -> Self {
        let reply = rest.get("/openapi.json").await;
        assert_eq!((reply.status, reply.header("content-type")), (200, Some("application/json")));
        Self(reply.body)
    }

    /// Fails unless the document has an operation for the request and the answer is one of its answers.
    pub(super) fn check(&self, method: &str, path: &str, reply: &Reply) {
        let what = format!("{method} {path}: {reply:?}");
        assert!(reply.status < 500, "the server failed: {what}");
        let operation = self.operation(method, path).unwrap_or_else(|| panic!("not in the document: {what}"));
        let responses = &operation["responses"];
        let exact = &responses[reply.status.to_string().as_str()];
        let class = &responses[format!("{}XX", reply.status / 100).as_str()];
        let response = if exact.is_null() { class } else { exact };
        assert!(response.is_object(), "no such status in the document: {what}");
        let Some(contents) = response["content"].as_object() else {
            assert_eq!(reply.body, Value::Null, "{what}");
            return;
        };
        let (media_type, content) = contents.iter().next().expect("one media type");
        assert_eq!(reply.header("content-type"), Some(media_type.as_str()), "{what}");
        let strict = json!({"allOf": [content["schema"]], "unevaluatedProperties": false});
        self.validate(strict, &reply.body);
    }

    /// Fails unless the document has this body for what is sent to webhooks.
    pub(super) fn check_webhook(&self, body: &Value) {
        let name = body["type"].as_str().expect("a type");
        let content = &self.0["webhooks"][name]["post"]["requestBody"]["content"]["application/json"];
        assert!(content["schema"].is_object(), "{name} is not in the document");
        self.validate(content["schema"].clone(), body);
    }

    fn validate(&self, mut schema: Value, value: &Value) {
        schema["components"] = self.0["components"].clone();
        let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        let validator = options.build(&schema).expect("a schema");
        let faults: Vec<String> =
            validator.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?} in {value:#}");
    }

    /// The operation that a path leads to: one with fewer open parts wins.
    fn operation(&self, method: &str, path: &str) -> Option<&Value> {
        let path = path.split('?').next().unwrap_or_default();
        let paths = self.0["paths"].as_object().expect("paths");
        let open = |template: &str| template.matches('{').count();
        let matching = paths.iter().filter(|(template, _)| is_of(template, path));
        let (_, item) = matching.min_by_key(|(template, _)| open(template))?;
        item.get(method)
    }
}

fn is_of(template: &str, path: &str) -> bool {
    let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    let same = |(known, given): (&&str, &&str)| known.starts_with('{') || known == given;
    template.len() == path.len() && template.iter().zip(&path).all(same)
}
