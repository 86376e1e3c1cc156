//! Tables that are the same but for names, some rows at a time.

use kanso_core::import::Batch;
use rusqlite::types::{Value, ValueRef};

use super::{ROWS, Reader, Step, batch, told};
use crate::map::{PARTS, Row};
use crate::source::quoted;

/// Some rows of a table.
pub(super) struct Page {
    /// The columns that are there.
    pub(super) names: Vec<&'static str>,
    /// Each with its number.
    pub(super) rows: Vec<(i64, Vec<Value>)>,
}

impl Reader {
    pub(super) fn part(&mut self, number: usize, after: i64) -> Result<Option<Batch>, String> {
        let Some(part) = PARTS.get(number) else { return Ok(None) };
        let Page { names, rows } = self.page(part.from, &part.wanted(), after)?;
        let mut cells = Vec::with_capacity(rows.len());
        let tally = self.report.of(part.from);
        for (number, values) in &rows {
            let row = Row { number: *number, names: &names, values };
            cells.extend(row.read(part, &mut self.context, tally));
        }
        match rows.last() {
            Some((last, _)) => {
                self.steps.push_front(Step::Part(number, *last));
                self.tell(part.from, rows.len());
            }
            None => self.context.seen.clear(),
        }
        batch(part.to, cells).map(Some)
    }

    /// The next rows of a table.
    pub(super) fn page(&self, table: &str, wanted: &[&'static str], after: i64) -> Result<Page, String> {
        let there = self.opened.shape.iter().find(|(name, _)| name == table).map(|(_, columns)| columns);
        let names: Vec<&'static str> =
            wanted.iter().copied().filter(|name| there.is_some_and(|there| there.contains(*name))).collect();
        let columns: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        let select = format!(
            "SELECT rowid, {} FROM {} WHERE rowid > ?1 ORDER BY rowid LIMIT {ROWS}",
            columns.join(", "),
            quoted(table)
        );
        let mut statement = self.opened.conn.prepare_cached(&select).map_err(told)?;
        let rows = statement.query_map([after], |row| {
            let values = (1..=names.len())
                .map(|column| row.get_ref(column).map(readable))
                .collect::<Result<_, _>>()?;
            Ok((row.get(0)?, values))
        });
        let rows = rows.map_err(told)?.collect::<rusqlite::Result<_>>().map_err(told)?;
        Ok(Page { names, rows })
    }
}

/// As it stands there: text that is no UTF-8 comes with the characters that can be read.
pub(super) fn readable(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}
