//! Reading a table that somebody sent.

use csv::{ReaderBuilder, StringRecord};

use crate::page::Page;
use crate::profile::view::Choice;

/// What may stand between the values,
const DELIMITERS: [&str; 4] = [",", ";", "\t", "|"];
/// and around them.
const ENCLOSURES: [&str; 3] = ["\"", "'", ""];

/// How the file is written.
pub(crate) struct Form {
    pub(crate) delimiter: String,
    pub(crate) enclosure: String,
}

/// A line of the file, counted from 1, the heading included.
pub(crate) struct Numbered {
    pub(crate) number: u64,
    pub(crate) record: StringRecord,
}

impl Default for Form {
    fn default() -> Self {
        Self::new(None, None)
    }
}

impl Form {
    /// What is none of the choices counts as the first of them.
    pub(crate) fn new(delimiter: Option<&str>, enclosure: Option<&str>) -> Self {
        let one_of = |all: &[&'static str], asked: Option<&str>| {
            let known = all.iter().find(|value| Some(**value) == asked).or(all.first());
            known.copied().unwrap_or_default().to_owned()
        };
        Self { delimiter: one_of(&DELIMITERS, delimiter), enclosure: one_of(&ENCLOSURES, enclosure) }
    }

    /// What may stand between the values, for a choice.
    pub(crate) fn delimiters(&self, page: &Page) -> Vec<Choice> {
        choices(page, &DELIMITERS, &self.delimiter)
    }

    /// What may stand around the values.
    pub(crate) fn enclosures(&self, page: &Page) -> Vec<Choice> {
        choices(page, &ENCLOSURES, &self.enclosure)
    }
}

fn choices(page: &Page, all: &[&str], chosen: &str) -> Vec<Choice> {
    let name = |value: &str| match value {
        "\t" => page.text("import-tab"),
        "" => page.text("import-none-around"),
        sign => sign.to_owned(),
    };
    all.iter().map(|value| Choice::new(*value, name(value), chosen)).collect()
}

/// The lines of a file below its heading; empty ones are left out.
pub(crate) fn records(text: &str, form: &Form) -> Vec<Numbered> {
    let sign = |text: &str| text.bytes().next();
    // One byte for each end of a line, or the reader counts the second half of one as the next line's.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .delimiter(sign(&form.delimiter).unwrap_or(b','))
        .quote(sign(&form.enclosure).unwrap_or_default())
        .quoting(!form.enclosure.is_empty())
        .from_reader(text.as_bytes());
    let numbered = |record: StringRecord| {
        let number = record.position().map_or(0, |at| at.line() + empty_lines(&text, at.byte()));
        Numbered { number, record }
    };
    let records = reader.records().filter_map(Result::ok);
    records.filter(|record| record.iter().any(|value| !value.trim().is_empty())).map(numbered).collect()
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
    fn what_nobody_offered_counts_as_the_usual() {
        let form = Form::new(Some("abc"), Some("`"));
        assert_eq!((form.delimiter.as_str(), form.enclosure.as_str()), (",", "\""));
        assert!(records("Username,Password", &form).is_empty());
    }
}
