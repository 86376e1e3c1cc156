//! A phrase in pieces: words, numbers and dates in figures.

use jiff::civil::{Date, Weekday};

/// A piece of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Number(i64),
    /// A date in figures.
    Date(Date),
    /// A month, counted from 1.
    Month(i8),
    Weekday(Weekday),
    Unit(Unit),
    /// `first` is 1.
    Ordinal(i64),
    /// `next` is 1, `this` is 0, `last` is -1.
    Relation(i64),
    /// A day, counted from today.
    Day(i64),
    Ago,
    Of,
}

/// What is counted in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Seconds(i64),
    Days(i64),
    Week,
    Months(i64),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// The pieces; `None` when one of them means nothing. Times of day say nothing about the day and are left out.
pub(super) fn read(text: &str, today: Date) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    for part in text.split([' ', '\t', ',']).filter(|part| !part.is_empty()) {
        if part.starts_with(|c: char| c.is_ascii_digit()) && part.contains(['/', '.', '-']) {
            pieces.push(Piece::Date(figures(part, today)?));
            continue;
        }
        if is_time(part) {
            continue;
        }
        let letters = part.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(part.len());
        let (number, word) = part.split_at_checked(letters)?;
        if !number.is_empty() {
            pieces.push(Piece::Number(count(number)?));
        }
        match word.to_ascii_lowercase().as_str() {
            "" | "the" | "on" | "at" | "noon" => {}
            "st" | "nd" | "rd" | "th" if !number.is_empty() => {}
            // "Second" is a unit behind a number, else an ordinal.
            "second" if matches!(pieces.last(), Some(Piece::Number(_))) => {
                pieces.push(Piece::Unit(Unit::Seconds(1)));
            }
            word => pieces.push(known(word)?),
        }
    }
    (!pieces.is_empty()).then_some(pieces)
}

fn known(word: &str) -> Option<Piece> {
    Some(match word {
        "today" | "now" | "midnight" => Piece::Day(0),
        "yesterday" => Piece::Day(-1),
        "tomorrow" => Piece::Day(1),
        "next" => Piece::Relation(1),
        "this" => Piece::Relation(0),
        "last" | "previous" => Piece::Relation(-1),
        "a" | "an" => Piece::Number(1),
        "ago" => Piece::Ago,
        "of" => Piece::Of,
        "s" | "sec" | "secs" | "seconds" => Piece::Unit(Unit::Seconds(1)),
        "min" | "mins" | "minute" | "minutes" => Piece::Unit(Unit::Seconds(60)),
        "hour" | "hours" => Piece::Unit(Unit::Seconds(3600)),
        "day" | "days" => Piece::Unit(Unit::Days(1)),
        "week" | "weeks" => Piece::Unit(Unit::Week),
        "fortnight" | "fortnights" => Piece::Unit(Unit::Days(14)),
        "month" | "months" => Piece::Unit(Unit::Months(1)),
        "year" | "years" => Piece::Unit(Unit::Months(12)),
        _ => return ordinal(word).or_else(|| month(word)).or_else(|| weekday(word)),
    })
}

fn ordinal(word: &str) -> Option<Piece> {
    let position = ORDINALS.iter().position(|ordinal| *ordinal == word)?;
    Some(Piece::Ordinal(i64::try_from(position).ok()? + 1))
}

/// By its whole name or the first letters of it, three at least.
fn month(word: &str) -> Option<Piece> {
    let position = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(word))?;
    Some(Piece::Month(i8::try_from(position).ok()? + 1))
}

fn weekday(word: &str) -> Option<Piece> {
    let found = WEEKDAYS.iter().find(|(weekday, _)| word.len() >= 3 && weekday.starts_with(word))?;
    Some(Piece::Weekday(found.1))
}

/// A number with signs in front of it, of a length that can be counted with.
fn count(text: &str) -> Option<i64> {
    let digits = text.trim_start_matches(['+', '-']);
    let minus = text.bytes().filter(|byte| *byte == b'-').count();
    let is_number = (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = is_number.then(|| digits.parse().ok()).flatten()?;
    Some(if minus % 2 == 0 { number } else { -number })
}

/// `10:00`, `9:30:15`, `3pm`
fn is_time(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let clock = lower.trim_end_matches("am").trim_end_matches("pm");
    let marked = clock.len() < lower.len() || clock.contains(':');
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    marked && clock.split(':').all(digits)
}

/// `2026-12-24`, `2026/12/24`, `24.12.2026`, `24-12-2026`, `12/24/2026`, `12/24`
fn figures(text: &str, today: Date) -> Option<Date> {
    // A time may follow, as in 2026-12-24T10:00.
    let text = text.split(['T', 't']).next().unwrap_or(text);
    let parts =
        |separator| -> Option<Vec<i16>> { text.split(separator).map(|part| part.parse().ok()).collect() };
    let (separator, numbers) = ['/', '.', '-']
        .into_iter()
        .find_map(|s| text.contains(s).then(|| parts(s)).flatten().map(|numbers| (s, numbers)))?;
    let (year, month, day) = match (numbers.as_slice(), separator) {
        ([year @ (1000..), month, day], '-' | '/') => (*year, *month, *day),
        ([month, day, year @ (1000..)], '/') => (*year, *month, *day),
        ([day, month, year @ (1000..)], '.' | '-') => (*year, *month, *day),
        ([month, day], '/') => (today.year(), *month, *day),
        _ => return None,
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
