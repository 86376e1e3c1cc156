//! `#12` and `@name` in what people wrote.

use std::collections::BTreeSet;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// What is neither of the others.
    Text(&'t str),
    /// The number of a task.
    Task(&'t str),
    /// A user name.
    Person(&'t str),
}

/// The pieces of a text, in order.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut done) = (Vec::new(), 0);
    for (at, mark) in text.match_indices(['#', '@']) {
        let (Some(before), Some(rest)) = (text.get(..at), text.get(at + 1..)) else { continue };
        if at < done || before.ends_with(|c: char| c.is_alphanumeric() || "#@&/_".contains(c)) {
            continue;
        }
        let Some(name) = (if mark == "#" { number(rest) } else { person(rest) }) else { continue };
        if let Some(plain) = text.get(done..at).filter(|plain| !plain.is_empty()) {
            pieces.push(Piece::Text(plain));
        }
        pieces.push(if mark == "#" { Piece::Task(name) } else { Piece::Person(name) });
        done = at + 1 + name.len();
    }
    if let Some(plain) = text.get(done..).filter(|plain| !plain.is_empty()) {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

fn number(rest: &str) -> Option<&str> {
    let digits = &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())];
    let is_word = rest[digits.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
    (!digits.is_empty() && digits.len() <= 18 && !is_word).then_some(digits)
}

fn person(rest: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let name = &rest[..rest.find(|c: char| !is_part(c)).unwrap_or(rest.len())];
    let name = name.trim_end_matches(['.', '-']);
    (!name.is_empty()).then_some(name)
}

/// The user names that a text mentions and that `before`, its earlier state, did not.
pub fn new_mentions<'t>(before: &str, text: &'t str) -> BTreeSet<&'t str> {
    let known = mentions(before).collect::<BTreeSet<_>>();
    mentions(text).filter(|name| !known.contains(name)).collect()
}

fn mentions(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Person(name) => Some(name),
        Piece::Text(_) | Piece::Task(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_was_mentioned_before_is_not_mentioned_anew() {
        let now = "@ann and @bob, see #12 and write to c@example.org. @ann?";
        assert_eq!(new_mentions("", now), BTreeSet::from(["ann", "bob"]));
        assert_eq!(new_mentions("hello @ann.", now), BTreeSet::from(["bob"]));
        assert_eq!(new_mentions(now, now), BTreeSet::new());
    }
}
