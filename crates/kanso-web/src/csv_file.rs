//! Tables as files of values between delimiters, as programs for tables write and read them.

mod download;
mod list;

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

pub(crate) use download::{beginning, download, streamed};
pub(crate) use list::{Form, Numbered, records};

/// What a program for tables takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that somebody wrote, as a cell: one that would be a formula gets an apostrophe before it, so that a table
/// made of it runs nothing.
pub(crate) fn text(value: &str) -> Cow<'_, str> {
    if value.starts_with(FORMULA) { Cow::Owned(format!("'{value}")) } else { Cow::Borrowed(value) }
}

/// The text that [`text`] made a cell of.
pub(crate) fn text_of(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

/// Rows as they stand in a file.
pub(crate) fn lines<R, C>(rows: impl IntoIterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator<Item = C>,
    C: AsRef<[u8]>,
{
    let mut writer = WriterBuilder::new().flexible(true).terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing into memory does not fail, and rows of other lengths are taken.
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_formula_is_a_text_and_reads_back() {
        for odd in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(text(odd), format!("'{odd}"));
            assert_eq!(text_of(&text(odd)), odd);
        }
        for plain in ["", "a=b", "'quoted'", "1-1", " =1"] {
            assert_eq!(text(plain), plain);
            assert_eq!(text_of(plain), plain);
        }
    }

    #[test]
    fn signs_of_the_file_stay_in_their_cells() {
        let file = lines([vec!["a", "b,c"], vec!["d \"e\"", "f\ng"]]);
        assert_eq!(String::from_utf8_lossy(&file), "a,\"b,c\"\r\n\"d \"\"e\"\"\",\"f\ng\"\r\n");
    }
}
