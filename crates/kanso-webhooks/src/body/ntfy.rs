//! A notification by ntfy, published as JSON: the topic stands in the body.

use serde_json::{Map, Value};

use super::story::{Kind, Story};
use super::text::fit;
use super::{Error, address};

/// The longest title and message, in bytes. A longer message would arrive as a file.
const TITLE: usize = 250;
const MESSAGE: usize = 4_096;

pub(super) fn write(story: &Story, url: &str) -> Result<String, Error> {
    let topic = address::topic(url).ok_or(Error::NoTopic)?;
    let (title, sentence) = match &story.project {
        Some(project) => (project.as_str(), &story.short),
        None => ("Kanso", &story.sentence),
    };
    let facts = story.facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value));
    let lines = std::iter::once(sentence.plain()).chain(story.quote.clone()).chain(facts);
    let message = lines.collect::<Vec<_>>().join("\n");
    let mut body = Map::new();
    let mut insert = |name: &str, value: Value| body.insert(name.to_owned(), value);
    insert("topic", topic.into());
    insert("title", fit(title, TITLE, str::len, str::to_owned).into());
    insert("message", fit(&message, MESSAGE, str::len, str::to_owned).into());
    insert("tags", vec![tag(story.kind)].into());
    insert("priority", priority(story).into());
    if let Some(link) = &story.link {
        insert("click", link.url.clone().into());
    }
    Ok(serde_json::to_string(&body)?)
}

/// From 1 to 5; who hears a sound for 3 does not want one for each task that is put in order.
fn priority(story: &Story) -> u8 {
    if story.kind == Kind::Reordered {
        2
    } else if story.is_important {
        4
    } else {
        3
    }
}

/// The short name of the sign that stands before the title.
fn tag(kind: Kind) -> &'static str {
    match kind {
        Kind::Created => "new",
        Kind::Changed => "pencil2",
        Kind::Assigned => "bust_in_silhouette",
        Kind::Moved => "arrow_right",
        Kind::Reordered => "arrow_up_down",
        Kind::Closed => "white_check_mark",
        Kind::Opened => "leftwards_arrow_with_hook",
        Kind::Removed => "wastebasket",
        Kind::Commented => "speech_balloon",
        Kind::Subtask => "ballot_box_with_check",
        Kind::Linked => "link",
        Kind::Attached => "paperclip",
        Kind::Managed => "gear",
    }
}
