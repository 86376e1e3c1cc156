//! A search taken apart: pairs of attribute and value, and what is left over.

use super::attribute::Attribute;

/// The parts of a search.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Words {
    pub(super) pairs: Vec<(Attribute, String)>,
    /// All other words with the blanks between them as written: where a pair stood between two words, the
    /// blanks before and after it stay.
    pub(super) free: String,
    /// What looks like an attribute, but is none or has no value.
    pub(super) odd: Vec<Odd>,
}

/// Something that may be meant as an attribute; the name as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Odd {
    Unknown(String),
    Empty(String),
}

/// Takes a search apart.
pub(super) fn read(text: &str) -> Words {
    let mut words = Words::default();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((attribute, after)) = Attribute::split(rest) {
            let (value, after) = word(after);
            match value.is_empty() {
                // An attribute without a value asks for nothing.
                true => {
                    words.odd.extend(name(rest).map(Odd::Empty));
                    rest = after.trim_start();
                }
                false => {
                    words.pairs.push((attribute, value));
                    rest = after;
                }
            }
        } else if first.is_whitespace() {
            words.free.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        } else {
            let (free, after) = word(rest);
            words.odd.extend(name(rest).map(Odd::Unknown));
            words.free.push_str(&free);
            rest = after;
        }
    }
    words.free = words.free.trim().to_owned();
    words
}

/// The words of a search as they were written, one attribute and its value together, with the attribute.
pub(super) fn split(text: &str) -> Vec<(Option<Attribute>, &str)> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (attribute, after) = match Attribute::split(rest) {
            Some((attribute, value)) => (Some(attribute), word(value).1),
            None => (None, word(rest).1),
        };
        let (written, _) = rest.split_at_checked(rest.len() - after.len()).unwrap_or((rest, ""));
        words.push((attribute, written));
        rest = after.trim_start();
    }
    words
}

/// The name before a colon that `text` begins with, if it looks like one of an attribute. An address does not.
fn name(text: &str) -> Option<String> {
    let (name, after) = text.split_once(':')?;
    let is_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic() || b"-_".contains(&byte));
    (is_name && !after.starts_with("//")).then(|| name.to_owned())
}

/// The word that `text` begins with, empty before a blank, and what follows it. Quotes hold a word with blanks
/// together, also behind an operator, and are no part of it.
fn word(text: &str) -> (String, &str) {
    let behind = text.trim_start_matches(['<', '>', '=']);
    let (operator, _) = text.split_at_checked(text.len() - behind.len()).unwrap_or_default();
    if let Some((quoted, after)) = behind.strip_prefix('"').and_then(|text| text.split_once('"')) {
        return ([operator, quoted].concat(), after);
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (word, after) = text.split_at_checked(end).unwrap_or((text, ""));
    (word.replace('"', ""), after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{DateField, PersonField};

    fn parts(text: &str) -> (Vec<(Attribute, String)>, String) {
        let words = read(text);
        (words.pairs, words.free)
    }

    #[test]
    fn pairs_are_told_from_free_words() {
        let pair = |attribute, value: &str| (attribute, value.to_owned());
        assert_eq!(
            parts(
                r#"fix column:"Work in progress" STATUS:open subtask:assignee:me the  page due:<="3 days ago""#
            ),
            (
                vec![
                    pair(Attribute::Column, "Work in progress"),
                    pair(Attribute::Status, "open"),
                    pair(Attribute::Person(PersonField::SubtaskAssignee), "me"),
                    pair(Attribute::Date(DateField::Due), "<=3 days ago"),
                ],
                "fix    the  page".to_owned()
            )
        );
    }

    #[test]
    fn quotes_and_colons_at_odd_places_are_text() {
        let free = |text: &str| (vec![], text.to_owned());
        assert_eq!(parts(r#""status:open""#), free("status:open"));
        assert_eq!(
            parts("http://example.org unknown:x sub-title:x"),
            free("http://example.org unknown:x sub-title:x")
        );
        assert_eq!(parts(r#"12" pipe"#), free("12 pipe"));
        assert_eq!(parts("title: "), free(""));
        assert_eq!(parts("a title: b"), free("a b"));
        assert_eq!(
            parts(r#"title:"open end"#),
            (vec![(Attribute::Title, "open".to_owned())], "end".to_owned())
        );
        assert_eq!(parts(r#"title:"" x"#), free("x"));
    }
}
