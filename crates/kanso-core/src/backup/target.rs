//! The database that a backup is put into: whether anything is lost by that.

use kanso_db::{Conn, Db, Shape};

use super::BackupFault;
use crate::import::find_more_than_a_start;
use crate::{BoxFuture, Config, DatabaseUrl, MIGRATIONS, schema};

/// What there is already, in words; `None` when that is no more than a first start leaves.
pub(super) async fn find_what_is_there(config: &Config) -> Result<Option<String>, BackupFault> {
    if let DatabaseUrl::Sqlite(path) = &config.url
        && !path.exists()
    {
        return Ok(None);
    }
    let db = Db::open(Config { pool: 1, ..config.clone() }, &[]).await?;
    let found =
        db.read(|conn| -> BoxFuture<'_, Result<_, BackupFault>> { Box::pin(what_is_there(conn)) }).await;
    db.close().await;
    found
}

/// The same inside the transaction that is about to clear it.
pub(super) async fn what_is_there(conn: &Conn) -> Result<Option<String>, BackupFault> {
    let shape = own_shape(conn).await?;
    let newest = newest();
    if shape.tables.is_empty() {
        return Ok(None);
    }
    if shape.version != newest {
        return Ok(Some(format!("tables of version {}", shape.version)));
    }
    Ok(find_more_than_a_start(conn).await?)
}

/// The tables of this program that are there: a server's database may hold those of others, too.
pub(super) async fn own_shape(conn: &Conn) -> Result<Shape, BackupFault> {
    let mut shape = conn.shape().await?;
    shape.tables.retain(|table| schema::owns(&table.name));
    Ok(shape)
}

/// The version of the tables that this program works with.
pub(super) fn newest() -> i32 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}
