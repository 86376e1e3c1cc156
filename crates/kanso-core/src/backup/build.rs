//! The tables that the rows of a backup go into: those that they were read from, which then grow as they did elsewhere.

use kanso_db::{Conn, dialect};

use super::BackupFault;
use super::head::{Head, HeadTable};
use super::rows::{LEFT, quoted};
use super::target::own_shape;
use crate::MIGRATIONS;

/// Takes away all tables, and builds empty ones of the version that the backup has.
pub(super) async fn begin(conn: &Conn, head: &Head) -> Result<(), BackupFault> {
    for table in own_shape(conn).await?.tables.iter().rev() {
        conn.execute(&format!("DROP TABLE {}", quoted(&table.name)), &[]).await?;
    }
    for migration in MIGRATIONS.iter().filter(|migration| migration.version <= head.schema) {
        conn.carry_out(migration).await?;
    }
    let shape = own_shape(conn).await?;
    for table in shape.tables.iter().rev() {
        // What a step puts into its tables comes with the backup.
        conn.execute(&format!("DELETE FROM {}", quoted(&table.name)), &[]).await?;
    }
    let kept = shape.tables.iter().filter(|table| LEFT.iter().all(|(left, _)| *left != table.name));
    let expected: Vec<HeadTable> = kept.map(|table| HeadTable::of(table, 0, None)).collect();
    require_same(&expected, head)
}

/// Refuses tables and columns other than those that a database of this version has, in any other order.
fn require_same(expected: &[HeadTable], head: &Head) -> Result<(), BackupFault> {
    if let Some(odd) = head.tables.iter().find(|table| expected.iter().all(|known| known.name != table.name))
    {
        return Err(BackupFault::Damaged(format!("the table {}", odd.name)));
    }
    if head.tables.len() != expected.len() {
        return Err(BackupFault::damaged("a table twice, or one too few"));
    }
    for (place, known) in expected.iter().enumerate() {
        let given = head.tables.get(place).filter(|given| given.name == known.name);
        // Columns that were added later stand at another place in a table that was built anew.
        let mut columns =
            [known.columns.clone(), given.map(|given| given.columns.clone()).unwrap_or_default()];
        for columns in &mut columns {
            columns.sort_by(|one, other| one.0.cmp(&other.0));
        }
        if columns[0] != columns[1] {
            return Err(BackupFault::Damaged(format!("the columns of {}", known.name)));
        }
    }
    Ok(())
}

/// Lets the tables grow to what this program works with. Ids go on after the last one that was given.
pub(super) async fn finish(conn: &Conn, head: &Head) -> Result<(), BackupFault> {
    go_on(conn, head).await?;
    for migration in MIGRATIONS.iter().filter(|migration| migration.version > head.schema) {
        conn.carry_out(migration).await?;
    }
    Ok(())
}

async fn go_on(conn: &Conn, head: &Head) -> Result<(), BackupFault> {
    let shape = own_shape(conn).await?;
    for table in &shape.tables {
        let Some(key) = &table.numbered else { continue };
        let highest = format!("SELECT COALESCE(MAX({}), 0) FROM {}", quoted(key), quoted(&table.name));
        let (highest,) = conn.one::<(i64,)>(&highest, &[]).await?.unwrap_or_default();
        let given = head.tables.iter().find(|given| given.name == table.name).and_then(|given| given.last_id);
        let last = highest.max(given.unwrap_or_default());
        for go_on in dialect::ids_go_on_after(conn.kind(), &table.name, key, last) {
            conn.execute(&go_on, &[]).await?;
        }
    }
    Ok(())
}
