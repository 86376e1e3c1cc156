//! What one look at a task tells of a query.

use kanso_domain::search::{Comparison, Condition, NumberField, Query, Within};

/// What every task has to meet that a query finds, as far as it can be said in a few bytes: those of a thousand queries
/// lie side by side in memory, where the queries' own words are strewn all over it. A task that passes may yet not meet
/// the query.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Glance {
    pub(super) number: Option<(NumberField, Comparison, i64)>,
    pub(super) title: Letters,
    pub(super) tags: Letters,
    pub(super) comments: Letters,
    /// Whether anything of the query is about tags.
    pub(super) asks_tags: bool,
    /// Whether anything of it is about comments.
    pub(super) asks_comments: bool,
}

impl Glance {
    pub(crate) fn of(query: &Query) -> Self {
        let all = || query.groups.iter().flatten();
        let mut glance = Self {
            asks_tags: all().any(|condition| matches!(condition, Condition::Tag(_) | Condition::NoTag)),
            asks_comments: all().any(is_about_comments),
            ..Self::default()
        };
        for group in &query.groups {
            // Of several conditions any one is enough.
            let [condition] = group.as_slice() else { continue };
            if let Condition::Number(field, comparison, value) = condition {
                glance.number = Some((*field, *comparison, *value));
            } else if let Condition::Tag(text) = condition {
                glance.tags.add(text);
            } else if let Condition::Text { within: Within::Title, text, id: None } = condition {
                glance.title.add(text);
            } else if let Condition::Text { within: Within::Comments, text, id: None } = condition {
                glance.comments.add(text);
            }
        }
        glance
    }
}

const fn is_about_comments(condition: &Condition) -> bool {
    matches!(condition, Condition::Text { within: Within::Comments | Within::Everything, .. })
}

/// The pairs of letters of texts, each in one of 64 places. What lacks one of those that another text has does not have
/// that text in it. Capitals of ASCII are small letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(u64);

impl Letters {
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut letters = Self::default();
        texts.into_iter().for_each(|text| letters.add(text));
        letters
    }

    fn add(&mut self, text: &str) {
        for (one, other) in text.bytes().zip(text.bytes().skip(1)) {
            let pair = u16::from_be_bytes([one.to_ascii_lowercase(), other.to_ascii_lowercase()]);
            // The upper bits of a product with a great odd number are of all bits of both letters.
            self.0 |= 1 << (u32::from(pair).wrapping_mul(0x9E37_79B1) >> 26);
        }
    }

    /// Whether texts with these letters may have one with those in them.
    pub(super) const fn may_have(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Letters;

    proptest! {
        #[test]
        fn a_text_has_the_letters_of_each_part_of_it(before in ".{0,9}", part in ".{0,9}", after in ".{0,9}") {
            let whole = format!("{before}{}{after}", part.to_ascii_uppercase());
            prop_assert!(Letters::of([whole.as_str()]).may_have(Letters::of([part.as_str()])));
        }
    }

    #[test]
    fn a_text_lacks_letters_of_another() {
        let title = Letters::of(["Oil the chain"]);
        let other = ["word 1", "brakes", "lamp", "urgent"].map(|text| Letters::of([text]));
        assert!(other.iter().all(|text| !title.may_have(*text)), "{other:?}");
        assert!(title.may_have(Letters::of(["x"])), "a letter has no pair");
    }
}
