//! What follows from the rows that were taken over.

use std::collections::BTreeMap;

use kanso_db::{Conn, dialect};

use super::{ImportFault, TABLES};
use crate::{SecretKey, endpoint};

/// Columns and swimlanes of a board are numbered without gaps, in the order that they had; a swimlane that is switched
/// off has no place. How many open tasks a lane holds is counted.
const SETTLE: [&str; 4] = [
    "UPDATE columns SET position = n.place FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY project_id \
     ORDER BY position, id) AS place FROM columns) n WHERE n.id = columns.id",
    "UPDATE swimlanes SET position = 0 WHERE is_active <> 1",
    "UPDATE swimlanes SET position = n.place FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY project_id \
     ORDER BY position, id) AS place FROM swimlanes WHERE is_active = 1) n WHERE n.id = swimlanes.id",
    "INSERT INTO lanes (swimlane_id, column_id, open_tasks) SELECT swimlane_id, column_id, COUNT(*) FROM tasks \
     WHERE is_active = 1 GROUP BY swimlane_id, column_id",
];

/// Settles what the rows leave open, lets ids go on after the highest one, and makes the webhook of the settings.
pub(super) async fn finish(conn: &Conn, secrets: &SecretKey, now_ms: i64) -> Result<(), ImportFault> {
    for settle in SETTLE {
        conn.execute(settle, &[]).await?;
    }
    for table in TABLES {
        let Some(key) = table.key else { continue };
        if let Some(go_on) = dialect::ids_go_on(conn.kind(), table.name, key) {
            conn.execute(&go_on, &[]).await?;
        }
    }
    endpoint::follow_settings(conn, secrets, now_ms).await?;
    Ok(())
}

/// Compares how many rows each table has with how many were handed over.
pub(super) async fn compare(conn: &Conn, given: &BTreeMap<&'static str, u64>) -> Result<(), ImportFault> {
    for table in TABLES {
        let count = format!("SELECT COUNT(*) FROM {}", table.name);
        let (stored,) = conn.one::<(i64,)>(&count, &[]).await?.unwrap_or_default();
        let stored = u64::try_from(stored).unwrap_or_default();
        let given = given.get(table.name).copied().unwrap_or_default();
        if stored != given {
            return Err(ImportFault::Miscounted { table: table.name, given, stored });
        }
    }
    Ok(())
}
