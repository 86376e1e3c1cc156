//! Pictures of figures, as SVG: in a page with the colours of its theme, or as a file with colours of its own.
//!
//! No picture says by colour alone which part is which: parts have patterns too, and bars have their names beside them.

mod axis;
mod bars;
mod days;
mod legend;
mod paint;

use std::fmt::{Display, Write};

use paint::Paint;

/// A picture of a report.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    title: String,
    drawing: Drawing,
}

/// What it shows.
#[derive(Clone, Debug)]
pub(crate) enum Drawing {
    /// Bars from left to right, a group below the other. Without names of series all bars are of one kind.
    Bars { series: Vec<String>, groups: Vec<Group> },
    /// Values on top of each other, over days.
    Areas { labels: Vec<String>, series: Vec<Series> },
    /// Lines over days.
    Lines { labels: Vec<String>, unit: String, series: Vec<Series> },
}

#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) label: String,
    pub(crate) bars: Vec<Bar>,
}

#[derive(Clone, Debug)]
pub(crate) struct Bar {
    /// Of which kind it is.
    pub(crate) series: usize,
    pub(crate) value: f64,
    pub(crate) shown: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub(crate) label: String,
    pub(crate) values: Vec<f64>,
}

/// How wide a picture is, in units of its own: small, so that its letters can be read on a phone.
const WIDTH: f64 = 480.0;

impl Picture {
    pub(crate) fn new(title: String, drawing: Drawing) -> Self {
        Self { title, drawing }
    }

    /// As a part of a page.
    pub(crate) fn in_page(&self) -> String {
        self.svg(Paint::Theme)
    }

    /// As a file of its own.
    pub(crate) fn as_file(&self) -> String {
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", self.svg(Paint::Own))
    }

    fn svg(&self, paint: Paint) -> String {
        let (height, inner, kinds) = match &self.drawing {
            Drawing::Bars { series, groups } => bars::draw(paint, series, groups),
            Drawing::Areas { labels, series } => days::areas(paint, labels, series),
            Drawing::Lines { labels, unit, series } => days::lines(paint, labels, unit, series),
        };
        let mut svg = String::new();
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" {} role=\"img\" \
             aria-labelledby=\"picture-title picture-told\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\
             <title id=\"picture-title\">{}</title><desc id=\"picture-told\">{}</desc>{}{}{inner}</svg>",
            paint.size(height),
            escaped(&self.title),
            escaped(self.told()),
            paint.patterns(kinds),
            paint.ground(height),
        );
        svg
    }

    /// The picture in words: what stands in it for who does not see it. The table beside it has all figures.
    fn told(&self) -> String {
        let ends = |labels: &[String], series: &[Series]| {
            let days = [labels.first(), labels.last()].map(|day| day.map_or("", String::as_str));
            let one = |series: &Series| {
                let ends =
                    [series.values.first(), series.values.last()].map(|value| value.copied().unwrap_or(0.0));
                format!("{}: {} → {}", series.label, axis::short(ends[0]), axis::short(ends[1]))
            };
            let all: Vec<String> = series.iter().map(one).collect();
            format!("{} – {}. {}", days[0], days[1], all.join("; "))
        };
        match &self.drawing {
            Drawing::Bars { groups, .. } => {
                let one = |group: &Group| {
                    let bars: Vec<&str> = group.bars.iter().map(|bar| bar.shown.as_str()).collect();
                    format!("{}: {}", group.label, bars.join(" / "))
                };
                groups.iter().map(one).collect::<Vec<_>>().join("; ")
            }
            Drawing::Areas { labels, series } | Drawing::Lines { labels, series, .. } => ends(labels, series),
        }
    }
}

/// Text that is only text.
fn escaped(text: impl Display) -> String {
    let text = text.to_string();
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // No file of this kind can hold these.
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A name that fits into so many letters.
fn fitting(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let begin: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", begin.trim_end())
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
