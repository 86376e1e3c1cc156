//! Areas and lines over days.

use std::fmt::Write;

use super::axis::{self, BOTTOM, LEFT, RIGHT, Scale, TOP, x};
use super::paint::Paint;
use super::{Series, escaped, legend};

/// How the lines of a picture differ besides their colours.
const DASHES: [&str; 4] = ["", "6 3", "2 3", "8 3 2 3"];

/// Values on top of each other, the first series at the top, as the first column of a board is where work begins.
pub(super) fn areas(paint: Paint, labels: &[String], series: &[Series]) -> (f64, String, usize) {
    let days = labels.len();
    let mut below = vec![0.0; days];
    let mut layers = Vec::with_capacity(series.len());
    for one in series.iter().rev() {
        let above: Vec<f64> = below
            .iter()
            .enumerate()
            .map(|(at, sum)| sum + one.values.get(at).copied().unwrap_or(0.0).max(0.0))
            .collect();
        layers.push((below, above.clone()));
        below = above;
    }
    layers.reverse();
    let scale = Scale::whole(below.iter().copied().fold(0.0, f64::max));
    let mut drawn = scale.draw(paint);
    for (kind, (below, above)) in layers.iter().enumerate() {
        let mut points = String::new();
        for (at, value) in above.iter().enumerate() {
            let _ = write!(points, "{:.1},{:.1} ", x(at, days), scale.y(*value));
        }
        if days == 1 {
            let _ = write!(points, "{RIGHT},{:.1} {RIGHT},{:.1} ", scale.y(above[0]), scale.y(below[0]));
        }
        for (at, value) in below.iter().enumerate().rev() {
            let _ = write!(points, "{:.1},{:.1} ", x(at, days), scale.y(*value));
        }
        let _ = write!(
            drawn,
            "<polygon points=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"0.75\"/>",
            points.trim_end(),
            Paint::fill(kind),
            paint.paper(),
        );
    }
    finish(paint, drawn, labels, series)
}

/// Lines, each with a point where it ends.
pub(super) fn lines(paint: Paint, labels: &[String], unit: &str, series: &[Series]) -> (f64, String, usize) {
    let days = labels.len();
    let scale = Scale::up_to(series.iter().flat_map(|one| &one.values).copied().fold(0.0, f64::max));
    let mut drawn = scale.draw(paint);
    let _ = write!(
        drawn,
        "<text x=\"0\" y=\"{:.1}\" fill=\"{}\">{}</text>",
        TOP - 9.0,
        paint.ink(),
        escaped(unit)
    );
    for (kind, one) in series.iter().enumerate() {
        let mut points = String::new();
        for (at, value) in one.values.iter().enumerate() {
            let _ = write!(points, "{:.1},{:.1} ", x(at, days), scale.y(*value));
        }
        let last = one.values.last().copied().unwrap_or(0.0);
        let end = if days > 1 { RIGHT } else { LEFT };
        let _ = write!(
            drawn,
            "<polyline points=\"{}\" fill=\"none\" {} stroke-width=\"2.5\" stroke-dasharray=\"{}\" \
             stroke-linejoin=\"round\"/><circle cx=\"{end:.1}\" cy=\"{:.1}\" r=\"4\" {}/>",
            points.trim_end(),
            paint.hue("stroke", kind),
            DASHES[kind % DASHES.len()],
            scale.y(last),
            paint.hue("fill", kind),
        );
    }
    finish(paint, drawn, labels, series)
}

fn finish(paint: Paint, mut drawn: String, labels: &[String], series: &[Series]) -> (f64, String, usize) {
    drawn.push_str(&axis::days(paint, labels));
    let names: Vec<&str> = series.iter().map(|one| one.label.as_str()).collect();
    let (height, named) = legend::draw(paint, &names, BOTTOM + 34.0);
    drawn.push_str(&named);
    (BOTTOM + 38.0 + height, drawn, series.len())
}
