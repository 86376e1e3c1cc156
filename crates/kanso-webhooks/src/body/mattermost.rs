//! A message in Mattermost or Rocket.Chat.

use serde_json::{Map, Value, json};

use super::Error;
use super::markdown::{escape_with_gaps, gaps};
use super::story::{Fact, Story};
use super::text::{fit, units};

/// The longest texts: far below what either program takes, and as much as is read in a channel.
const TITLE: usize = 500;
const TEXT: usize = 4_000;

/// Up to this length two values stand side by side.
const SHORT: usize = 40;

pub(super) fn write(story: &Story) -> Result<String, Error> {
    let mut attachment = Map::new();
    let title = fit(&story.sentence.plain(), TITLE, units, gaps);
    // What notifications show.
    attachment.insert("fallback".to_owned(), title.clone().into());
    attachment.insert("title".to_owned(), title.into());
    if let Some(link) = &story.link {
        attachment.insert("title_link".to_owned(), link.url.clone().into());
    }
    if let Some(quote) = &story.quote {
        attachment.insert("text".to_owned(), fit(quote, TEXT, units, escape_with_gaps).into());
    }
    if !story.facts.is_empty() {
        let fields: Vec<Value> = story.facts.iter().map(field).collect();
        attachment.insert("fields".to_owned(), fields.into());
    }
    if let Some(color) = story.color {
        attachment.insert("color".to_owned(), format!("#{color:06x}").into());
    }
    Ok(serde_json::to_string(&json!({ "attachments": [attachment] }))?)
}

fn field(fact: &Fact) -> Value {
    json!({
        "title": gaps(&fact.label),
        "value": fit(&fact.value, TEXT, units, escape_with_gaps),
        "short": units(&fact.value) <= SHORT,
    })
}
