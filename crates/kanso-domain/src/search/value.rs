//! What the value of an attribute asks for.

use jiff::civil::Date;

use super::attribute::{Attribute, DateField, NumberField};
use super::condition::{Comparison, Condition, Named, Span, Who, Within};
use super::day;
use crate::color;
use crate::date::DateInput;

impl Condition {
    /// What the value asks for; `None` if it asks for nothing.
    pub(super) fn read(attribute: Attribute, value: &str, dates: &DateInput, now: i64) -> Option<Self> {
        let text = || value.to_owned();
        Some(match attribute {
            Attribute::Title => Self::text(Within::Title, value),
            Attribute::Everything => Self::text(Within::Everything, value),
            Attribute::Description => Self::Text { within: Within::Description, text: text(), id: None },
            Attribute::Comment => Self::Text { within: Within::Comments, text: text(), id: None },
            Attribute::Id => whole(value).map_or(Self::Never, Self::Id),
            Attribute::Status => match value {
                "open" | "1" => Self::IsOpen(true),
                "closed" | "0" => Self::IsOpen(false),
                _ => return None,
            },
            Attribute::Person(field) => Self::Person(field, Who::read(value)),
            Attribute::Color => color_named(value).map_or(Self::Never, Self::Color),
            Attribute::Category if value == "none" => Self::NoCategory,
            Attribute::Category => Self::Category(Named::read(value)),
            Attribute::Column => Self::Column(Named::read(value)),
            Attribute::Swimlane => Self::Swimlane(text()),
            Attribute::Tag if value == "none" => Self::NoTag,
            Attribute::Tag => Self::Tag(text()),
            Attribute::Reference if value == "none" => Self::NoReference,
            Attribute::Reference => Self::Reference(text()),
            Attribute::Link => Self::Link(text()),
            Attribute::Project => Self::Project(Named::read(value)),
            Attribute::Number(field) => number(field, value).unwrap_or(Self::Never),
            Attribute::Date(DateField::Due) if value == "none" => Self::NoDueDate,
            Attribute::Date(field) => date(field, value, dates, now).unwrap_or(Self::Never),
            Attribute::Range(field) => range(field, value, dates, now).unwrap_or(Self::Never),
        })
    }

    /// The text in there, or the task that a number (`12` or `#12`) names.
    pub(super) fn text(within: Within, text: &str) -> Self {
        Self::Text { within, text: text.to_owned(), id: whole(text.strip_prefix('#').unwrap_or(text)) }
    }
}

impl Who {
    fn read(value: &str) -> Self {
        match value {
            "me" => Self::Me,
            "nobody" => Self::Nobody,
            "anybody" => Self::Anybody,
            _ => whole(value).map_or_else(|| Self::Named(value.to_owned()), Self::Id),
        }
    }
}

impl Named {
    fn read(value: &str) -> Self {
        Self { name: value.to_owned(), id: whole(value) }
    }
}

impl Comparison {
    /// The operator that a value begins with, and what is behind it.
    fn split(value: &str) -> (Self, &str) {
        const OPERATORS: [(&str, Comparison); 5] = [
            ("<=", Comparison::UpTo),
            (">=", Comparison::From),
            ("<", Comparison::Below),
            (">", Comparison::Above),
            ("=", Comparison::Is),
        ];
        let split = |(operator, found): (&str, Self)| Some((found, value.strip_prefix(operator)?));
        OPERATORS.into_iter().find_map(split).unwrap_or((Self::Is, value))
    }
}

/// Digits only.
fn whole(value: &str) -> Option<i64> {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| value.parse().ok()).flatten()
}

fn color_named(value: &str) -> Option<&'static str> {
    let is_meant = |color: &&color::Color| {
        color.id.eq_ignore_ascii_case(value) || color.name.eq_ignore_ascii_case(value)
    };
    color::ALL.iter().find(is_meant).map(|color| color.id)
}

fn number(field: NumberField, value: &str) -> Option<Condition> {
    let (comparison, number) = Comparison::split(value);
    Some(Condition::Number(field, comparison, number.trim().parse().ok()?))
}

fn date(field: DateField, value: &str, dates: &DateInput, now: i64) -> Option<Condition> {
    let (comparison, day) = Comparison::split(value);
    let day = day::read(day, dates, now)?;
    let (begin, end) = (begin_of(day, dates)?, begin_of(day.tomorrow().ok()?, dates)?);
    let (from, until) = match comparison {
        Comparison::Below => (None, Some(begin)),
        Comparison::UpTo => (None, Some(end)),
        Comparison::Is => (Some(begin), Some(end)),
        Comparison::From => (Some(begin), None),
        Comparison::Above => (Some(end), None),
    };
    Some(Condition::Date(field, Span { from, until }))
}

fn range(field: DateField, value: &str, dates: &DateInput, now: i64) -> Option<Condition> {
    let (first, last) = value.split_once("..")?;
    let (first, last) = (day::read(first, dates, now)?, day::read(last, dates, now)?);
    let (from, until) = (begin_of(first, dates)?, begin_of(last.tomorrow().ok()?, dates)?);
    Some(Condition::Date(field, Span { from: Some(from), until: Some(until) }))
}

/// The first moment of the day: not always midnight.
fn begin_of(day: Date, dates: &DateInput) -> Option<i64> {
    let begin = day.to_zoned(dates.zone.clone()).ok()?.start_of_day().ok()?;
    Some(begin.timestamp().as_second())
}
