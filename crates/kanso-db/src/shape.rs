use std::collections::BTreeSet;

use crate::{Conn, Error, Kind, Migration, params};

/// The tables that a database has, as it says itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The newest step that was applied; 0 when none was.
    pub version: i32,
    /// In an order in which each refers to earlier ones only.
    pub tables: Vec<Table>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// In their order.
    pub columns: Vec<Column>,
    /// The names of the columns of the primary key, in their order.
    pub key: Vec<String>,
    /// The column that the database numbers, if there is one.
    pub numbered: Option<String>,
    /// The other tables that it refers to.
    refers_to: BTreeSet<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: ColumnKind,
}

/// What a column holds, besides null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Int,
    Real,
    Text,
    Bytes,
}

/// What the migrations write down for themselves.
const HISTORY: &str = "refinery_schema_history";

impl Conn {
    /// Reads which tables there are, but for those that the database and the migrations keep for themselves.
    pub async fn shape(&self) -> Result<Shape, Error> {
        let mut tables = Vec::new();
        for (name, numbered) in self.all::<(String, Option<String>)>(tables_of(self.kind()), &[]).await? {
            if name != HISTORY {
                tables.push(self.table(name, numbered).await?);
            }
        }
        let version = if tables.is_empty() { 0 } else { self.version().await? };
        Ok(Shape { version, tables: in_order(tables) })
    }

    /// Carries out one step of the tables inside the transaction, without writing down that it was.
    pub async fn carry_out(&self, migration: &Migration) -> Result<(), Error> {
        self.batch(&migration.in_dialect(self.kind())).await
    }

    async fn version(&self) -> Result<i32, Error> {
        let newest = format!("SELECT MAX(version) FROM {HISTORY}");
        let newest = self.one::<(Option<i32>,)>(&newest, &[]).await?;
        Ok(newest.and_then(|(version,)| version).unwrap_or_default())
    }

    async fn table(&self, name: String, numbered: Option<String>) -> Result<Table, Error> {
        let kind = self.kind();
        let of_table = params![name.as_str()];
        let columns = self.all::<(String, String)>(columns_of(kind), of_table).await?;
        let key = self.all::<(String,)>(key_of(kind), of_table).await?;
        let refers_to = self.all::<(String,)>(references_of(kind), of_table).await?;
        let key: Vec<String> = key.into_iter().map(|(column,)| column).collect();
        Ok(Table {
            columns: columns.into_iter().map(|(name, stored)| Column::of(name, &stored)).collect(),
            // SQLite says only that it numbers the table: by its key.
            numbered: numbered
                .and_then(|column| if column.is_empty() { key.first().cloned() } else { Some(column) }),
            refers_to: refers_to.into_iter().map(|(table,)| table).filter(|other| *other != name).collect(),
            name,
            key,
        })
    }
}

impl Column {
    fn of(name: String, stored: &str) -> Column {
        let kind = match stored.to_ascii_uppercase().as_str() {
            "BIGINT" | "INTEGER" | "SMALLINT" | "BOOLEAN" => ColumnKind::Int,
            "DOUBLE PRECISION" | "REAL" | "NUMERIC" => ColumnKind::Real,
            "BYTEA" | "BLOB" => ColumnKind::Bytes,
            _ => ColumnKind::Text,
        };
        Column { name, kind }
    }
}

/// So that each comes after those it refers to; by their names otherwise.
fn in_order(mut left: Vec<Table>) -> Vec<Table> {
    let mut done: Vec<Table> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let is_free =
            |table: &Table| table.refers_to.iter().all(|other| done.iter().any(|known| known.name == *other));
        // Those that refer to each other in a circle come as they are.
        let next = left.iter().position(is_free).unwrap_or_default();
        done.push(left.remove(next));
    }
    done
}

/// The names of the tables, each with the column that is numbered: empty where only that there is one is known.
fn tables_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => {
            "SELECT name, CASE WHEN sql LIKE '%AUTOINCREMENT%' THEN '' END FROM sqlite_master \
             WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY name"
        }
        Kind::Postgres => {
            "SELECT t.tablename, (SELECT MIN(c.column_name) FROM information_schema.columns c \
             WHERE c.table_schema = t.schemaname AND c.table_name = t.tablename AND c.is_identity = 'YES') \
             FROM pg_tables t WHERE t.schemaname = current_schema() ORDER BY t.tablename"
        }
    }
}

fn columns_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "SELECT name, type FROM pragma_table_info($1) ORDER BY cid",
        Kind::Postgres => {
            "SELECT column_name, data_type FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position"
        }
    }
}

fn key_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk",
        Kind::Postgres => {
            "SELECT k.column_name FROM information_schema.table_constraints c \
             JOIN information_schema.key_column_usage k ON k.constraint_schema = c.constraint_schema \
             AND k.constraint_name = c.constraint_name AND k.table_name = c.table_name \
             WHERE c.table_schema = current_schema() AND c.table_name = $1 AND c.constraint_type = 'PRIMARY KEY' \
             ORDER BY k.ordinal_position"
        }
    }
}

fn references_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)",
        Kind::Postgres => {
            "SELECT DISTINCT o.relname FROM pg_constraint f JOIN pg_class t ON t.oid = f.conrelid \
             JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_class o ON o.oid = f.confrelid \
             WHERE f.contype = 'f' AND n.nspname = current_schema() AND t.relname = $1"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_comes_after_those_it_refers_to() {
        let table = |name: &str, refers_to: &[&str]| Table {
            name: name.to_owned(),
            columns: Vec::new(),
            key: Vec::new(),
            numbered: None,
            refers_to: refers_to.iter().map(|other| (*other).to_owned()).collect(),
        };
        let all = vec![table("a", &["c"]), table("b", &[]), table("c", &["d", "b"]), table("d", &[])];
        let names: Vec<String> = in_order(all).into_iter().map(|table| table.name).collect();
        assert_eq!(names, ["b", "d", "c", "a"]);
        let circle = in_order(vec![table("a", &["b"]), table("b", &["a"])]);
        assert_eq!(circle.len(), 2);
    }
}
