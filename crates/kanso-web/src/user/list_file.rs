//! A list of accounts as a file: Kanboard's columns, in their order, below a heading.

use kanso_core::user::{ImportedUser, NewUser};
use kanso_domain::ApplicationRole;

use crate::csv_file::{Form, Numbered, records};

/// The heading.
pub(super) const COLUMNS: [&str; 7] =
    ["Username", "Password", "Email", "Full Name", "Administrator", "Manager", "Remote User"];

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

/// The lines of a file below its heading; empty ones are left out.
pub(super) fn read(text: &str, form: &Form) -> Vec<Line> {
    records(text, form).iter().map(Line::of).collect()
}

impl Line {
    fn of(Numbered { number, record }: &Numbered) -> Self {
        let value = |at: usize| record.get(at).unwrap_or_default();
        let is_set =
            |at: usize| matches!(value(at).trim().to_ascii_lowercase().as_str(), "1" | "true" | "yes");
        Self {
            number: *number,
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
}
