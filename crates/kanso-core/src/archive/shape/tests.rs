//! No table and no column of a project is forgotten.

use super::{PARTS, part_of};
use crate::schema::tables;

/// Tables that name projects or what is in them and stay behind, and why.
const LEFT: &[(&str, &str)] = &[
    ("api_tokens", "secrets"),
    ("attempts", "what was sent"),
    ("deliveries", "what was sent"),
    ("endpoint_health", "how it fares here"),
    ("endpoint_keys", "secrets"),
    ("incoming_mails", "what came here"),
    ("invitations", "secrets"),
    ("lanes", "counted again"),
    ("mails", "what was sent"),
    ("mails_before", "gone"),
    ("notices", "how it fares here"),
    ("notifications", "one's own"),
    ("recoveries", "what was sent"),
    ("removed_project_has_groups", "of removed projects"),
    ("removed_project_has_users", "of removed projects"),
    ("report_columns", "made again from the log"),
    ("report_days", "made again from the log"),
    ("report_progress", "made again from the log"),
    ("rule_log", "what was done here"),
    ("trash", "what was removed stays behind"),
    ("trash_rows", "what was removed stays behind"),
    ("user_has_notifications", "one's own"),
    ("waiting_archives", "on its way in"),
];

/// Columns that stay behind: secrets, and what each installation finds out by itself.
const LEFT_COLUMNS: &[(&str, &[&str])] = &[
    ("projects", &["token", "revision", "rules_version", "removed_at", "removed_by"]),
    ("endpoints", &["token", "headers", "enabled", "origin", "owner_id", "disabled_reason"]),
    // Such an action is left out.
    ("actions", &["reaches"]),
];

#[test]
fn every_table_of_a_project_goes_along_or_stays_for_a_reason() {
    let tables = tables();
    assert!(tables.len() > 40, "{}", tables.len());
    for (table, (columns, named)) in &tables {
        let names_some = columns.iter().any(|column| ["project_id", "task_id"].contains(&column.as_str()))
            || named.iter().any(|named| part_of(named).is_some());
        let is_known = part_of(table).is_some() || LEFT.iter().any(|(left, _)| left == table);
        assert!(!names_some || is_known, "{table} is of a project: say in shape.rs what becomes of it");
    }
}

#[test]
fn every_column_goes_along_or_stays_for_a_reason() {
    let tables = tables();
    for part in PARTS {
        let (columns, _) = &tables[part.table];
        let left =
            LEFT_COLUMNS.iter().find(|(table, _)| *table == part.table).map_or(&[][..], |(_, left)| left);
        for column in columns {
            let is_known = part.columns.iter().any(|(name, _)| name == column)
                || left.contains(&column.as_str())
                || part.key == Some(column);
            assert!(is_known, "{}.{column}: say in shape.rs what becomes of it", part.table);
        }
        for (name, _) in part.columns {
            assert!(columns.contains(*name), "{}.{name} is no column", part.table);
        }
    }
}

#[test]
fn what_names_something_is_not_a_mere_number() {
    for part in PARTS {
        for (name, kind) in part.columns {
            let names_some = name.ends_with("_id") && !["color_id"].contains(name);
            assert!(!names_some || *kind != super::Kind::Whole, "{}.{name}", part.table);
        }
    }
}
