//! Where the two databases differ in SQL, by name.

use crate::Kind;

/// Ends a `SELECT` that claims rows: what others have claimed is passed over.
///
/// SQLite needs nothing: there is one writer.
pub fn skip_locked(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "",
        Kind::Postgres => " FOR UPDATE SKIP LOCKED",
    }
}

/// Ends a `SELECT` whose rows nobody else may change until the commit.
pub fn for_update(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "",
        Kind::Postgres => " FOR UPDATE",
    }
}

/// `expression` without the difference between capitals and small letters, to compare by.
///
/// SQLite folds ASCII letters only.
pub fn fold(_kind: Kind, expression: &str) -> String {
    format!("lower({expression})")
}

/// The operator of a pattern match that takes capitals and small letters for the same
/// (on SQLite ASCII ones only).
pub fn like(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "LIKE",
        Kind::Postgres => "ILIKE",
    }
}

/// The number of the running transaction, to be stored in a row of a log that is read by cursor.
pub fn transaction_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "0",
        Kind::Postgres => "CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT)",
    }
}

/// The first transaction that may still be running: whoever reads a log by cursor reads only rows whose
/// [`transaction_id`] is below, so that none can appear behind the cursor later.
pub fn oldest_running(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "1",
        Kind::Postgres => "CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS TEXT) AS BIGINT)",
    }
}
