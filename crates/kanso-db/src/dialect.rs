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

/// `expression` with ASCII capitals as small letters and all other letters as they are, on both databases.
pub fn fold_ascii(kind: Kind, expression: &str) -> String {
    match kind {
        Kind::Sqlite => format!("lower({expression})"),
        Kind::Postgres => format!("lower({expression} COLLATE \"C\")"),
    }
}

/// Whether `expression` matches a `LIKE` pattern in small letters, whatever its ASCII capitals. A backslash in
/// the pattern takes the next character as it is.
pub fn matches(kind: Kind, expression: &str, pattern: &str) -> String {
    match kind {
        // Its LIKE folds ASCII letters by itself.
        Kind::Sqlite => format!("{expression} LIKE {pattern} ESCAPE '\\'"),
        Kind::Postgres => format!("{} LIKE {pattern} ESCAPE '\\'", fold_ascii(kind, expression)),
    }
}

/// Behind the name of a table: its rows are to be found by that index, or by their keys if none is named.
///
/// SQLite, which gathers no statistics here, would guess. It refuses a statement that cannot use the index.
pub fn found_by(kind: Kind, index: Option<&str>) -> String {
    match (kind, index) {
        (Kind::Sqlite, Some(index)) => format!(" INDEXED BY {index}"),
        (Kind::Sqlite, None) => " NOT INDEXED".to_owned(),
        (Kind::Postgres, _) => String::new(),
    }
}

/// Ends a transaction that has written nothing yet and begins another: the locks it took are given back.
///
/// SQLite needs none: there is one writer, who waits for nobody.
pub fn begin_anew(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Sqlite => None,
        Kind::Postgres => Some("ROLLBACK AND CHAIN"),
    }
}
