//! People as pages show them.

use kanso_core::file;
use kanso_domain::UserId;

/// Somebody, with the letters that stand for them where room is short.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) initials: String,
}

impl Person {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), initials: initials(name) }
    }

    /// Somebody with an account: the name, or the user name when there is none.
    pub(crate) fn named(name: Option<&str>, username: Option<&str>) -> Option<Self> {
        let name = name.filter(|name| !name.is_empty()).or(username.filter(|name| !name.is_empty()))?;
        Some(Self::new(name))
    }
}

/// Where the picture of an account is, if it has one. The address changes with the picture.
pub(crate) fn picture(user: UserId, path: Option<&str>) -> Option<String> {
    let path = path.filter(|path| !path.is_empty())?;
    Some(format!("/avatar/{user}/{}", file::etag(path)))
}

/// The first letters of the first and the last word.
pub(crate) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn two_letters_stand_for_a_name() {
        assert_eq!(initials("Ada Lovelace"), "AL");
        assert_eq!(initials("Jean Luc Picard"), "JP");
        assert_eq!(initials("admin"), "A");
        assert_eq!(initials("  "), "");
    }
}
