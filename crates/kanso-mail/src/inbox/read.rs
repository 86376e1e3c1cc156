//! A message as what it means.

use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use kanso_core::incoming::{IncomingMail, Refusal};
use kanso_domain::text::is_email;
use mail_parser::{Address, HeaderName, HeaderValue, Message, MessageParser};
use sha2::{Digest, Sha256};

use super::bomb::is_bomb;
use super::proof::is_proven;
use super::text::{files_of, text_of};

/// More addresses or ids than this are not looked at.
const MOST_NAMES: usize = 50;

/// Longer addresses and ids there are none of, in bytes.
const LONGEST_NAME: usize = 250;

/// What a message means. Whatever is in it, this answers.
pub(super) fn whole(raw: &[u8], authserv: Option<&str>) -> IncomingMail {
    let body = raw.windows(4).position(|end| end == b"\r\n\r\n").map_or(raw, |end| &raw[end..]);
    let mut mail = IncomingMail { fingerprint: fingerprint(raw, body), ..head(raw, authserv) };
    if mail.objection.is_some() {
        return mail;
    }
    let read = catch_unwind(AssertUnwindSafe(|| {
        let message = if is_bomb(raw) { None } else { MessageParser::default().parse(raw) }?;
        Some((text_of(&message), files_of(&message)?))
    }));
    match read {
        Ok(Some((text, files))) => (mail.text, mail.files) = (text, files),
        Ok(None) | Err(_) => mail.objection = Some(Refusal::Unreadable),
    }
    mail
}

/// What the header of a message means that is too large to be read.
pub(super) fn header(raw: &[u8], authserv: Option<&str>) -> IncomingMail {
    let mail = head(raw, authserv);
    let objection = mail.objection.or(Some(Refusal::TooLarge));
    IncomingMail { fingerprint: fingerprint(raw, b""), objection, ..mail }
}

fn head(raw: &[u8], authserv: Option<&str>) -> IncomingMail {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let message = MessageParser::default().parse_headers(raw)?;
        Some(understand(&message, authserv))
    }));
    let unreadable = || IncomingMail { objection: Some(Refusal::Unreadable), ..IncomingMail::default() };
    read.ok().flatten().unwrap_or_else(unreadable)
}

fn understand(message: &Message<'_>, authserv: Option<&str>) -> IncomingMail {
    let from = senders(message);
    let domain = from.first().and_then(|from| from.rsplit_once('@')).map_or("", |(_, domain)| domain);
    let objection = if is_automatic(message) {
        Some(Refusal::Automatic)
    } else if authserv.is_some_and(|authserv| !was_proven(message, authserv, domain)) {
        Some(Refusal::Unproven)
    } else {
        None
    };
    let ids = |header: &HeaderValue<'_>| -> Vec<String> {
        let many = header.as_text_list().unwrap_or_default().iter().map(ToString::to_string);
        let one = header.as_text().filter(|_| header.as_text_list().is_none()).map(str::to_owned);
        one.into_iter()
            .chain(many)
            .map(|id| clean_id(&id))
            .filter(|id| !id.is_empty())
            .take(MOST_NAMES)
            .collect()
    };
    let mut answers = ids(message.in_reply_to());
    answers.extend(ids(message.references()).into_iter().rev());
    IncomingMail {
        message_id: message.message_id().map(clean_id).unwrap_or_default(),
        recipients: recipients(message),
        answers,
        subject: message.subject().unwrap_or_default().to_owned(),
        objection,
        from,
        ..IncomingMail::default()
    }
}

/// Who it is from, when it says so once.
fn senders(message: &Message<'_>) -> Vec<String> {
    let mut said = message.headers().iter().filter(|header| header.name == HeaderName::From);
    match (said.next(), said.next()) {
        (Some(from), None) => from.value.as_address().map(addresses).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Where it was delivered to, then where it was sent to.
fn recipients(message: &Message<'_>) -> Vec<String> {
    const DELIVERED: [&str; 4] = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];
    let mut all = Vec::new();
    for name in DELIVERED {
        for (_, value) in message.headers_raw().filter(|(known, _)| known.eq_ignore_ascii_case(name)) {
            all.extend(value.split(',').map(|one| one.trim().trim_matches(['<', '>']).to_lowercase()));
        }
    }
    for address in message.to().into_iter().chain(message.cc()) {
        all.extend(addresses(address));
    }
    all.retain(|address| is_address(address));
    all.truncate(MOST_NAMES);
    all
}

fn addresses(address: &Address<'_>) -> Vec<String> {
    let all = address.iter().filter_map(|one| one.address.as_deref()).map(|one| one.trim().to_lowercase());
    all.filter(|address| is_address(address)).take(MOST_NAMES).collect()
}

fn is_address(text: &str) -> bool {
    text.len() <= LONGEST_NAME && is_email(text) && !text.contains(char::is_control)
}

/// An id without its brackets, if it is one that can be written into the header of an answer.
fn clean_id(id: &str) -> String {
    let id = id.trim().trim_matches(['<', '>']);
    let is_plain = id.len() <= LONGEST_NAME && id.chars().all(|c| c.is_ascii_graphic() && !"<>".contains(c));
    if is_plain { id.to_owned() } else { String::new() }
}

/// Whether a program wrote it or a list passed it on, so that an answer would begin a circle.
fn is_automatic(message: &Message<'_>) -> bool {
    let has = |name: &str, words: &[&str]| {
        let values = message.headers_raw().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let values = values.map(|(_, value)| value.trim().to_lowercase());
        values.into_iter().any(|value| words.is_empty() || words.iter().any(|word| value.starts_with(word)))
    };
    let said = message.headers_raw().find(|(name, _)| name.eq_ignore_ascii_case("Auto-Submitted"));
    let is_submitted = said.is_some_and(|(_, value)| !value.trim().to_lowercase().starts_with("no"));
    let kind = message.header(HeaderName::ContentType).and_then(HeaderValue::as_content_type);
    let is_report = kind.is_some_and(|kind| kind.ctype() == "multipart" && kind.subtype() == Some("report"));
    is_submitted
        || is_report
        || has("Precedence", &["bulk", "list", "junk", "auto"])
        || has("Return-Path", &["<>"])
        || ["X-Autoreply", "X-Autorespond", "List-Id", "X-Loop"].iter().any(|name| has(name, &[]))
}

/// Whether the receiving server says that the domain is right. What stands above all others is its own.
fn was_proven(message: &Message<'_>, authserv: &str, domain: &str) -> bool {
    let values =
        message.headers_raw().filter(|(name, _)| name.eq_ignore_ascii_case("Authentication-Results"));
    let mut judged = values.filter_map(|(_, value)| is_proven(value, authserv, domain));
    judged.next().unwrap_or(false)
}

/// What tells this message from others, also when it arrives twice by different ways.
fn fingerprint(raw: &[u8], body: &[u8]) -> String {
    let mut hash = Sha256::new();
    let header = raw.windows(4).position(|end| end == b"\r\n\r\n").map_or(raw, |end| &raw[..end]);
    let mut is_kept = false;
    for line in header.split(|byte| *byte == b'\n') {
        // A line that begins with a blank goes on with the field before.
        if !line.first().is_some_and(u8::is_ascii_whitespace) {
            let name = line.split(|byte| *byte == b':').next().unwrap_or_default().to_ascii_lowercase();
            is_kept =
                matches!(&name[..], b"message-id" | b"from" | b"date" | b"subject" | b"to" | b"in-reply-to");
        }
        if is_kept {
            hash.update(line.trim_ascii_end());
            hash.update(b"\n");
        }
    }
    hash.update(b"\n");
    hash.update(body);
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests;
