//! The contents of files that rows name.

use std::collections::BTreeSet;

use kanso_db::{Conn, Shape};

/// The columns that name contents of files.
const CONTENTS: &[(&str, &str)] = &[
    ("task_has_files", "path"),
    ("project_has_files", "path"),
    ("trash_rows", "path"),
    ("users", "avatar_path"),
    ("waiting_archives", "path"),
];

/// The paths of all contents that rows name.
pub(crate) async fn contents_named(conn: &Conn, shape: &Shape) -> Result<BTreeSet<String>, kanso_db::Error> {
    let mut paths = BTreeSet::new();
    for (table, column) in CONTENTS {
        // Tables of long ago may lack some.
        if shape.tables.iter().any(|known| known.name == *table) {
            let list = format!("SELECT DISTINCT {column} FROM {table} WHERE {column} <> ''");
            paths.extend(conn.all::<(String,)>(&list, &[]).await?.into_iter().map(|(path,)| path));
        }
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn every_column_with_paths_is_looked_at() {
        let tables = schema::tables();
        for (table, (columns, _)) in &tables {
            for column in columns.iter().filter(|column| *column == "path" || column.ends_with("_path")) {
                let is_known = CONTENTS.contains(&(table.as_str(), column.as_str()));
                let is_left = table == "stray_files";
                assert!(is_known != is_left, "{table}.{column}: does it name content that must be kept?");
            }
        }
        for (table, column) in CONTENTS {
            assert!(tables[*table].0.contains(*column), "{table}.{column}");
        }
    }
}
