//! What was found, what comes along, and what stays behind.

use std::collections::BTreeMap;
use std::fmt;

use crate::kanboard::goes_into;

/// So many examples are told by name.
const FEW: usize = 5;

/// What became of the rows of all tables.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// By Kanboard's table, in the order in which they are read.
    pub tables: Vec<Tally>,
    /// Tables that are not read at all, how many rows each has, and why.
    pub passed_over: Vec<(String, u64, &'static str)>,
}

/// What became of the rows of one table.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub table: &'static str,
    /// This program's table that they go into; those of several may go into one.
    pub into: &'static str,
    pub found: u64,
    pub taken: u64,
    /// Why rows stay behind, and which.
    pub left: BTreeMap<String, Few>,
    /// What is otherwise in rows that come along, and in which.
    pub mended: BTreeMap<String, Few>,
}

/// How many there are, and some of them by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Few {
    pub count: u64,
    pub first: Vec<String>,
}

impl Few {
    fn add(&mut self, name: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.len() < FEW {
            self.first.push(name());
        }
    }
}

impl Tally {
    pub(crate) fn leave(&mut self, why: impl Into<String>, which: impl FnOnce() -> String) {
        self.left.entry(why.into()).or_default().add(which);
    }

    pub(crate) fn mend(&mut self, what: impl Into<String>, which: impl FnOnce() -> String) {
        self.mended.entry(what.into()).or_default().add(which);
    }
}

impl Report {
    /// Of one table; made when it is first asked for.
    pub(crate) fn of(&mut self, table: &'static str) -> &mut Tally {
        let place = self.tables.iter().position(|tally| tally.table == table);
        let place = place.unwrap_or_else(|| {
            self.tables.push(Tally { table, into: goes_into(table), ..Tally::default() });
            self.tables.len() - 1
        });
        &mut self.tables[place]
    }

    /// How many rows stay behind in tables that are read.
    pub fn left(&self) -> u64 {
        self.tables.iter().map(|tally| tally.found - tally.taken).sum()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<32}{:>12}{:>12}{:>12}", "Kanboard's table", "rows", "come along", "left out")?;
        for tally in &self.tables {
            let left = tally.found - tally.taken;
            writeln!(f, "{:<32}{:>12}{:>12}{left:>12}", tally.table, tally.found, tally.taken)?;
            for (why, few) in &tally.left {
                writeln!(f, "    left out, {why}: {few}")?;
            }
            for (what, few) in &tally.mended {
                writeln!(f, "    {what}: {few}")?;
            }
        }
        for (table, rows, why) in self.passed_over.iter().filter(|(_, rows, _)| *rows > 0) {
            writeln!(f, "{table:<32}{rows:>12}{:>12}{rows:>12}\n    left out, {why}", 0)?;
        }
        Ok(())
    }
}

impl fmt::Display for Few {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.count > self.first.len() as u64 { ", …" } else { "" };
        write!(f, "{} ({}{more})", self.count, self.first.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_a_few_are_named() {
        let mut report = Report::default();
        let tally = report.of("comments");
        tally.found = 7;
        for id in 1..=7 {
            tally.leave("they name a task that is not there", || id.to_string());
        }
        let text = report.to_string();
        assert!(
            text.contains("left out, they name a task that is not there: 7 (1, 2, 3, 4, 5, …)"),
            "{text}"
        );
        assert_eq!((report.left(), report.tables[0].into), (7, "comments"));
    }
}
