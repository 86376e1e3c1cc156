//! A message in Discord.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::Error;
use super::markdown::escape;
use super::story::Story;
use super::text::{fit, units};

/// The longest title, description, name and value of a field, how many fields there are, and how long all may be.
const TITLE: usize = 256;
const DESCRIPTION: usize = 4_096;
const NAME: usize = 256;
const VALUE: usize = 1_024;
const FIELDS: usize = 25;
const ALL: usize = 6_000;

/// From this length on a value has a line of its own.
const LONG: usize = 40;

pub(super) fn write(story: &Story) -> Result<String, Error> {
    let mut embed = Map::new();
    let title = fit(&story.sentence.plain(), TITLE, units, escape);
    let mut left = ALL.saturating_sub(units(&title));
    embed.insert("title".to_owned(), title.into());
    if let Some(link) = &story.link {
        embed.insert("url".to_owned(), link.url.clone().into());
    }
    if let Some(quote) = &story.quote {
        let description = fit(quote, DESCRIPTION, units, escape);
        left = left.saturating_sub(units(&description));
        embed.insert("description".to_owned(), description.into());
    }
    let fields = fields(story, left);
    if !fields.is_empty() {
        embed.insert("fields".to_owned(), fields.into());
    }
    if let Some(color) = story.color {
        embed.insert("color".to_owned(), color.into());
    }
    if let Ok(at) = Timestamp::from_second(story.at) {
        embed.insert("timestamp".to_owned(), at.to_string().into());
    }
    // Whatever stands in the text, nobody is called by it.
    let message = json!({ "embeds": [embed], "allowed_mentions": { "parse": [] } });
    Ok(serde_json::to_string(&message)?)
}

/// The facts, as many as there is room for.
fn fields(story: &Story, mut left: usize) -> Vec<Value> {
    let mut fields = Vec::new();
    for fact in story.facts.iter().take(FIELDS) {
        let (name, value) = (fit(&fact.label, NAME, units, escape), fit(&fact.value, VALUE, units, escape));
        let Some(rest) = left.checked_sub(units(&name) + units(&value)) else { break };
        left = rest;
        fields.push(json!({ "name": name, "value": value, "inline": units(&fact.value) < LONG }));
    }
    fields
}
