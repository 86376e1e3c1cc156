//! The database's shape, one source for both databases, and how it grew.

#[cfg(test)]
mod tables;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use kanso_db::Migration;

#[cfg(test)]
pub(crate) use tables::tables;

/// Every step, oldest first. A step that was released is never edited: the next one follows it.
pub const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, name: "spine", sql: include_str!("v0001_spine.sql") },
    Migration { version: 2, name: "parts", sql: include_str!("v0002_parts.sql") },
    Migration { version: 3, name: "endpoints", sql: include_str!("v0003_endpoints.sql") },
    Migration { version: 4, name: "filters", sql: include_str!("v0004_filters.sql") },
    Migration { version: 5, name: "roles", sql: include_str!("v0005_roles.sql") },
    Migration { version: 6, name: "accounts", sql: include_str!("v0006_accounts.sql") },
    Migration { version: 7, name: "trash", sql: include_str!("v0007_trash.sql") },
    Migration { version: 8, name: "unseen", sql: include_str!("v0008_unseen.sql") },
    Migration { version: 9, name: "comments", sql: include_str!("v0009_comments.sql") },
    Migration { version: 10, name: "notifications", sql: include_str!("v0010_notifications.sql") },
    Migration { version: 11, name: "rules", sql: include_str!("v0011_rules.sql") },
    Migration { version: 12, name: "reports", sql: include_str!("v0012_reports.sql") },
    Migration { version: 13, name: "jobs", sql: include_str!("v0013_jobs.sql") },
    Migration { version: 14, name: "moving", sql: include_str!("v0014_moving.sql") },
    Migration { version: 15, name: "letters", sql: include_str!("v0015_letters.sql") },
    Migration { version: 16, name: "incoming", sql: include_str!("v0016_incoming.sql") },
    Migration { version: 17, name: "identities", sql: include_str!("v0017_identities.sql") },
    Migration { version: 18, name: "log", sql: include_str!("v0018_log.sql") },
];

/// The tables that any of the migrations makes or renames.
static OWN: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let words = MIGRATIONS.iter().flat_map(|migration| migration.sql.split_whitespace());
    let triples = words.clone().zip(words.clone().skip(1)).zip(words.skip(2));
    let named = |((first, second), third): ((&str, &str), &'static str)| {
        matches!((first, second), ("CREATE", "TABLE") | ("RENAME", "TO")).then_some(third)
    };
    triples.filter_map(named).collect()
});

/// Whether a table of this name is, or ever was, one of this program.
pub(crate) fn owns(table: &str) -> bool {
    OWN.contains(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_own_tables_are_known() {
        let tables = tables();
        assert!(tables.keys().all(|table| owns(table)), "{tables:?}");
        assert!(!owns("refinery_schema_history") && !owns("somebody_elses") && !owns("TABLE"));
    }
}
