//! Templates: what they make, what is refused before they are saved, and that nothing makes them misbehave.

use kanso_core::endpoint::Format;
use kanso_core::event::Logged;
use kanso_domain::EventName;
use kanso_webhooks::body::{Style, content_type, write};
use kanso_webhooks::catalogue::sample;
use kanso_webhooks::check_template;
use proptest::prelude::*;
use serde_json::Value;

use crate::sample::style;

const NOW: i64 = 1_795_288_210;

fn made(template: &str, name: EventName, logged: &Logged) -> Result<String, String> {
    let style = Style { template, ..style(Format::Template) };
    write(&style, name, logged).map_err(|error| error.to_string())
}

fn sampled(template: &str, name: EventName) -> String {
    made(template, name, &sample(name, NOW)).unwrap()
}

#[test]
fn a_template_of_json_needs_no_care_with_quotation_marks() {
    let template = r#"{"text": "{{ actor.name }} moved {{ data.task.title }} to {{ data.task.column.name }}",
        "tags": {{ data.task.tags | tojson }}, "from": "{{ data.changes.column.from.name }}"}"#;
    assert_eq!(check_template(template), Ok(()));
    let body = sampled(template, EventName::TaskMoveColumn);
    let read: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(read["text"], "Alice Martin moved Print the \"Spring\" flyer to Work in progress");
    assert_eq!(read["tags"][1], "urgent");
    assert_eq!(read["from"], "Ready");
    assert_eq!(content_type(Format::Template, &body), "application/json");
}

#[test]
fn a_template_of_text_writes_it_as_it_is() {
    let template = "{% if data.comment %}{{ data.comment.text }}{% else %}{{ data.task.title | upper }}{% endif %}\
        {% for tag in data.task.tags %} #{{ tag }}{% endfor %}";
    assert_eq!(check_template(template), Ok(()));
    let body = sampled(template, EventName::TaskClose);
    assert_eq!(body, "PRINT THE \"SPRING\" FLYER #print #urgent");
    assert_eq!(content_type(Format::Template, &body), "text/plain; charset=utf-8");
}

#[test]
fn filters_do_what_their_names_say() {
    for (template, expected) in [
        ("{{ data.task.reference | lower | capitalize }}", "Crm-1207"),
        ("{{ data.task.due_at | date }}", "2026-11-24"),
        ("{{ data.task.completed_at | default('open') }}", "open"),
        ("{{ data.task.tags | join(', ') }}", "print, urgent"),
        (
            "{{ data.task.tags | first }} {{ data.task.tags | last }} {{ data.task.tags | length }}",
            "print urgent 2",
        ),
        ("{{ data.task.title | replace('\"', '') | truncate(9) }}", "Print the…"),
        ("{{ '  a ' | trim }}", "a"),
        ("{{ data.task.title | urlencode }}", "Print+the+%22Spring%22+flyer"),
        ("{{ data.task.column | tojson }}", "{\"id\":3,\"name\":\"Work in progress\"}"),
        ("{{ data.task.category.name }}{{ data.comment.author.name }}", "Print"),
        ("{{ data.task.assignee.username ~ '@' ~ project.name }}", "alice@Spring campaign"),
        ("{% if data.task.priority >= 2 and not data.task.completed_at %}!{% endif %}", "!"),
    ] {
        assert_eq!(check_template(template), Ok(()), "{template}");
        assert_eq!(sampled(template, EventName::TaskCreate), expected, "{template}");
    }
}

#[test]
fn what_is_wrong_is_said_before_it_is_saved() {
    for (template, why) in [
        ("{{ data.task.titel }}", "no event has data.task.titel"),
        ("{{ title }}", "no event has title"),
        ("{{ data.task.category.name.first }}", "no event has data.task.category.name.first"),
        ("\n{{ data.task.title", "line 2"),
        ("{{ data.task.title | shout }}", "there are capitalize, date"),
        ("{\"text\": {{ data.task.title }}}", "for task.create: what it makes is not JSON"),
        ("{% set a = 1 %}", "there is no {% set %} here"),
        (
            "{% for a in 'abcdefghij' %}{% for b in 'abcdefghij' %}{% for c in 'abcdefghij' %}{% for d in 'abcdefghij' %}\
          {{ a }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
            "too many steps",
        ),
    ] {
        let refused = check_template(template).unwrap_err();
        assert!(refused.contains(why), "{template}: {refused}");
    }
}

#[test]
fn what_grows_too_large_is_refused_and_not_sent() {
    let long = "x".repeat(8_000);
    let output = format!("{{% for a in 'abcdefghijklmnopqrstuvwxyz0123456789' %}}{long}{{% endfor %}}");
    assert!(check_template(&output).unwrap_err().contains("more than 256 kB"));
    let value = format!("{{{{ '{long}' | replace('x', '{}') }}}}", "y".repeat(100));
    assert!(check_template(&value).unwrap_err().contains("a text is longer than 256 kB"));
    let quotes = format!("{{{{ data.task.title {} }}}}", "| tojson".repeat(100));
    assert!(check_template(&quotes).unwrap_err().contains("a text is longer than 256 kB"));
}

/// A piece of a template, in no particular order.
fn piece() -> impl Strategy<Value = String> {
    let words = [
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "-",
        "if",
        "for",
        "in",
        "endfor",
        "endif",
        "else",
        "set",
        "macro",
        "block",
        "data.task",
        "data.task.tags",
        ".title",
        "|",
        "tojson",
        "join",
        "replace('a', 'aa')",
        "upper",
        "first",
        "truncate(3)",
        "~",
        "+",
        "*",
        "(",
        ")",
        "[",
        "]",
        "[0]",
        "[:2]",
        "'",
        "\"",
        "1",
        "loop",
        "is",
        "defined",
        "not",
        "==",
        "{\"a\": \"",
        "\"}",
        " ",
        "\n",
        "raw",
        "endraw",
        "recursive",
        "ä",
    ];
    prop_oneof![4 => prop::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => ".{0,8}"]
}

proptest! {
    #[test]
    fn no_template_breaks_anything(pieces in prop::collection::vec(piece(), 0..40)) {
        let template = pieces.concat();
        let _ = check_template(&template);
        let _ = made(&template, EventName::TaskMoveColumn, &sample(EventName::TaskMoveColumn, NOW));
    }

    #[test]
    fn no_text_breaks_out_of_json(title in any::<String>(), tag in any::<String>()) {
        let template = r#"{"title": "{{ data.task.title }}", "tags": {{ data.task.tags | tojson }},
            "list": "{{ data.task.tags }}", "both": "{{ data.task.title ~ data.task.tags }}"}"#;
        let mut logged = sample(EventName::TaskCreate, NOW);
        logged.snapshot.tags = vec![tag.clone()];
        logged.snapshot.task.as_mut().unwrap().title.clone_from(&title);
        let body = made(template, EventName::TaskCreate, &logged).unwrap();
        let read: Value = serde_json::from_str(&body).unwrap();
        prop_assert_eq!(read.as_object().unwrap().len(), 4);
        prop_assert_eq!(&read["title"], &Value::from(title));
        prop_assert_eq!(&read["tags"][0], &Value::from(tag));
    }
}
