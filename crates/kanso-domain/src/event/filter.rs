//! Which events an endpoint asks for, as people write it: names, `task.*`, `!task.update`.

use std::fmt;
use std::str::FromStr;

use super::EventName;

/// The name that `task.file.create` had first; who asks for it gets that.
const OLD_FILE_CREATE: &str = "file.create";

/// Which events somebody asks for: every event that one of the patterns names and none excludes. Without a pattern
/// that includes, all but the excluded ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EventFilter(Vec<Pattern>);

/// One name, or all names that begin alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Pattern {
    /// As it was written, without the `!`.
    text: String,
    excludes: bool,
}

/// A pattern that no event can match.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no event is called {0:?}")]
pub struct UnknownEvent(pub String);

impl EventFilter {
    /// Reads patterns: a name, a name's beginning before `.*` or just `*`, each with `!` before it to exclude.
    ///
    /// # Errors
    ///
    /// The first pattern that matches no event there is.
    pub fn new<T: AsRef<str>>(patterns: impl IntoIterator<Item = T>) -> Result<Self, UnknownEvent> {
        let patterns = patterns.into_iter().map(|pattern| pattern.as_ref().trim().parse());
        patterns.collect::<Result<_, _>>().map(Self)
    }

    /// Whether events of this name are asked for.
    pub fn matches(&self, name: EventName) -> bool {
        let any = |excludes: bool| {
            self.0.iter().any(|pattern| pattern.excludes == excludes && pattern.matches(name))
        };
        let includes_all = self.0.iter().all(|pattern| pattern.excludes);
        (includes_all || any(false)) && !any(true)
    }

    /// Whether the name itself is written down, not only a pattern that it matches.
    pub fn names(&self, name: EventName) -> bool {
        self.0.iter().any(|pattern| !pattern.excludes && pattern.text == name.as_str()) && self.matches(name)
    }

    /// Whether nothing is said, so that all is asked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The patterns as they were written.
    pub fn patterns(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(Pattern::to_string)
    }
}

impl Pattern {
    fn matches(&self, name: EventName) -> bool {
        let name = name.as_str();
        match self.text.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => name == self.text || self.text == OLD_FILE_CREATE && name == "task.file.create",
        }
    }
}

impl FromStr for Pattern {
    type Err = UnknownEvent;

    fn from_str(written: &str) -> Result<Self, UnknownEvent> {
        let (text, excludes) = match written.strip_prefix('!') {
            Some(rest) => (rest.trim(), true),
            None => (written, false),
        };
        let pattern = Self { text: text.to_owned(), excludes };
        // A star stands for whole words only: `task.*`, not `ta*`.
        let is_whole = text.strip_suffix('*').is_none_or(|start| start.is_empty() || start.ends_with('.'));
        let is_known = is_whole && EventName::all().any(|name| pattern.matches(name));
        is_known.then_some(pattern).ok_or_else(|| UnknownEvent(written.to_owned()))
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.excludes {
            f.write_str("!")?;
        }
        f.write_str(&self.text)
    }
}

/// The patterns with a comma and a space between them.
impl fmt::Display for EventFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.patterns().collect::<Vec<_>>().join(", "))
    }
}

/// Patterns between commas or white space; an empty text asks for all.
impl FromStr for EventFilter {
    type Err = UnknownEvent;

    fn from_str(text: &str) -> Result<Self, UnknownEvent> {
        Self::new(text.split([',', ' ', '\n', '\r', '\t']).filter(|pattern| !pattern.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matching(filter: &str) -> Vec<&'static str> {
        let filter: EventFilter = filter.parse().unwrap();
        EventName::all().filter(|name| filter.matches(*name)).map(EventName::as_str).collect()
    }

    #[test]
    fn nothing_said_asks_for_all() {
        assert_eq!(matching("").len(), EventName::all().count());
        assert_eq!(matching("*").len(), EventName::all().count());
    }

    #[test]
    fn a_star_stands_for_all_that_begins_alike() {
        assert_eq!(matching("task.move.*").len(), 4);
        assert_eq!(
            matching("comment.* task.close"),
            ["task.close", "comment.create", "comment.update", "comment.delete"]
        );
    }

    #[test]
    fn what_is_excluded_is_not_asked_for() {
        assert_eq!(matching("comment.*, !comment.update"), ["comment.create", "comment.delete"]);
        assert_eq!(matching("!task.update").len(), EventName::all().count() - 1);
    }

    #[test]
    fn the_older_name_of_new_files_is_known() {
        assert_eq!(matching("file.create"), ["task.file.create"]);
    }

    #[test]
    fn what_matches_nothing_is_refused() {
        for odd in ["task.explode", "ta*", "!", "*.create", "nothing.*"] {
            assert!(odd.parse::<EventFilter>().is_err(), "{odd}");
        }
    }

    #[test]
    fn it_is_written_as_it_was_read() {
        let filter: EventFilter = "task.* !task.update".parse().unwrap();
        assert_eq!(filter.to_string(), "task.*, !task.update");
        assert_eq!(filter.to_string().parse(), Ok(filter));
    }
}
