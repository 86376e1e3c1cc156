//! Messages in chat programs: whatever stands in a task, nothing of it is read as markup, and no limit is passed.

use std::iter::successors;

use jiff::tz::TimeZone;
use kanso_core::endpoint::Format;
use kanso_core::event::{Past, Person, Snapshot};
use kanso_domain::{Event, EventName, Field, FieldChange, FieldValue, Slot};
use kanso_webhooks::body::{Error, Style, body};
use proptest::prelude::*;
use serde_json::Value;

use crate::sample::{claimed, style};
use crate::snapshot::{first, next, snapshot};

const FORMATS: [Format; 5] =
    [Format::Slack, Format::Discord, Format::Mattermost, Format::Teams, Format::Ntfy];

/// What may be said of a message in each, by its body and what is in it.
const CHECKS: [fn(&str, &Value); 5] = [check_slack, check_discord, check_mattermost, check_teams, check_ntfy];

#[test]
fn dates_are_told_as_they_are_where_the_application_is() {
    let event = Event::TaskUpdated {
        task: 5.into(),
        changes: vec![change(Field::DateDue, FieldValue::Null, 1_784_757_600.into())],
    };
    let paris = TimeZone::get("Europe/Paris").unwrap();
    let told = |style: Style<'_>| {
        let delivery = claimed(EventName::TaskUpdate, event.clone(), snapshot(&event), None);
        let body: Value = serde_json::from_str(&body(&style, &delivery).unwrap()).unwrap();
        body["embeds"][0]["fields"][0].clone()
    };
    let here = told(style(Format::Discord).in_zone(&paris));
    assert_eq!((&here["name"], &here["value"]), (&"Due date".into(), &"none → 23 July 2026".into()));
    assert_eq!(told(style(Format::Discord))["value"], "none → 22 July 2026, 22:00 UTC");
}

#[test]
fn a_task_that_is_gone_has_no_link() {
    for format in FORMATS {
        let has_link = |event: Event| {
            let name = event.names().next().unwrap();
            write(format, name, &event, snapshot(&event)).contains("https://kanso.example/task/5")
        };
        assert!(has_link(Event::TaskClosed { task: 5.into() }), "{format}");
        assert!(!has_link(Event::TaskRemoved { task: 5.into() }), "{format}");
    }
}

