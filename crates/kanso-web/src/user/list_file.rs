//! A list of accounts as a file: Kanboard's columns, in their order, below a heading.

use csv::{ReaderBuilder, StringRecord};
use kanso_core::user::{ImportedUser, NewUser};
use kanso_domain::ApplicationRole;

/// The heading.
pub(super) const COLUMNS: [&str; 7] =
    ["Username", "Password", "Email", "Full Name", "Administrator", "Manager", "Remote User"];
/// What may stand between the values,
pub(super) const DELIMITERS: [&str; 4] = [",", ";", "\t", "|"];
/// and around them.
pub(super) const ENCLOSURES: [&str; 3] = ["\"", "'", ""];

/// How the file is written.
pub(super) struct Form {
    pub(super) delimiter: String,
    pub(super) enclosure: String,
}

/// A line of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Counted from 1, the heading included.
    pub(super) number: u64,
    pub(super) username: String,
    password: String,
    pub(super) email: String,
    pub(super) name: String,
    is_admin: bool,
    is_manager: bool,
    pub(super) is_remote: bool,
}

impl Default for Form {
    fn default() -> Self {
        Self::new(None, None)
    }
}

impl Form {
    /// What is none of the choices counts as the first of them.
    pub(super) fn new(delimiter: Option<&str>, enclosure: Option<&str>) -> Self {
        let one_of = |all: &[&'static str], asked: Option<&str>| {
            let known = all.iter().find(|value| Some(**value) == asked).or(all.first());
            known.copied().unwrap_or_default().to_owned()
        };
        Self { delimiter: one_of(&DELIMITERS, delimiter), enclosure: one_of(&ENCLOSURES, enclosure) }
    }
}

/// The lines of a file below its heading; empty ones are left out.
pub(super) fn read(text: &str, form: &Form) -> Vec<Line> {
    let sign = |text: &str| text.bytes().next();
    // One byte for each end of a line, or the reader counts the second half of one as the next line's.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .delimiter(sign(&form.delimiter).unwrap_or(b','))
        .quote(sign(&form.enclosure).unwrap_or_default())
        .quoting(!form.enclosure.is_empty())
        .from_reader(text.as_bytes());
    let records = reader.records().filter_map(Result::ok);
    records
        .filter(|record| record.iter().any(|value| !value.trim().is_empty()))
        .map(|record| Line::of(&record, &text))
        .collect()
}

impl Line {
    fn of(record: &StringRecord, text: &str) -> Self {
        let value = |at: usize| record.get(at).unwrap_or_default();
        let is_set =
            |at: usize| matches!(value(at).trim().to_ascii_lowercase().as_str(), "1" | "true" | "yes");
        Self {
            number: record.position().map_or(0, |at| at.line() + empty_lines(text, at.byte())),
            username: value(0).trim().to_owned(),
            password: value(1).to_owned(),
            email: value(2).trim().to_owned(),
            name: value(3).trim().to_owned(),
            is_admin: is_set(4),
            is_manager: is_set(5),
            is_remote: is_set(6),
        }
    }

    pub(super) fn role(&self) -> ApplicationRole {
        match (self.is_admin, self.is_manager) {
            (true, _) => ApplicationRole::Admin,
            (false, true) => ApplicationRole::Manager,
            (false, false) => ApplicationRole::User,
        }
    }

    pub(super) fn into_user(self) -> ImportedUser {
        let (role, is_remote) = (self.role(), self.is_remote);
        let Self { username, password, name, email, .. } = self;
        ImportedUser { new: NewUser { username, password, name, email, role }, is_remote }
    }
}

/// How many empty lines stand at a place of the text: a line is found where those before it begin.
fn empty_lines(text: &str, from: u64) -> u64 {
    let from = usize::try_from(from).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    rest.iter().take_while(|byte| **byte == b'\n').map(|_| 1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_below_the_heading_with_signs_and_numbers_of_their_own() {
        let text = "\u{feff}Username;Password\r\nada;'a;b';;Ada L.;1;;\r\n\r\n;;;\r\nbob;secret;b@x.org;;0;true;1\r\n";
        let lines = read(text, &Form::new(Some(";"), Some("'")));
        let ada = Line {
            number: 2,
            username: "ada".to_owned(),
            password: "a;b".to_owned(),
            email: String::new(),
            name: "Ada L.".to_owned(),
            is_admin: true,
            is_manager: false,
            is_remote: false,
        };
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert_eq!(lines[0], ada);
        assert!(lines[1].is_remote && lines[1].role() == ApplicationRole::Manager && lines[1].number == 5);
    }

    #[test]
    fn what_nobody_offered_counts_as_the_usual() {
        let form = Form::new(Some("abc"), Some("`"));
        assert_eq!((form.delimiter.as_str(), form.enclosure.as_str()), (",", "\""));
        assert!(read("Username,Password", &form).is_empty());
    }
}
