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

/// Above the keys of all advisory locks that say where rows are to come: any number that no other program on the
/// same database is likely to have chosen. The lower 48 bits are a row's number.
const ANNOUNCED: i64 = 0x4b61 << 48;

/// The condition of an `INSERT … SELECT … WHERE` that is the first of its transaction into `table`, if the database
/// needs one: it says, until the transaction ends, above which number its rows come. Whoever reads the table by
/// number and must miss nothing asks [`lowest_announced`]. It is always met.
///
/// SQLite needs none: numbers are given in the order of commits.
pub fn announced(kind: Kind, table: &str) -> Option<String> {
    match kind {
        Kind::Sqlite => None,
        Kind::Postgres => Some(format!(
            "pg_try_advisory_xact_lock_shared({ANNOUNCED} + \
             (SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM {table}_id_seq))"
        )),
    }
}

/// Reads the lowest number above which a transaction under way may still bring rows, null when there is none. It must
/// be asked after the highest number was read, and before the rows are.
pub fn lowest_announced(kind: Kind) -> Option<String> {
    let namespace = ANNOUNCED >> 48;
    match kind {
        Kind::Sqlite => None,
        Kind::Postgres => Some(format!(
            "SELECT MIN((CAST(classid AS BIGINT) << 32) + CAST(objid AS BIGINT) - {ANNOUNCED}) FROM pg_locks \
             WHERE locktype = 'advisory' AND objsubid = 1 AND CAST(classid AS BIGINT) >> 16 = {namespace} \
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )),
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

/// Ends a `SELECT` over several tables that claims the rows of one of them, by its name in the statement.
pub fn skip_locked_in(kind: Kind, table: &str) -> String {
    match kind {
        Kind::Sqlite => String::new(),
        Kind::Postgres => format!(" FOR UPDATE OF {table} SKIP LOCKED"),
    }
}

/// Lets the ids of a table go on after the highest one that is there, if the database needs to be told.
///
/// SQLite does so by itself.
pub fn ids_go_on(kind: Kind, table: &str, key: &str) -> Option<String> {
    match kind {
        Kind::Sqlite => None,
        Kind::Postgres => Some(format!(
            "SELECT setval(pg_get_serial_sequence('{table}', '{key}'), COALESCE(MAX({key}), 1), MAX({key}) IS NOT NULL) \
             FROM {table}"
        )),
    }
}

/// Reads the highest number that a table's key was ever given, also of rows that are gone; 0 when there was none.
pub fn last_id(kind: Kind, table: &str, key: &str) -> String {
    match kind {
        Kind::Sqlite => {
            format!("SELECT COALESCE((SELECT MAX(seq) FROM sqlite_sequence WHERE name = '{table}'), 0)")
        }
        Kind::Postgres => format!(
            "SELECT COALESCE(pg_sequence_last_value(CAST(pg_get_serial_sequence('{table}', '{key}') AS regclass)), 0)"
        ),
    }
}

/// Lets the ids of a table go on after `last`, which is at least the highest one that is there.
pub fn ids_go_on_after(kind: Kind, table: &str, key: &str, last: i64) -> Vec<String> {
    match kind {
        Kind::Sqlite => vec![
            format!("DELETE FROM sqlite_sequence WHERE name = '{table}'"),
            format!("INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {last})"),
        ],
        Kind::Postgres => vec![format!(
            "SELECT setval(pg_get_serial_sequence('{table}', '{key}'), {}, {})",
            last.max(1),
            last > 0
        )],
    }
}

/// Reads what is damaged, a line each. Where nothing is, SQLite says `ok` and PostgreSQL nothing.
pub fn damages(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "SELECT integrity_check FROM pragma_integrity_check",
        Kind::Postgres => {
            "SELECT 'the index ' || c.relname || ' is not valid' FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid \
             JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND NOT i.indisvalid"
        }
    }
}

/// Reads which tables have rows that name rows of others that are not there, and how many. PostgreSQL does not let that
/// happen, but for constraints that somebody added without a look at the rows: those count as one.
pub fn broken_references(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => {
            "SELECT \"table\", COUNT(*) FROM pragma_foreign_key_check GROUP BY \"table\" ORDER BY 1"
        }
        Kind::Postgres => {
            "SELECT t.relname, COUNT(*) FROM pg_constraint f JOIN pg_class t ON t.oid = f.conrelid \
             JOIN pg_namespace n ON n.oid = t.relnamespace \
             WHERE n.nspname = current_schema() AND NOT f.convalidated GROUP BY t.relname ORDER BY 1"
        }
    }
}

/// What people call the database.
pub fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "SQLite",
        Kind::Postgres => "PostgreSQL",
    }
}

/// Reads how large the database is, in bytes.
pub fn size(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        Kind::Postgres => "SELECT pg_database_size(current_database())",
    }
}