#[test]
fn what_a_task_left_is_called_by_its_name() {
    let moved = |name: EventName, event: Event| {
        let mut snapshot = snapshot(&event);
        let bob = Person { id: 9.into(), username: "bob".to_owned(), name: None };
        snapshot.past = Some(Box::new(Past {
            column: Some("Ready".to_owned()),
            project: Some("Old <b>".to_owned()),
            assignee: Some(bob),
            ..Past::default()
        }));
        snapshot.actor_name = Some("Alice A.".to_owned());
        let delivery = claimed(name, event, snapshot, Some("alice".to_owned()));
        let body: Value = serde_json::from_str(&body(&style(Format::Ntfy), &delivery).unwrap()).unwrap();
        body["message"].as_str().unwrap().lines().take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let (task, slot) = (5.into(), |column: i64| Slot::new(2.into(), column.into(), 1));
    let event = Event::TaskMoved { task, from: slot(2), to: slot(3), moved_before: 0 };
    let told = moved(EventName::TaskMoveColumn, event);
    assert_eq!(told, ["Alice A. moved “Größe/Maß” from Ready to Work in progress", "Assignee: Alice"]);
    let event = Event::TaskMovedToProject { task, from: 2.into(), to: 1.into() };
    let told = moved(EventName::TaskMoveProject, event);
    assert_eq!(told[0], "Alice A. moved “Größe/Maß” from Old <b> to the project Demo");
    let changes = vec![change(Field::OwnerId, 9.into(), 2.into())];
    let told = moved(EventName::TaskUpdate, Event::TaskUpdated { task, changes });
    assert_eq!(told[1], "Assignee: bob → Alice");
}

#[test]
fn a_comment_that_not_all_may_read_is_told_without_its_text() {
    let event = Event::CommentUpdated { task: 5.into(), comment: 7.into(), before: "so".to_owned() };
    for (visibility, is_told) in [("app-user", true), ("app-manager", false), ("app-admin", false)] {
        let mut snapshot = snapshot(&event);
        snapshot.comment.as_mut().unwrap().visibility = visibility.to_owned();
        for format in FORMATS {
            let body = write(format, EventName::CommentUpdate, &event, snapshot.clone());
            assert_eq!(body.contains("Yes"), is_told, "{format}");
            assert_eq!(body.contains("Before"), is_told, "{format}");
        }
    }
}

#[test]
fn an_address_of_ntfy_without_a_topic_is_refused_in_words() {
    let style = Style { url: "https://ntfy.sh/", ..style(Format::Ntfy) };
    let delivery = claimed(EventName::TaskCreate, first(), snapshot(&first()), None);
    let error = body(&style, &delivery).unwrap_err();
    assert!(matches!(error, Error::NoTopic));
    assert!(error.to_string().contains("topic"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn nothing_escapes_and_no_limit_is_passed(text in any_text(), other in any_text()) {
        for event in successors(Some(first()), next).chain([all_changed(&text, &other)]) {
            for name in event.names() {
                let snapshot = with_text(snapshot(&event), &text);
                for (format, check) in FORMATS.into_iter().zip(CHECKS) {
                    let body = write(format, name, &event, snapshot.clone());
                    let message: Value = serde_json::from_str(&body).unwrap();
                    check(&body, &message);
                }
            }
        }
    }
}

/// What people write, what attackers write, and much of it.
fn any_text() -> impl Strategy<Value = String> {
    const TRAPS: [&str; 18] = [
        "<!channel>",
        "@everyone",
        "@here ",
        "<@U123>",
        "<https://evil.example|safe>",
        "[safe](https://evil.example)",
        "![](https://evil.example/x.png)",
        "```\n",
        "*a* _b_ ~c~ `d`",
        "\n- a\n1. b\n# c\n> d",
        "\\",
        "\"&amp;<at>x</at>",
        "{{DATE(2026-01-01T00:00:00Z)}}",
        "\u{202e}\0\u{7}\r\n",
        "👨‍👩‍👧‍👦",
        "e\u{301}\u{301}\u{301}",
        "漢字",
        "]",
    ];
    let trap = prop::sample::select(TRAPS.to_vec()).prop_map(str::to_owned);
    let piece = prop_oneof![trap, any::<String>(), "[a-z ]{1,20}"];
    (prop::collection::vec(piece, 1..6), prop_oneof![Just(1_usize), 2..200_usize])
        .prop_map(|(pieces, times)| pieces.concat().repeat(times))
}

fn write(format: Format, name: EventName, event: &Event, snapshot: Snapshot) -> String {
    let actor = snapshot.task.as_ref().map(|task| task.title.clone());
    body(&style(format), &claimed(name, event.clone(), snapshot, actor)).unwrap()
}

fn change(field: Field, from: FieldValue, to: FieldValue) -> FieldChange {
    FieldChange { field, from, to }
}

fn all_changed(from: &str, to: &str) -> Event {
    const FIELDS: [Field; 17] = [
        Field::Title,
        Field::ColorId,
        Field::OwnerId,
        Field::DateDue,
        Field::Description,
        Field::CategoryId,
        Field::Score,
        Field::Priority,
        Field::RecurrenceStatus,
        Field::RecurrenceTrigger,
        Field::RecurrenceFactor,
        Field::RecurrenceTimeframe,
        Field::RecurrenceBasedate,
        Field::Reference,
        Field::DateStarted,
        Field::TimeSpent,
        Field::TimeEstimated,
    ];
    let changes = FIELDS.map(|field| change(field, from.into(), to.into()));
    Event::TaskUpdated { task: 5.into(), changes: changes.into() }
}

/// The same with `text` wherever people can write.
fn with_text(mut snapshot: Snapshot, text: &str) -> Snapshot {
    let text = || text.to_owned();
    if let Some(task) = &mut snapshot.task {
        (task.title, task.project_name, task.column_title) = (text(), text(), text());
        (task.description, task.category_name, task.swimlane_name) =
            (Some(text()), Some(text()), Some(text()));
        (task.assignee_name, task.creator_name) = (Some(text()), Some(text()));
    }
    if let Some(comment) = &mut snapshot.comment {
        comment.comment = text();
    }
    if let Some(subtask) = &mut snapshot.subtask {
        (subtask.title, subtask.name) = (text(), Some(text()));
    }
    if let Some(link) = &mut snapshot.task_link {
        link.label = text();
    }
    if let Some(file) = &mut snapshot.file {
        file.name = text();
    }
    if let Some(Value::Object(object)) = &mut snapshot.managed {
        for key in ["title", "name", "description", "host", "role"] {
            object.insert(key.to_owned(), text().into());
        }
    }
    snapshot
}

fn units(value: &Value) -> usize {
    value.as_str().unwrap_or_default().encode_utf16().count()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn check_slack(_body: &str, message: &Value) {
    assert!((1..=3_000).contains(&units(&message["text"])));
    assert!(is_inert_in_slack(message["text"].as_str().unwrap()));
    let blocks = list(&message["blocks"]).iter().chain(list(&message["attachments"][0]["blocks"]));
    for block in blocks {
        let (text, fields) = (block.get("text"), list(&block["fields"]));
        assert!(fields.len() <= 10 && (text.is_some() || !fields.is_empty()));
        for (text, limit) in
            text.map(|text| (text, 3_000)).into_iter().chain(fields.iter().map(|field| (field, 2_000)))
        {
            assert_eq!(text["verbatim"], true);
            assert!((1..=limit).contains(&units(&text["text"])));
            assert!(is_inert_in_slack(text["text"].as_str().unwrap()), "{text}");
        }
    }
}

/// Whether nothing but the link to the task, or to the board, is markup.
fn is_inert_in_slack(text: &str) -> bool {
    let rest = match text.split_once("<https://kanso.example/task/5|") {
        Some((before, after)) => format!("{before}{}", after.replacen('>', "", 1)),
        None => text.to_owned(),
    };
    let entities = ["&amp;", "&lt;", "&gt;"];
    let bare = entities.iter().fold(rest, |rest, entity| rest.replace(entity, ""));
    !bare.contains(['<', '>', '&', '`'])
}

fn check_discord(_body: &str, message: &Value) {
    assert_eq!(message["allowed_mentions"], serde_json::json!({ "parse": [] }));
    let embed = &message["embeds"][0];
    let fields = list(&embed["fields"]);
    assert!((1..=256).contains(&units(&embed["title"])) && units(&embed["description"]) <= 4_096);
    assert!(fields.len() <= 25);
    let mut all = units(&embed["title"]) + units(&embed["description"]);
    for field in fields {
        assert!((1..=256).contains(&units(&field["name"])) && (1..=1_024).contains(&units(&field["value"])));
        all += units(&field["name"]) + units(&field["value"]);
    }
    assert!(all <= 6_000, "{all}");
    let texts = fields.iter().flat_map(|field| [&field["name"], &field["value"]]);
    for text in texts.chain([&embed["title"], &embed["description"]]) {
        assert!(is_inert_in_markdown(text.as_str().unwrap_or_default()), "{text}");
    }
}

/// Whether what is left without the escaped characters holds nothing that Markdown reads.
fn is_inert_in_markdown(text: &str) -> bool {
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' if characters.next().is_none() => return false,
            '*' | '~' | '`' | '[' | ']' | '<' | '>' | '|' | '{' | '}' => return false,
            _ => {}
        }
    }
    true
}

fn check_mattermost(_body: &str, message: &Value) {
    let attachment = &message["attachments"][0];
    assert!((1..=500).contains(&units(&attachment["title"])));
    let fields = list(&attachment["fields"]).iter().flat_map(|field| [&field["title"], &field["value"]]);
    for text in fields.chain([&attachment["title"], &attachment["fallback"], &attachment["text"]]) {
        let text = text.as_str().unwrap_or_default();
        let after = |mark: char| text.split(mark).skip(1).all(|rest| rest.starts_with('\u{200b}'));
        assert!(after('@') && after('<') && after(']'), "{text}");
    }
}

fn check_teams(body: &str, message: &Value) {
    assert!(body.len() <= 28 * 1_024, "{}", body.len());
    let card = &message["attachments"][0]["content"];
    for block in list(&card["body"]) {
        let facts = list(&block["facts"]).iter().flat_map(|fact| [&fact["title"], &fact["value"]]);
        for text in facts.chain(block.get("text")) {
            assert!(units(text) > 0 && is_inert_in_markdown(text.as_str().unwrap()), "{text}");
        }
    }
}

fn check_ntfy(_body: &str, message: &Value) {
    let bytes = |key: &str| message[key].as_str().unwrap().len();
    assert!((1..=4_096).contains(&bytes("message")));
    assert!((1..=250).contains(&bytes("title")));
    assert_eq!(message["topic"], "hook");
}
