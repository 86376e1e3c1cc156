//! Bodies that are too large for one request, and events with whatever data.

use std::sync::OnceLock;

use jsonschema::Validator;
use kanso_core::endpoint::Format;
use kanso_domain::EventName;
use kanso_webhooks::body::write;
use kanso_webhooks::catalogue::{body_schema, sample};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::sample::style;

const NOW: i64 = 1_795_288_210;
const LARGEST: usize = 256 * 1024;

fn validator(format: Format) -> &'static Validator {
    static STANDARD: OnceLock<Validator> = OnceLock::new();
    static CLOUDEVENTS: OnceLock<Validator> = OnceLock::new();
    let known = if format == Format::Standard { &STANDARD } else { &CLOUDEVENTS };
    known.get_or_init(|| jsonschema::validator_for(&body_schema(format).unwrap()).unwrap())
}

fn body_of(format: Format, description: &str) -> Value {
    let mut logged = sample(EventName::TaskCreate, NOW);
    logged.snapshot.task.as_mut().unwrap().description = Some(description.to_owned());
    let body = write(&style(format), EventName::TaskCreate, &logged).unwrap();
    serde_json::from_str(&body).unwrap()
}

#[test]
fn a_large_task_is_told_in_short_with_the_address_of_the_whole() {
    for (format, at) in [(Format::Standard, ""), (Format::CloudEvents, "/data")] {
        let whole = body_of(format, &"a".repeat(LARGEST / 2));
        assert_eq!(whole.pointer(&format!("{at}/truncated")), None, "{format}");
        let short = body_of(format, &"ä\n".repeat(LARGEST / 2));
        let about = short.pointer(at).unwrap();
        assert_eq!(about["truncated"], json!(true), "{format}");
        assert_eq!(about["url"], json!("https://kanso.example/task/42"));
        let task = short.pointer("/data/task").unwrap();
        assert_eq!(task["description"].as_str().unwrap().chars().count(), 501);
        assert_eq!(task["column"]["name"], json!("Work in progress"));
        assert!(validator(format).is_valid(&short));
    }
}

#[test]
fn kanboards_formats_are_sent_whole() {
    let body = body_of(Format::Kanboard2016, &"a".repeat(2 * LARGEST));
    assert_eq!(body["event_data"]["task"]["description"].as_str().unwrap().len(), 2 * LARGEST);
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let long = (any::<char>(), 1..200_000_usize).prop_map(|(letter, times)| letter.to_string().repeat(times));
    prop::collection::vec(prop_oneof![8 => any::<String>(), 1 => long], 12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_an_event_holds_it_has_a_body_of_bounded_size(
        at in 0..EventName::all().count(),
        numbers in prop::collection::vec(any::<i64>(), 12),
        texts in texts(),
        tags in prop::collection::vec(any::<String>(), 0..300),
    ) {
        let name = EventName::all().nth(at).unwrap();
        let mut logged = sample(name, NOW);
        logged.at = numbers[0];
        logged.actor_id = numbers[1].into();
        logged.actor = Some(texts[0].clone());
        logged.snapshot.tags = tags;
        logged.snapshot.cause = Some(texts[1].clone());
        if let Some(task) = &mut logged.snapshot.task {
            (task.id, task.is_active, task.date_due) = (numbers[2], numbers[3], Some(numbers[4]));
            (task.date_creation, task.category_id, task.owner_id) = (numbers[5], Some(numbers[6]), numbers[7]);
            (task.title, task.description) = (texts[2].clone(), Some(texts[3].clone()));
            (task.column_title, task.category_name) = (texts[4].clone(), Some(texts[5].clone()));
        }
        if let Some(subtask) = &mut logged.snapshot.subtask {
            (subtask.status, subtask.title) = (numbers[8], texts[6].clone());
        }
        if let Some(comment) = &mut logged.snapshot.comment {
            (comment.comment, comment.date_creation) = (texts[7].clone(), numbers[9]);
        }
        for format in [Format::Standard, Format::CloudEvents] {
            let body = write(&style(format), name, &logged).unwrap();
            prop_assert!(body.len() <= LARGEST, "{} bytes", body.len());
            let body = serde_json::from_str(&body).unwrap();
            prop_assert!(validator(format).is_valid(&body), "{body:#}");
        }
    }
}
