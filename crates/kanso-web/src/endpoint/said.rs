//! What people would read of a message to a chat: the words in its body, without the marks around them.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// The keys under which the formats put words, in the order in which they are read.
const WORDS: [&str; 9] =
    ["title", "text", "message", "content", "description", "name", "author", "value", "footer"];
/// The keys under which they put parts that hold words themselves.
const PARTS: [&str; 11] = [
    "attachments",
    "embeds",
    "blocks",
    "sections",
    "elements",
    "fields",
    "facts",
    "items",
    "columns",
    "body",
    "actions",
];

/// The lines of a message, from top to bottom. A body that is no JSON is its own text.
pub(super) fn lines(body: &str) -> Vec<String> {
    let mut lines = Vec::new();
    match serde_json::from_str::<Value>(body) {
        Ok(value) => read(&value, &mut lines),
        Err(_) => lines.push(body.to_owned()),
    }
    let texts = lines.iter().map(|text| fact(text));
    let mut lines: Vec<String> = texts.flat_map(|text| text.lines().map(plain).collect::<Vec<_>>()).collect();
    lines.retain(|line| !line.is_empty());
    // What notifications show stands before the message itself, in the same words.
    lines.dedup();
    lines
}

/// A fact with its name in bold above it becomes one line.
fn fact(text: &str) -> Cow<'_, str> {
    let named = text.strip_prefix('*').and_then(|rest| rest.split_once("*\n"));
    named.map_or(Cow::Borrowed(text), |(name, value)| Cow::Owned(format!("{name}: {value}")))
}

fn read(value: &Value, lines: &mut Vec<String>) {
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| read(part, lines)),
        Value::Object(object) => read_object(object, lines),
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
}

fn read_object(object: &Map<String, Value>, lines: &mut Vec<String>) {
    let mut before = String::new();
    for (key, value) in object {
        match value {
            // A fact: its name, then its value, on one line.
            Value::String(text) if key == "value" && !before.is_empty() => {
                if let Some(last) = lines.last_mut() {
                    *last = format!("{last}: {text}");
                }
            }
            Value::String(text) if WORDS.contains(&key.as_str()) => {
                before.clone_from(text);
                lines.push(text.clone());
            }
            Value::Object(_) => read(value, lines),
            Value::Array(_) if PARTS.contains(&key.as_str()) => read(value, lines),
            Value::Array(_) | Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
        }
    }
}

/// The line without the marks of links, of bold text and of escaped characters.
fn plain(line: &str) -> String {
    let line = slack_links(&markdown_links(line));
    let line = line.replace("**", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match characters.peek() {
            Some(next) if character == '\\' && next.is_ascii_punctuation() => {}
            _ => plain.push(character),
        }
    }
    plain.trim().to_owned()
}

/// `<address|words>` becomes the words, `<address>` the address.
fn slack_links(line: &str) -> String {
    between(line, "<http", ">", |inner| {
        inner.split_once('|').map_or_else(|| format!("http{inner}"), |(_, words)| words.to_owned())
    })
}

/// `[words](address)` becomes the words.
fn markdown_links(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](http") {
        let (Some((lead, words)), Some((_, after))) = (before.rsplit_once('['), after.split_once(')')) else {
            break;
        };
        plain.push_str(lead);
        plain.push_str(words);
        rest = after;
    }
    plain + rest
}

fn between(line: &str, start: &str, end: &str, read: impl Fn(&str) -> String) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(start) {
        let Some((inner, after)) = after.split_once(end) else { break };
        plain.push_str(before);
        plain.push_str(&read(inner));
        rest = after;
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_message_is_read_without_its_marks() {
        let slack = r#"{"text":"*Ada* moved <https://x.example/task/1|#1 a &lt;b&gt;> to *Done*"}"#;
        assert_eq!(lines(slack), ["*Ada* moved #1 a <b> to *Done*"]);
        let discord =
            r#"{"embeds":[{"title":"New task","description":"[#1 Wash](https://x.example/1) **now**\\_"}]}"#;
        assert_eq!(lines(discord), ["New task", "#1 Wash now_"]);
    }

    #[test]
    fn facts_stand_on_one_line() {
        let slack = r#"{"blocks":[{"type":"section","fields":[{"type":"mrkdwn","text":"*Column*\nDone"}]}]}"#;
        assert_eq!(lines(slack), ["Column: Done"]);
        let teams = r#"{"attachments":[{"content":{"body":[{"type":"TextBlock","text":"Moved"},
            {"type":"FactSet","facts":[{"title":"Column","value":"Done"}]}]}}]}"#;
        assert_eq!(lines(teams), ["Moved", "Column: Done"]);
    }

    #[test]
    fn a_text_is_itself() {
        assert_eq!(lines("one\ntwo"), ["one", "two"]);
    }
}
