//! What a template writes.

use std::io;

use minijinja::value::ValueKind;
use minijinja::{Error, ErrorKind, Value};

use crate::body::thin::LARGEST;

/// A text that does not grow beyond what a body may be.
#[derive(Default)]
pub(super) struct Output {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Output {
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    pub(super) fn into_text(self) -> Result<String, String> {
        String::from_utf8(self.bytes).map_err(|error| error.to_string())
    }
}

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > LARGEST {
            self.is_full = true;
            return Err(io::Error::other(too_long()));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub(super) fn too_long() -> String {
    format!("it makes more than {} kB", LARGEST / 1024)
}

/// Writes a value: none is empty, and in JSON a text is escaped for the inside of quotation marks.
pub(super) fn write(output: &mut minijinja::Output<'_>, value: &Value, is_json: bool) -> Result<(), Error> {
    let text = text(value)?;
    if !is_json || value.is_safe() {
        return Ok(output.write_str(&text)?);
    }
    let quoted = serde_json::to_string(&text).map_err(invalid)?;
    let inside = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    Ok(output.write_str(inside.unwrap_or(&quoted))?)
}

/// A value as text.
pub(super) fn text(value: &Value) -> Result<String, Error> {
    let kind = value.kind();
    if matches!(kind, ValueKind::Undefined | ValueKind::None) {
        Ok(String::new())
    } else if matches!(kind, ValueKind::Map | ValueKind::Seq | ValueKind::Iterable) {
        serde_json::to_string(value).map_err(invalid)
    } else {
        Ok(value.to_string())
    }
}

pub(super) fn invalid(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::InvalidOperation, "this cannot be written as JSON").with_source(error)
}
