//! Whether a search can be meant as it is written, before it is kept.

use super::condition::Condition;
use super::words::{self, Odd};
use crate::date::DateInput;

/// Why a search cannot be meant as it is written, in words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing is called so.
    #[error("there is no attribute {0:?}; put the word in quotes to look for it in titles")]
    Attribute(String),
    /// An attribute with nothing behind the colon.
    #[error("{0}: has no value behind the colon")]
    Empty(String),
    /// No task could ever meet it, or it would be passed over.
    #[error("{0}: does not know the value {1:?}")]
    Value(&'static str, String),
}

/// Refuses what [`parse`](super::parse) reads as something that was hardly meant: an attribute that there is none of,
/// one without a value, or a value that makes no sense for it. Days are read as [`parse`](super::parse) reads them.
///
/// # Errors
///
/// The first of these.
pub fn check(text: &str, dates: &DateInput, now: i64) -> Result<(), Unreadable> {
    let words = words::read(text);
    match words.odd.into_iter().next() {
        Some(Odd::Unknown(name)) => return Err(Unreadable::Attribute(name)),
        Some(Odd::Empty(name)) => return Err(Unreadable::Empty(name)),
        None => {}
    }
    for (attribute, value) in words.pairs {
        match Condition::read(attribute, &value, dates, now) {
            None | Some(Condition::Never) => return Err(Unreadable::Value(attribute.name(), value)),
            Some(_) => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Clock, DateOrder};

    fn checked(text: &str) -> Result<(), Unreadable> {
        let dates = DateInput {
            order: DateOrder::from_setting("m/d/Y"),
            clock: Clock::from_setting("H:i"),
            zone: jiff::tz::TimeZone::UTC,
        };
        check(text, &dates, 1_790_000_000)
    }

    #[test]
    fn what_can_be_meant_is_accepted() {
        for text in [
            "",
            "priority:>=2 column:Done",
            r#"column:"Work in progress" assignee:me printer"#,
            "due:<=tomorrow status:open subtask:assignee:nobody",
            r#"http://example.org "unknown:x" 12:30"#,
        ] {
            assert_eq!(checked(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_was_hardly_meant_is_refused_with_its_name() {
        let refusals = [
            ("prio:2", Unreadable::Attribute("prio".to_owned())),
            ("printer sub-title:x", Unreadable::Attribute("sub-title".to_owned())),
            ("column: Done", Unreadable::Empty("column".to_owned())),
            ("priority:high", Unreadable::Value("priority", "high".to_owned())),
            ("status:done", Unreadable::Value("status", "done".to_owned())),
            ("due:someday", Unreadable::Value("due", "someday".to_owned())),
            ("color:sky", Unreadable::Value("color", "sky".to_owned())),
        ];
        for (text, refusal) in refusals {
            assert_eq!(checked(text), Err(refusal), "{text}");
        }
    }
}
