//! Files of tasks and projects.

pub(crate) mod project;
pub(crate) mod task;

use base64::Engine;
use base64::alphabet::STANDARD as LETTERS;
use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use kanso_core::file::{self, NewFile};
use kanso_rpc::lenient::Given;
use serde::{Serialize, Serializer};

use crate::error::Failure;

/// A file with what tells its content from others.
#[derive(Serialize)]
pub(crate) struct FileAnswer<F> {
    #[serde(flatten)]
    file: F,
    etag: String,
}

impl<F> FileAnswer<F> {
    fn new(file: F, path: impl Fn(&F) -> &str) -> Self {
        Self { etag: file::etag(path(&file)), file }
    }
}

/// What is in a file, as base64; an empty text when it is lost. It is written straight into the answer.
pub(crate) struct Content(file::Content);

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Base64Display::new(self.0.as_deref().unwrap_or_default(), &STANDARD))
    }
}

fn new_file(filename: Given<String>, blob: Given<String>) -> Result<NewFile, Failure> {
    Ok(NewFile { name: filename.required()?, content: decode(&blob.required()?) })
}

/// Clients differ in whether they fill up with `=`.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &LETTERS,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What is no base64, such as the ends of lines, is passed over, as in Kanboard.
fn decode(blob: &str) -> Vec<u8> {
    BASE64.decode(blob).unwrap_or_else(|_| {
        let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
        let mut letters: Vec<u8> = blob.bytes().filter(is_letter).collect();
        // A single letter at the end is less than a byte.
        if letters.len() % 4 == 1 {
            letters.pop();
        }
        BASE64.decode(letters).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_as_clients_write_it() {
        for blob in ["SGVsbG8=", "SGVsbG8", "SGVs\r\nbG8=\r\n", "S G V s b G 8", "SGVs*bG8=", "SGVsbG9"] {
            assert_eq!(decode(blob), b"Hello", "{blob}");
        }
        for nothing in ["", "=", "!!", "A", "é"] {
            assert_eq!(decode(nothing), b"", "{nothing}");
        }
    }

    #[test]
    fn content_is_written_as_base64() {
        let text = |content| serde_json::to_string(&Content(content)).unwrap();
        assert_eq!(text(Some(b"Hello".as_slice().into())), "\"SGVsbG8=\"");
        assert_eq!(text(None), "\"\"");
    }
}
