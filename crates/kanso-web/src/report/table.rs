//! The figures of a report.

use crate::csv_file::{beginning, lines, text};

/// A table with a heading.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) heads: Vec<String>,
    /// Each as long as the heading; the first cell names the row.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A value, as people read it and as programs do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) shown: String,
    kept: String,
    pub(super) is_number: bool,
    /// Where it leads, if anywhere.
    pub(super) href: Option<String>,
}

impl Cell {
    /// What somebody wrote, or a word of ours.
    pub(super) fn text(value: impl Into<String>) -> Self {
        let shown = value.into();
        Self { kept: text(&shown).into_owned(), shown, is_number: false, href: None }
    }

    /// A number that reads the same to both.
    pub(super) fn number(value: i64) -> Self {
        Self::figure(value.to_string(), value.to_string())
    }

    /// A number in words for people.
    pub(super) fn figure(shown: String, kept: String) -> Self {
        Self { shown, kept, is_number: true, href: None }
    }

    /// A day.
    pub(super) fn day(shown: String, day: jiff::civil::Date) -> Self {
        Self { shown, kept: day.to_string(), is_number: false, href: None }
    }

    /// The same with a link.
    pub(super) fn to(self, href: String) -> Self {
        Self { href: Some(href), ..self }
    }
}

impl Table {
    /// As a file.
    pub(super) fn csv(&self) -> Vec<u8> {
        let heads: Vec<_> = self.heads.iter().map(|head| text(head)).collect();
        let heads: Vec<&str> = heads.iter().map(AsRef::as_ref).collect();
        let mut file = beginning(&heads, false);
        file.extend(lines(self.rows.iter().map(|row| row.iter().map(|cell| &cell.kept))));
        file
    }
}
