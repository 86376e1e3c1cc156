//! Texts of people, made fit for messages: cleaned of what cannot be seen, and shortened between two characters
//! as people see them.

use unicode_segmentation::UnicodeSegmentation;

/// How long a text is as chat services count it: in UTF-16, which is never less than characters.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The text on one line, with single blanks.
pub(super) fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let mut line = words.collect::<Vec<_>>().join(" ");
    line.retain(is_kept);
    line
}

/// The text with its lines, at most one empty one between two others.
pub(super) fn lines(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for one in text.replace("\r\n", "\n").split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let kept: String = one.replace('\t', "    ").chars().filter(|c| is_kept(*c)).collect();
        let is_second_gap = kept.trim().is_empty() && lines.last().is_none_or(String::is_empty);
        if !is_second_gap {
            lines.push(kept.trim_end().to_owned());
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// Control characters are of no use, and those that turn the direction of what follows reach out of their text.
fn is_kept(c: char) -> bool {
    !(c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
}

/// At most `limit` units of the text, with an ellipsis where it was cut.
pub(super) fn shorten(text: &str, limit: usize) -> String {
    fit(text, limit, units, str::to_owned)
}

/// What `write` makes of the text, or of as much of its beginning as measures at most `limit` when written. A cut
/// never parts what people see as one character, nor what `write` makes of it.
pub(super) fn fit(
    text: &str,
    limit: usize,
    measure: fn(&str) -> usize,
    write: impl Fn(&str) -> String,
) -> String {
    // What lies further behind cannot fit, whatever it is: a unit takes three bytes at most.
    let near =
        text.get(..text.floor_char_boundary(limit.saturating_mul(3).saturating_add(8))).unwrap_or(text);
    if near.len() == text.len() {
        let whole = write(text);
        if measure(&whole) <= limit {
            return whole;
        }
    }
    let ends: Vec<usize> = near.grapheme_indices(true).map(|(at, _)| at).collect();
    let cut = |end: usize| write(&format!("{}…", near.get(..end).unwrap_or_default().trim_end()));
    let fitting = ends.partition_point(|end| measure(&cut(*end)) <= limit);
    fitting.checked_sub(1).and_then(|last| ends.get(last)).map_or_else(String::new, |end| cut(*end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_see_as_one_character_stays_whole() {
        let family = "👨‍👩‍👧‍👦";
        assert_eq!(units(family), 11);
        assert_eq!(shorten(&family.repeat(3), 24), format!("{}…", family.repeat(2)));
        assert_eq!(shorten("🇫🇷🇫🇷", 7), "🇫🇷…");
        assert_eq!(shorten("e\u{301}e\u{301}", 3), "e\u{301}…");
        assert_eq!(shorten("a word", 4), "a w…");
        assert_eq!(shorten("a word", 3), "a…", "no blank before the ellipsis");
        assert_eq!(shorten("anything", 0), "");
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(line(" two\r\n\twords\0 \u{202e}here "), "two words here");
        assert_eq!(lines("\n\na\r\n\n\n\nb\0\u{7}\n  c  \n\n"), "a\n\nb\n  c");
        assert_eq!(line("\0\n"), "");
    }

    proptest! {
        #[test]
        fn nothing_is_longer_than_its_limit(text in "\\PC{0,80}|[\\x00-\\x7f👍é]{0,80}", limit in 0usize..60) {
            let escaped = fit(&text, limit, units, |text| text.replace('a', "\\a").replace('&', "&amp;"));
            prop_assert!(units(&escaped) <= limit);
            prop_assert!(shorten(&text, limit).len() <= text.len() + "…".len());
            prop_assert!(units(&text) > limit || shorten(&text, limit) == text);
        }

        #[test]
        fn nothing_but_line_breaks_controls_the_screen(text: String) {
            prop_assert!(!line(&text).contains(char::is_control));
            prop_assert!(!lines(&text).replace('\n', "").contains(char::is_control));
            prop_assert!(!lines(&text).contains("\n\n\n"));
        }
    }
}
