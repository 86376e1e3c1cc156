//! The subject of a mail without what mail programs put before it.

/// What stands before the colon of a reply or of a mail that was passed on, in small letters: in English, French,
/// German, Russian, Turkish, Spanish, and in Scandinavia.
const MARKS: [&str; 19] = [
    "re",
    "fw",
    "fwd",
    "réf",
    "rép",
    "tr",
    "aw",
    "wg",
    "отв",
    "ответ",
    "пересл",
    "ynt",
    "yan",
    "ilt",
    "i̇lt",
    "rv",
    "sv",
    "vs",
    "antw",
];

/// The subject in one line, without `Re:`, `Fwd:` and the like, however many.
pub fn bare_subject(subject: &str) -> String {
    let line: String = subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = line.as_str();
    while let Some(after) = without_mark(rest) {
        rest = after;
    }
    rest.to_owned()
}

fn without_mark(subject: &str) -> Option<&str> {
    let (mark, rest) = subject.split_once([':', '：'])?;
    let mark = mark.trim_end();
    // Some count: `Re[2]:`, `Re(2):`, `Re^2:`.
    let word =
        mark.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')' | '^'));
    let is_mark = MARKS.contains(&word.trim_end().to_lowercase().as_str());
    is_mark.then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_of_replies_go_and_other_words_stay() {
        for (subject, bare) in [
            ("Re: Brakes", "Brakes"),
            ("RE: Fwd: re[2]: Brakes", "Brakes"),
            ("TR : Re : Freins", "Freins"),
            ("Отв: Пересл: Тормоза", "Тормоза"),
            ("Ynt: İlt: Frenler", "Frenler"),
            ("AW：Bremsen", "Bremsen"),
            ("Note: brakes", "Note: brakes"),
            ("Re brakes", "Re brakes"),
            ("  two\r\n\tlines ", "two lines"),
            ("Re:", ""),
            ("", ""),
        ] {
            assert_eq!(bare_subject(subject), bare, "{subject:?}");
        }
    }

    proptest! {
        #[test]
        fn a_bare_subject_is_one_line_and_stays_as_it_is(subject in "\\PC{0,40}|(Re: |fwd:|a|:|\n| ){0,12}") {
            let bare = bare_subject(&subject);
            prop_assert!(!bare.contains(['\n', '\r']));
            prop_assert_eq!(bare_subject(&bare), bare);
        }
    }
}
