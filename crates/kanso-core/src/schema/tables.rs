//! The tables there are, read from the steps: for tests that none is forgotten.

use std::collections::{BTreeMap, BTreeSet};

use super::MIGRATIONS;

/// The tables there are, with their columns and the tables that they refer to.
pub(crate) fn tables() -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
    let mut tables = BTreeMap::<String, (BTreeSet<String>, BTreeSet<String>)>::new();
    for migration in MIGRATIONS {
        let lines = migration.sql.lines().filter(|line| !line.trim_start().starts_with("--"));
        for statement in lines.collect::<Vec<_>>().join("\n").split(';') {
            let words: Vec<&str> = statement.split_whitespace().collect();
            let (table, body) = match words[..] {
                ["CREATE", "TABLE", name, ..] => (name, statement.split_once('(').expect("columns").1),
                ["ALTER", "TABLE", name, "ADD", "COLUMN", ..] => {
                    (name, statement.split_once("ADD COLUMN").expect("a column").1)
                }
                _ => continue,
            };
            let (columns, named) = tables.entry(table.to_owned()).or_default();
            for line in body.lines() {
                let first = line.split_whitespace().next().unwrap_or_default();
                if first.chars().next().is_some_and(|letter| letter.is_ascii_lowercase()) {
                    columns.insert(first.to_owned());
                }
                if let Some((_, after)) = line.split_once("REFERENCES ") {
                    named.insert(after.split_whitespace().next().expect("a table").to_owned());
                }
            }
        }
    }
    tables
}
