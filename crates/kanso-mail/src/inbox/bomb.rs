//! Messages that are made to be understood at great cost.

/// More parts than this no honest message has.
const MOST_PARTS: usize = 200;

/// What may be said of how a message in a message is written down (RFC 2046).
const PLAIN: [&[u8]; 3] = [b"7bit", b"8bit", b"binary"];

/// Whether a message has so many parts, or messages in messages whose depth nobody sees, that understanding it could
/// exhaust the memory or the stack. It judges by bytes, and rather too strictly than too kindly.
pub(super) fn is_bomb(raw: &[u8]) -> bool {
    let text = raw.to_ascii_lowercase();
    count(&text, b"content-type") > MOST_PARTS || has_digest(&text) || has_wrapped_message(&text)
}

fn count(text: &[u8], word: &[u8]) -> usize {
    text.windows(word.len()).filter(|part| *part == word).count()
}

fn has(text: &[u8], word: &[u8]) -> bool {
    text.windows(word.len()).any(|part| part == word)
}

/// Whether something calls itself `multipart/digest`, whose parts are messages without saying so.
fn has_digest(text: &[u8]) -> bool {
    let found = text.windows(6).enumerate().filter(|(_, part)| *part == b"digest");
    let before = found.map(|(at, _)| &text[..at]);
    before.into_iter().any(|mut before| {
        // Blanks and comments may stand in between.
        while let Some((last, rest)) = before.split_last() {
            match last {
                b'/' | b' ' | b'\t' | b'\r' | b'\n' => before = rest,
                b')' => before = &rest[..rest.iter().rposition(|byte| *byte == b'(').unwrap_or(0)],
                _ => break,
            }
        }
        before.ends_with(b"multipart")
    })
}

/// Whether a header says of a message in the message that it is encoded, which none may be.
fn has_wrapped_message(text: &[u8]) -> bool {
    let mut begin = 0;
    let mut at = 0;
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        let is_end = matches!(line, b"\n" | b"\r\n");
        at += line.len();
        if is_end || at == text.len() {
            let paragraph = &text[begin..at];
            begin = at;
            let is_message = has(paragraph, b"rfc822") || has(paragraph, b"global");
            if is_message && paragraph.split(|byte| *byte == b'\n').any(is_encoding) {
                return true;
            }
        }
    }
    false
}

/// Whether a line of a header names an encoding.
fn is_encoding(line: &[u8]) -> bool {
    let word: &[u8] = b"content-transfer-encoding";
    let Some(at) = line.windows(word.len()).position(|part| part == word) else { return false };
    let value = line[at + word.len()..].trim_ascii();
    let value = value.strip_prefix(b":").unwrap_or(value).trim_ascii();
    !PLAIN.contains(&value)
}
