//! The search language: `attribute:value` pairs and free text, in any order, as Kanboard reads them.
//!
//! `status:open assignee:me due:<tomorrow printer` asks for the open tasks of the reader that are due before
//! tomorrow and have "printer" in the title. Reading never fails: a value that makes no sense for its attribute
//! becomes a condition that no task meets, and what is no attribute is free text. It takes time in proportion
//! to the length of the text.

mod attribute;
mod check;
mod condition;
mod day;
mod value;
mod words;
mod write;

use crate::date::DateInput;

pub use attribute::{DateField, NumberField, PersonField, attribute_names};
pub use check::{Unreadable, check};
pub use condition::{Comparison, Condition, Named, Span, Who, Within};
pub use write::{and, with};

/// What a search asks for: a task is found when it meets at least one condition of every group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// A group for each attribute that was named, and one for the free text. None of them is empty.
    pub groups: Vec<Vec<Condition>>,
}

/// Reads a search. Days are those of the time zone in `dates`, counted from `now` (Unix seconds).
pub fn parse(text: &str, dates: &DateInput, now: i64) -> Query {
    let words = words::read(text);
    let mut groups: Vec<(attribute::Attribute, Vec<Condition>)> = Vec::new();
    for (attribute, value) in &words.pairs {
        let Some(condition) = Condition::read(*attribute, value, dates, now) else { continue };
        // There are as many groups as attributes at most.
        match groups.iter_mut().find(|(known, _)| known == attribute) {
            Some((_, group)) => group.push(condition),
            None => groups.push((*attribute, vec![condition])),
        }
    }
    let mut groups: Vec<_> = groups.into_iter().map(|(_, group)| group).collect();
    if !words.free.is_empty() {
        groups.push(vec![Condition::text(Within::Title, &words.free)]);
    }
    Query { groups }
}

#[cfg(test)]
mod tests;
