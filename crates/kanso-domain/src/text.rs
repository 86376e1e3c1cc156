//! Limits of texts, in characters.

/// The longest title of a task, and the longest name of a project.
pub const TITLE: usize = 65_535;
/// The longest name of a swimlane or user, and the longest reference.
pub const NAME: usize = 191;
/// The shortest password.
pub const PASSWORD: usize = 6;
/// The longest identifier of a project.
pub const IDENTIFIER: usize = 50;

/// Whether `text` has at most `limit` characters.
pub fn fits(text: &str, limit: usize) -> bool {
    text.len() <= limit || text.chars().count() <= limit
}

/// Whether `text` looks like an e-mail address: one `@`, something before it, a host with no blank after it.
pub fn is_email(text: &str) -> bool {
    let Some((user, host)) = text.rsplit_once('@') else { return false };
    let clean = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == '@');
    clean(user) && clean(host) && !host.starts_with('.') && !host.ends_with('.')
}

/// The identifier as it is stored (upper case), if it is made of ASCII letters and digits only.
pub fn identifier(text: &str) -> Option<String> {
    let valid = text.len() <= IDENTIFIER && text.chars().all(|c| c.is_ascii_alphanumeric());
    valid.then(|| text.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_text() {
        for good in ["a@b", "first.last@example.org"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "@b", "a@", "a b@c", "a@b c", "a@@b", "a@b."] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn identifiers_are_upper_case_letters_and_digits() {
        assert_eq!(identifier("web2").as_deref(), Some("WEB2"));
        assert_eq!(identifier("web-2"), None);
        assert_eq!(identifier(&"A".repeat(51)), None);
    }
}
