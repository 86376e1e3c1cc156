//! Bars, a group below the other.

use std::fmt::Write;

use super::paint::Paint;
use super::{Group, WIDTH, escaped, fitting, legend};

/// How high a bar is, and a line of letters.
const BAR: f64 = 16.0;
const LINE: f64 = 18.0;
/// What is left beside a bar for its figure.
const FIGURE: f64 = 110.0;

/// How high the picture is, what is in it, and how many kinds of bars it has.
pub(super) fn draw(paint: Paint, series: &[String], groups: &[Group]) -> (f64, String, usize) {
    let most = groups.iter().flat_map(|group| &group.bars).map(|bar| bar.value).fold(0.0, f64::max);
    let unit = if most > 0.0 { (WIDTH - FIGURE) / most } else { 0.0 };
    let (mut y, mut drawn) = (4.0, String::new());
    for group in groups {
        let _ = write!(
            drawn,
            "<text x=\"0\" y=\"{:.1}\" fill=\"{}\">{}</text>",
            y + 12.0,
            paint.ink(),
            escaped(fitting(&group.label, 60)),
        );
        y += LINE;
        for bar in &group.bars {
            // Nothing is a line that shows where it would begin.
            let width = (bar.value.max(0.0) * unit).max(1.0);
            let _ = write!(
                drawn,
                "<rect x=\"0\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{BAR}\" rx=\"2\" fill=\"{}\"/>\
                 <text x=\"{:.1}\" y=\"{:.1}\" fill=\"{}\">{}</text>",
                Paint::fill(bar.series),
                width + 6.0,
                y + 12.5,
                paint.ink(),
                escaped(&bar.shown),
            );
            y += BAR + 3.0;
        }
        y += 7.0;
    }
    let names: Vec<&str> = series.iter().map(String::as_str).collect();
    let (height, named) = legend::draw(paint, &names, y + 4.0);
    drawn.push_str(&named);
    (y + height + 6.0, drawn, series.len().max(1))
}
