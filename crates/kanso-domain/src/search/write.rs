//! Searches put together by choosing instead of writing.

use super::attribute::Attribute;
use super::words;

/// The search with another value for an attribute, in place of those it asks for so far. No value takes the
/// attribute out. A name that no attribute has leaves the search as it is.
pub fn with(text: &str, name: &str, value: &str) -> String {
    let Some(attribute) = Attribute::named(name) else { return text.to_owned() };
    let words = words::split(text).into_iter().filter(|(found, _)| *found != Some(attribute));
    let kept: Vec<String> = words.map(|(_, written)| closed(written)).collect();
    and(&kept.join(" "), &pair(name, value))
}

/// Both searches in one.
pub fn and(text: &str, more: &str) -> String {
    let parts: Vec<&str> = [text.trim(), more.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// The word without quotes when one of them stays open: it would reach into what follows.
fn closed(word: &str) -> String {
    if word.matches('"').count().is_multiple_of(2) { word.to_owned() } else { word.replace('"', "") }
}

/// The attribute with its value, in quotes where a blank would end it. The language knows no quotes inside of quotes.
fn pair(name: &str, value: &str) -> String {
    let value = value.replace('"', "");
    match value.contains(char::is_whitespace) {
        _ if value.is_empty() => String::new(),
        true => format!("{name}:\"{value}\""),
        false => format!("{name}:{value}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn another_value_takes_the_place_of_those_before() {
        assert_eq!(with("", "status", "open"), "status:open");
        assert_eq!(with("status:open fix", "assignee", "me"), "status:open fix assignee:me");
        let text = r#"ASSIGNEE:me due:<="3 days ago" assignee:"Ada L" the  page"#;
        assert_eq!(with(text, "assignee", "Eve M"), r#"due:<="3 days ago" the page assignee:"Eve M""#);
        assert_eq!(with("category:a category:b", "category", ""), "");
        assert_eq!(with("colour:red x", "color", "blue"), "x color:blue");
        assert_eq!(with("x", "unknown", "y"), "x");
    }

    #[test]
    fn two_searches_become_one() {
        assert_eq!(and(" status:open ", "tag:x"), "status:open tag:x");
        assert_eq!(and("", "tag:x"), "tag:x");
        assert_eq!(and("a", " "), "a");
    }

    proptest! {
        #[test]
        fn what_was_chosen_is_asked_for_whatever_was_written(text in "[a-z:\"<= é]{0,24}", value in "[a-zé ]{1,8}") {
            let value = value.trim().to_owned();
            prop_assume!(!value.is_empty());
            let asked = words::read(&with(&text, "category", &value)).pairs;
            prop_assert_eq!(asked.last(), Some(&(Attribute::Category, value)));
        }
    }
}
