//! An adaptive card in Microsoft Teams, in the envelope that webhooks of its workflows take.

use serde_json::{Value, json};

use super::Error;
use super::markdown::escape;
use super::story::{Fact, Story};
use super::text::{fit, units};

/// The longest texts. All together stay below the 28 kB that a card may have, whatever is in them: a unit takes
/// four bytes at most when it is escaped twice, and a task has 17 fields that can change at once.
const TITLE: usize = 600;
const TEXT: usize = 2_000;
const VALUE: usize = 300;

pub(super) fn write(story: &Story) -> Result<String, Error> {
    let sentence = fit(&story.sentence.plain(), TITLE, units, escape);
    let mut body = vec![block(&sentence, true)];
    if let Some(quote) = &story.quote {
        body.push(block(&fit(quote, TEXT, units, written), false));
    }
    if !story.facts.is_empty() {
        let facts: Vec<Value> = story.facts.iter().map(fact).collect();
        body.push(json!({ "type": "FactSet", "facts": facts }));
    }
    let mut card = json!({
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": body,
        "msteams": { "width": "Full" },
    });
    if let Some(link) = &story.link {
        card["actions"] = json!([{ "type": "Action.OpenUrl", "title": link.label, "url": link.url }]);
    }
    let message = json!({
        "type": "message",
        "attachments": [{
            "contentType": "application/vnd.microsoft.card.adaptive",
            "contentUrl": null,
            "content": card,
        }],
    });
    Ok(serde_json::to_string(&message)?)
}

fn block(text: &str, is_headline: bool) -> Value {
    let weight = if is_headline { "bolder" } else { "default" };
    json!({ "type": "TextBlock", "text": text, "weight": weight, "wrap": true })
}

/// Cards take an empty line for the end of one.
fn written(text: &str) -> String {
    escape(text).replace('\n', "\n\n")
}

fn fact(fact: &Fact) -> Value {
    json!({ "title": escape(&fact.label), "value": fit(&fact.value, VALUE, units, escape) })
}
