//! No table that refers to tasks is forgotten.

use super::{PARTS, TASKS};
use crate::MIGRATIONS;

/// Tables that refer to tasks, and whose rows do not come back: one that is there no more.
const LEFT: [&str; 1] = ["mails"];

/// The tables that refer to `target`, as the schema says.
fn referring(target: &str) -> Vec<&'static str> {
    let reference = format!("REFERENCES {target} (");
    let statements = MIGRATIONS.iter().flat_map(|migration| migration.sql.split(';'));
    statements
        .filter(|statement| statement.contains(&reference))
        .filter_map(|statement| {
            let (_, after) = statement.split_once(" TABLE ")?;
            after.split_whitespace().next()
        })
        .collect()
}

#[test]
fn every_table_that_refers_to_tasks_is_a_part() {
    let found = referring(TASKS);
    assert!(found.contains(&"comments"), "{found:?}");
    for table in found {
        let is_known = PARTS.iter().any(|part| part.table == table) || LEFT.contains(&table);
        assert!(is_known, "{table} goes with a task: say in parts.rs whether it comes back with it");
    }
}

#[test]
fn what_refers_to_a_part_is_one_too() {
    for part in PARTS {
        for table in referring(part.table) {
            let is_known = PARTS.iter().any(|other| other.table == table) || LEFT.contains(&table);
            assert!(is_known, "{table} goes with {}", part.table);
        }
    }
}
