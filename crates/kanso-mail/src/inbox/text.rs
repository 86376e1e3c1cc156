//! What a message says, and what comes with it.

use kanso_core::file::NewFile;
use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::html::to_markdown;

/// More files than this do not come with a mail.
pub(super) const MOST_FILES: usize = 100;

/// The text of the message as Markdown: what it says in plain text, else its HTML.
pub(super) fn text_of(message: &Message<'_>) -> String {
    let plain = joined(message.text_bodies());
    let text = if plain.trim().is_empty() { joined(message.html_bodies()) } else { plain };
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

fn joined<'a>(parts: impl Iterator<Item = &'a MessagePart<'a>>) -> String {
    let texts = parts.filter_map(|part| match &part.body {
        PartType::Text(text) if is_flowed(part) => Some(unflowed(text)),
        PartType::Text(text) => Some(text.to_string()),
        PartType::Html(html) => Some(to_markdown(html)),
        PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) | PartType::Multipart(_) => {
            None
        }
    });
    texts.collect::<Vec<_>>().join("\n\n")
}

/// Whether lines that end with a blank go on in the next one (RFC 3676).
fn is_flowed(part: &MessagePart<'_>) -> bool {
    let format = part.content_type().and_then(|kind| kind.attribute("format"));
    format.is_some_and(|format| format.eq_ignore_ascii_case("flowed"))
}

/// The text with its paragraphs in one line each. Quotes stay as they are.
fn unflowed(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.trim_end_matches('\r');
        // A blank is put before what would mean something else.
        let line = line.strip_prefix(' ').unwrap_or(line);
        let goes_on = line.ends_with(' ') && line != "-- " && !line.starts_with('>');
        whole.push_str(line);
        if !goes_on {
            whole.push('\n');
        }
    }
    whole
}

/// What is attached, pictures in the text among it; those without content are left out. `None` for too many.
pub(super) fn files_of(message: &Message<'_>) -> Option<Vec<NewFile>> {
    let count = message.attachment_count();
    let files = message.attachments().enumerate().map(|(number, part)| file(message, part, number + 1));
    (count <= MOST_FILES).then(|| files.filter(|file| !file.content.is_empty()).collect())
}

fn file(message: &Message<'_>, part: &MessagePart<'_>, number: usize) -> NewFile {
    let kind = part.content_type();
    let subtype = kind.and_then(|kind| kind.subtype()).unwrap_or("bin");
    let content = match &part.body {
        // A message that was passed on is kept as it is.
        PartType::Message(inner) => {
            let (from, to) = (part.raw_body_offset() as usize, part.raw_end_offset() as usize);
            let raw = message.raw_message().get(from..to).filter(|raw| !raw.is_empty());
            raw.unwrap_or_else(|| inner.raw_message()).to_vec()
        }
        PartType::Text(_)
        | PartType::Html(_)
        | PartType::Binary(_)
        | PartType::InlineBinary(_)
        | PartType::Multipart(_) => part.contents().to_vec(),
    };
    let named = part.attachment_name().map(clean).filter(|name| !name.is_empty());
    let ending = match &part.body {
        PartType::Message(_) => "eml",
        PartType::Text(_) if subtype == "plain" => "txt",
        PartType::Text(_)
        | PartType::Html(_)
        | PartType::Binary(_)
        | PartType::InlineBinary(_)
        | PartType::Multipart(_) => subtype,
    };
    NewFile { name: named.unwrap_or_else(|| clean(&format!("{number}.{ending}"))), content }
}

/// A name without what would lead into a folder or cannot be seen.
fn clean(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
    name.trim().trim_start_matches('.').to_owned()
}
