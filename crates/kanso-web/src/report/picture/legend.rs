//! Which kind is which.

use std::fmt::Write;

use super::paint::Paint;
use super::{WIDTH, escaped, fitting};

/// How high a line of a legend is.
const LINE: f64 = 20.0;
/// How many letters a name may have in it.
const LETTERS: usize = 30;

/// The names of kinds with their colours, two in a line, below `top`; and how high all that is.
#[expect(clippy::cast_precision_loss, reason = "places of a picture")]
pub(super) fn draw(paint: Paint, names: &[&str], top: f64) -> (f64, String) {
    let mut drawn = String::new();
    for (kind, name) in names.iter().enumerate() {
        let x = (kind % 2) as f64 * WIDTH / 2.0 + 8.0;
        let y = top + (kind / 2) as f64 * LINE;
        let _ = write!(
            drawn,
            "<rect x=\"{x}\" y=\"{y}\" width=\"14\" height=\"14\" rx=\"2\" fill=\"{}\"/><text x=\"{}\" y=\"{}\" \
             fill=\"{}\">{}</text>",
            Paint::fill(kind),
            x + 20.0,
            y + 11.5,
            paint.ink(),
            escaped(fitting(name, LETTERS)),
        );
    }
    (names.len().div_ceil(2) as f64 * LINE, drawn)
}
