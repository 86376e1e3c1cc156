//! Text made inert for programs that read Markdown.

/// What makes what follows invisible markup harmless: a blank of no width.
const GAP: char = '\u{200b}';

/// A blank that makes no line a piece of code, however many begin it.
const FIRM: char = '\u{a0}';

/// The text with backslashes before all that means something in Markdown.
pub(super) fn escape(text: &str) -> String {
    walk(text, |written, place, c| {
        if place.indents(c) {
            return written.push(FIRM);
        }
        let is_markup = match c {
            '_' => !place.is_inside_word,
            '\\' | '*' | '~' | '`' | '|' | '[' | ']' | '<' | '>' | '{' | '}' | '&' => true,
            _ => place.begins_block(c),
        };
        if is_markup {
            written.push('\\');
        }
        written.push(c);
    })
}

/// The same for Mattermost and Rocket.Chat. They share few escapes, so what is left is parted by blanks of no
/// width: links of both kinds, mentions, and what makes a line a list, a quotation or a table.
pub(super) fn escape_with_gaps(text: &str) -> String {
    walk(text, |written, place, c| {
        match c {
            _ if place.indents(c) => return written.push(FIRM),
            '_' if place.is_inside_word => {}
            '\\' | '*' | '_' | '~' | '`' | '#' => written.push('\\'),
            _ if place.begins_block(c) => written.push(GAP),
            _ => {}
        }
        written.push(c);
        part(written, c);
    })
}

/// Only what would be a link or a mention is parted: for lines that are read as they are otherwise.
pub(super) fn gaps(text: &str) -> String {
    walk(text, |written, _, c| {
        written.push(c);
        part(written, c);
    })
}

fn part(written: &mut String, c: char) {
    if matches!(c, '@' | '<' | ']' | '!' | '|') {
        written.push(GAP);
    }
}

/// Where a character stands.
struct Place {
    /// Whether nothing but blanks, or a number, is before it on its line.
    is_first: bool,
    is_after_number: bool,
    /// Whether a letter or digit is on either side.
    is_inside_word: bool,
}

impl Place {
    /// Whether the character is a blank before the first word of its line.
    fn indents(&self, c: char) -> bool {
        self.is_first && c == ' '
    }

    /// Whether the character makes its line something other than a paragraph.
    fn begins_block(&self, c: char) -> bool {
        (self.is_first && matches!(c, '#' | '-' | '+' | '=' | '>' | '|' | ':'))
            || (self.is_after_number && matches!(c, '.' | ')'))
    }
}

fn walk(text: &str, mut write: impl FnMut(&mut String, &Place, char)) -> String {
    let mut written = String::with_capacity(text.len() + text.len() / 8);
    let mut characters = text.chars().peekable();
    let (mut before, mut line) = (' ', Line::Empty);
    while let Some(c) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        let place = Place {
            is_first: line == Line::Empty,
            is_after_number: line == Line::Number,
            is_inside_word: before.is_alphanumeric() && after.is_alphanumeric(),
        };
        write(&mut written, &place, c);
        line = line.and(c);
        before = c;
    }
    written
}

/// What a line holds so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Empty,
    Number,
    Words,
}

impl Line {
    fn and(self, c: char) -> Self {
        match (self, c) {
            (_, '\n') => Self::Empty,
            (Self::Empty, c) if c.is_whitespace() => Self::Empty,
            (Self::Empty | Self::Number, c) if c.is_ascii_digit() => Self::Number,
            _ => Self::Words,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_is_told_from_what_only_looks_like_it() {
        assert_eq!(escape("**a** _b_ [c](d) <@1> a*b"), r"\*\*a\*\* \_b\_ \[c\](d) \<@1\> a\*b");
        assert_eq!(escape("snake_case and 1.5 - well #3"), "snake_case and 1.5 - well #3");
        assert_eq!(escape("- a\n1. b\n> c\n# d\n---"), "\\- a\n1\\. b\n\\> c\n\\# d\n\\---");
        assert_eq!(escape("a\n    *b*"), "a\n\u{a0}\u{a0}\u{a0}\u{a0}\\*b\\*");
        assert_eq!(escape_with_gaps("@all [c](d) *e*"), "@\u{200b}all [c]\u{200b}(d) \\*e\\*");
        assert_eq!(escape_with_gaps("<!channel> a_b"), "<\u{200b}!\u{200b}channel> a_b");
        assert_eq!(gaps("*[Bug]* @all"), "*[Bug]\u{200b}* @\u{200b}all");
    }

    const MARKUP: [char; 12] = ['*', '~', '`', '|', '[', ']', '<', '>', '{', '}', '&', '\\'];

    /// What is left when each backslash is taken away with what it escapes.
    fn without_pairs(escaped: &str) -> String {
        let mut left = String::new();
        let mut characters = escaped.chars();
        while let Some(c) = characters.next() {
            if c == '\\' {
                assert!(characters.next().is_some_and(|c| c.is_ascii_punctuation()), "{escaped}");
            } else {
                left.push(c);
            }
        }
        left
    }

    proptest! {
        #[test]
        fn no_markup_stays(text in "[\\\\*_~`|\\[\\]<>{}&#@!()a1 .\\-\n]{0,60}") {
            let bare = without_pairs(&escape(&text));
            prop_assert_eq!(bare.find(MARKUP), None, "{}", bare);
        }

        #[test]
        fn no_mention_and_no_link_stays(text in "[@a<!\\[\\](): |h\n-]{0,60}") {
            for written in [escape_with_gaps(&text), gaps(&text)] {
                for mark in ["@a", "](", "][", "]:", "<!", "<@", "<h", "<a", "!["] {
                    prop_assert!(!written.contains(mark), "{mark} in {written}");
                }
            }
        }
    }
}
