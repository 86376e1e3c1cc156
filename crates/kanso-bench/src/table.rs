//! What was measured, as a table.

use std::io::Write;

/// A line of the table.
struct Line {
    what: String,
    figure: String,
    limit: String,
    ratio: String,
}

/// Figures in the order in which they were measured.
#[derive(Default)]
pub(crate) struct Table(Vec<Line>);

impl Table {
    /// A figure per second, beside what the machine could do at most.
    pub(crate) fn rate(&mut self, what: &str, per_second: f64, limit: Option<(&str, f64)>) {
        let figure = format!("{per_second:.0}/s");
        let (limit, ratio) = match limit {
            Some((name, limit)) => (format!("{name} {limit:.0}/s"), format!("{:.2}", per_second / limit)),
            None => (String::new(), String::new()),
        };
        self.0.push(Line { what: what.to_owned(), figure, limit, ratio });
    }

    /// A figure of another kind.
    pub(crate) fn figure(&mut self, what: &str, figure: String) {
        self.0.push(Line { what: what.to_owned(), figure, limit: String::new(), ratio: String::new() });
    }

    /// Prints all as Markdown.
    pub(crate) fn print(&self) -> anyhow::Result<()> {
        let mut out = std::io::stdout().lock();
        writeln!(out, "\n| What | Measured | Limit here | Ratio |\n|---|---:|---:|---:|")?;
        for Line { what, figure, limit, ratio } in &self.0 {
            writeln!(out, "| {what} | {figure} | {limit} | {ratio} |")?;
        }
        Ok(())
    }
}

/// Says on standard error what went wrong.
pub(crate) fn complain(error: &anyhow::Error) {
    let _ = writeln!(std::io::stderr(), "bench: {error:#}");
}
