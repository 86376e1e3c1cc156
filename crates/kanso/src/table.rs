//! Tables for people at a terminal.

/// Rows of texts in columns as wide as they need, two spaces between them, under their headings.
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with nothing but headings.
    pub(crate) fn new(headings: &[&str]) -> Self {
        Self { rows: vec![headings.iter().map(|heading| (*heading).to_owned()).collect()] }
    }

    /// Adds a row. A line break in a text would break the table, so that it is shown as a space.
    pub(crate) fn row(&mut self, texts: impl IntoIterator<Item = String>) {
        let one_line = |text: String| text.replace(|c: char| c.is_control(), " ");
        self.rows.push(texts.into_iter().map(one_line).collect());
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            self.rows.iter().filter_map(|row| row.get(column)).map(|text| text.chars().count()).max()
        };
        let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or_default()).collect();
        for (number, row) in self.rows.iter().enumerate() {
            let padded = row.iter().zip(&widths).map(|(text, width)| format!("{text:width$}"));
            let line = padded.collect::<Vec<_>>().join("  ");
            write!(f, "{}{}", if number == 0 { "" } else { "\n" }, line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_longest_text() {
        let mut table = Table::new(&["ID", "NAME", "URL"]);
        table.row(["1", "Büro", "https://a.example"].map(str::to_owned));
        table.row(["12", "a\nb", ""].map(str::to_owned));
        assert_eq!(table.to_string(), "ID  NAME  URL\n1   Büro  https://a.example\n12  a b");
    }
}
