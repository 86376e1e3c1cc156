//! The published schemas: every body that is sent, every sample and every recorded body is what they say.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use kanso_core::endpoint::Format;
use kanso_domain::EventName;
use kanso_webhooks::body::write;
use kanso_webhooks::catalogue::{body_schema, event_types, sample};
use serde_json::{Value, json};

use crate::sample::style;

const NOW: i64 = 1_795_288_210;

pub(crate) const WITH_SCHEMA: [Format; 5] =
    [Format::Standard, Format::CloudEvents, Format::Kanboard2016, Format::Kanboard2015, Format::Kanboard12];

pub(crate) fn validator(schema: &Value) -> Validator {
    jsonschema::meta::validate(schema).expect("it is a schema");
    let options = jsonschema::options().should_validate_formats(true);
    options.build(schema).expect("it is a schema that can be used")
}

pub(crate) fn check(validator: &Validator, body: &Value, what: &str) {
    let errors: Vec<_> =
        validator.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}\n{body:#}");
}

#[test]
fn every_sample_is_what_the_schema_of_its_format_says() {
    for format in WITH_SCHEMA {
        let validator = validator(&body_schema(format).unwrap());
        for name in EventName::all() {
            let written = write(&style(format), name, &sample(name, NOW)).unwrap();
            let body: Value = serde_json::from_str(&written).unwrap();
            assert_eq!(serde_json::to_string(&body).unwrap(), written, "a key is there twice");
            check(&validator, &body, &format!("{format} {}", name.as_str()));
        }
    }
}

#[test]
fn every_snapshot_is_what_the_schema_of_its_format_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    for format in WITH_SCHEMA {
        let validator = validator(&body_schema(format).unwrap());
        let snapshot = fs::read_to_string(folder.join(format!("{format}.json"))).unwrap();
        let bodies: Value = serde_json::from_str(&snapshot).unwrap();
        for (name, body) in bodies.as_object().unwrap() {
            check(&validator, body, &format!("{format} {name}"));
        }
    }
}

#[test]
fn every_body_that_kanboard_sent_is_what_the_schemas_say() {
    for format in [Format::Kanboard2015, Format::Kanboard2016, Format::Kanboard12] {
        let validator = validator(&body_schema(format).unwrap());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format.as_str());
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let body = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            check(&validator, &body, &path.display().to_string());
        }
    }
}

#[test]
fn the_schema_of_an_event_knows_every_key_of_its_body() {
    for known in event_types() {
        let mut schema = known.schema;
        let validator_of_all = validator(&schema);
        close(&mut schema);
        let closed = validator(&schema);
        let body = write(&style(Format::Standard), known.name, &sample(known.name, NOW)).unwrap();
        let body: Value = serde_json::from_str(&body).unwrap();
        check(&validator_of_all, &body, known.title);
        check(&closed, &body, known.title);
    }
}

#[test]
fn a_body_of_another_event_is_not_what_the_schema_says() {
    let names: Vec<_> = event_types();
    for (at, known) in names.iter().enumerate() {
        let other = names[(at + 1) % names.len()].name;
        let body = write(&style(Format::Standard), other, &sample(other, NOW)).unwrap();
        assert!(!validator(&known.schema).is_valid(&serde_json::from_str(&body).unwrap()));
    }
    for format in WITH_SCHEMA {
        assert!(!validator(&body_schema(format).unwrap()).is_valid(&json!({"id": 1})), "{format}");
    }
}

#[test]
fn every_event_is_described() {
    for known in event_types() {
        assert!(known.description.ends_with('.') && known.title.len() > 5, "{known:?}");
        assert_eq!(sample(known.name, NOW).event.names().next(), Some(known.name));
    }
}

/// Refuses keys that the schema does not name, where it names any.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.contains_key("properties") && !object.contains_key("additionalProperties") {
                object.insert("additionalProperties".to_owned(), json!(false));
            }
            object.values_mut().for_each(close);
        }
        Value::Array(list) => list.iter_mut().for_each(close),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
