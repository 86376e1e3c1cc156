//! A message in Slack.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::Error;
use super::story::{Fact, Piece, Story};
use super::text::{fit, units};

/// The longest text of a block, the longest of a field, and how many fields a block holds.
const TEXT: usize = 3_000;
const FIELD: usize = 2_000;
const FIELDS: usize = 10;

pub(super) fn write(story: &Story) -> Result<String, Error> {
    let mut message = json!({
        // What notifications show; the message itself is in the blocks.
        "text": fit(&story.sentence.plain(), TEXT, units, escape),
        "blocks": [section(&sentence(story))],
        "unfurl_links": false,
        "unfurl_media": false,
    });
    let mut blocks: Vec<Value> =
        story.quote.iter().map(|quote| section(&fit(quote, TEXT, units, escape))).collect();
    blocks.extend(
        story
            .facts
            .chunks(FIELDS)
            .map(|facts| json!({ "type": "section", "fields": facts.iter().map(field).collect::<Vec<_>>() })),
    );
    if !blocks.is_empty() {
        let mut attachment = json!({ "blocks": blocks });
        if let Some(color) = story.color {
            attachment["color"] = format!("#{color:06x}").into();
        }
        message["attachments"] = json!([attachment]);
    }
    Ok(serde_json::to_string(&message)?)
}

fn section(text: &str) -> Value {
    json!({ "type": "section", "text": mrkdwn(text) })
}

/// `verbatim`: what looks like a mention, a channel or an address stays text.
fn mrkdwn(text: &str) -> Value {
    json!({ "type": "mrkdwn", "text": text, "verbatim": true })
}

/// The sentence, in which the title leads to the task.
fn sentence(story: &Story) -> String {
    let write = |piece: &Piece| match (piece, &story.link) {
        (Piece::Task(title), Some(link)) => format!("<{}|{}>", address(&link.url), escape(title)),
        (Piece::Task(text) | Piece::Text(text), _) => escape(text),
    };
    story.sentence.pieces().iter().map(write).collect()
}

fn field(fact: &Fact) -> Value {
    let label = escape(&fact.label);
    let value = fit(&fact.value, FIELD.saturating_sub(units(&label) + 3), units, escape);
    mrkdwn(&format!("*{label}*\n{value}"))
}

/// Text of which Slack reads nothing as markup: `&`, `<` and `>` as Slack wants them escaped. Its other marks have
/// no escape, so where they would mean something they are replaced by their likes.
fn escape(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + text.len() / 8);
    let mut characters = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        let is_inside_word = before.is_alphanumeric() && after.is_alphanumeric();
        match c {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '`' => written.push('ˋ'),
            '*' if !is_inside_word => written.push('∗'),
            '_' if !is_inside_word => written.push('ˍ'),
            '~' if !is_inside_word => written.push('∼'),
            _ => written.push(c),
        }
        before = c;
    }
    written
}

/// An address as it may stand in a link.
fn address(url: &str) -> Cow<'_, str> {
    Cow::Owned(url.replace('&', "&amp;").replace('<', "%3C").replace('>', "%3E").replace('|', "%7C"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_slack_would_read_is_written_otherwise() {
        assert_eq!(escape("<!channel> R&D"), "&lt;!channel&gt; R&amp;D");
        assert_eq!(escape("*b* snake_case 2*3 `x`"), "∗b∗ snake_case 2*3 ˋxˋ");
        assert_eq!(address("https://a/?b&c|d>"), "https://a/?b&amp;c%7Cd%3E");
    }

    proptest! {
        #[test]
        fn nothing_is_left_to_read(text: String) {
            let escaped = escape(&text);
            prop_assert!(!escaped.contains(['<', '>', '`']));
            let again = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            prop_assert_eq!(again.chars().count(), text.chars().count());
        }
    }
}
