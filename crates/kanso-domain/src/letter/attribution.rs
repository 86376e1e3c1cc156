//! The lines that mail programs put before what they quote.

/// What the fields of a quoted header are called, in small letters: who it was from, and the others, in English,
/// French, Russian, Turkish and German.
const FROM: [&str; 6] = ["from", "de", "от", "kimden", "gönderen", "von"];
const OTHERS: [&str; 24] = [
    "sent",
    "date",
    "to",
    "cc",
    "subject",
    "envoyé",
    "à",
    "objet",
    "отправлено",
    "дата",
    "кому",
    "копия",
    "тема",
    "gönderildi",
    "gönderme tarihi",
    "tarih",
    "kime",
    "bilgi",
    "konu",
    "gesendet",
    "datum",
    "an",
    "betreff",
    "reply-to",
];

/// What the line before an original message says between its dashes, in small letters.
const ORIGINALS: [&str; 12] = [
    "original message",
    "original appointment",
    "message d'origine",
    "message d’origine",
    "message original",
    "исходное сообщение",
    "пересылаемое сообщение",
    "özgün ileti",
    "orijinal ileti",
    "orijinal mesaj",
    "ursprüngliche nachricht",
    "forwarded message",
];

/// What the line ends with that says who wrote what follows: the verb, in small letters.
const WROTE: [&str; 14] = [
    "wrote",
    "writes",
    "a écrit",
    "écrit",
    "пишет",
    "писал",
    "писала",
    "написал",
    "написала",
    "написал(а)",
    "yazdı",
    "şunu yazdı",
    "şunları yazdı",
    "schrieb",
];

/// What programs put below all that somebody wrote, in small letters.
const SENT_BY: [&str; 14] = [
    "sent from my ",
    "sent from mail for ",
    "sent from outlook",
    "get outlook for ",
    "envoyé de mon ",
    "envoyé depuis mon ",
    "envoyé à partir de ",
    "télécharger outlook pour ",
    "obtenir outlook pour ",
    "отправлено с ",
    "отправлено из ",
    "android için outlook",
    "ios için outlook",
    "von meinem ",
];

/// How many lines a line of this kind may be broken into.
const BROKEN: usize = 4;

/// How many lines after the first of a quoted header the others are looked for.
const HEADER: usize = 6;

/// Whether what somebody else wrote begins at this line, without a mark on each line of it.
pub(super) fn begins_original(lines: &[&str], at: usize) -> bool {
    is_original_mark(lines[at]) || is_header(lines, at) || is_rule_before_header(lines, at)
}

/// How many lines from `at` on say who wrote what follows; `None` when they do not say so.
pub(super) fn attribution(lines: &[&str], at: usize) -> Option<usize> {
    let mut text = String::new();
    for (count, line) in lines[at..].iter().take(BROKEN).enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('>') {
            return None;
        }
        text.push_str(line);
        text.push(' ');
        if says_who_wrote(text.trim_end()) {
            return Some(count + 1);
        }
        if line.ends_with(':') {
            return None;
        }
    }
    None
}

/// Whether the text names somebody at some time: where a quote follows, that says whose it is, in any language.
pub(super) fn may_be_attribution(text: &str) -> bool {
    let has_time = text.chars().filter(char::is_ascii_digit).count() >= 4;
    text.trim_end().ends_with(':') && has_time && text.len() < 400
}

/// Whether a program put this line below all that somebody wrote.
pub(super) fn is_sent_by(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let is_short = line.chars().count() < 80;
    // Turkish says it at the end.
    let is_turkish = line.ends_with("dan gönderildi")
        || line.ends_with("den gönderildi")
        || line.ends_with("dan gönderilmiştir");
    is_short && (is_turkish || SENT_BY.iter().any(|words| line.starts_with(words)))
}

fn says_who_wrote(text: &str) -> bool {
    let Some(before) = text.strip_suffix(':') else { return false };
    let before = before.trim_end().to_lowercase();
    let has_date = before.chars().filter(char::is_ascii_digit).count() >= 3;
    let says = |verb: &&str| {
        let rest = before.strip_suffix(*verb);
        rest.is_some_and(|rest| rest.ends_with(|c: char| !c.is_alphanumeric()))
    };
    // Gmail in Russian has no verb: `пн, 21 сент. 2026 г. в 14:13, Kanso <kanso@example.org>:`
    let ends_with_address = before.ends_with('>') && before.contains('@');
    has_date && (WROTE.iter().any(says) || ends_with_address)
}

/// `-----Original Message-----`
fn is_original_mark(line: &str) -> bool {
    let line = line.trim();
    let inner = line.trim_matches(|c: char| c == '-' || c.is_whitespace()).to_lowercase();
    line.starts_with("--") && line.ends_with("--") && ORIGINALS.contains(&inner.as_str())
}

/// `From: …` with `Sent: …` and `To: …` below it.
fn is_header(lines: &[&str], at: usize) -> bool {
    let below = lines[at + 1..].iter().take(HEADER);
    let is_from = field(lines[at]).is_some_and(|name| FROM.contains(&name.as_str()));
    is_from
        && below.filter_map(|line| field(line)).filter(|name| OTHERS.contains(&name.as_str())).count() >= 2
}

/// A line across the page, which Outlook draws, with such a header below.
fn is_rule_before_header(lines: &[&str], at: usize) -> bool {
    let line = lines[at].trim();
    let is_rule =
        line.len() >= 5 && (line.chars().all(|c| c == '_') || line.chars().all(|c| c == '-' || c == '─'));
    let next = (at + 1..lines.len()).find(|next| !lines[*next].trim().is_empty());
    is_rule && next.is_some_and(|next| is_header(lines, next))
}

/// The name of a field of a header, in small letters, also where it is bold.
fn field(line: &str) -> Option<String> {
    let plain: String = line.chars().filter(|c| *c != '*').collect();
    let (name, _) = plain.split_once(':')?;
    let name = name.trim().to_lowercase();
    (!name.is_empty() && name.chars().count() <= 16).then_some(name)
}
