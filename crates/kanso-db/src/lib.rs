//! One connection type over SQLite and PostgreSQL.
//!
//! Use cases are `async fn` over [`Conn`], written once, with SQL in the subset both databases share:
//! `$1` parameters, `RETURNING`, `ON CONFLICT`, `BIGINT`, `TEXT`, `DOUBLE PRECISION`; flags are 0 or 1 and
//! times are numbers, both `BIGINT`. The few differences have names in [`dialect`].
//!
//! Begin with [`Db::write`]. On SQLite one thread runs all writes, a batch of them to one commit; on
//! PostgreSQL each is a transaction on a pooled connection. Neither answers before the commit.
//!
//! This crate must not know any table.

mod act;
mod background;
mod bell;
mod config;
mod conn;
mod db;
mod declare;
pub mod dialect;
mod error;
mod migrate;
mod param;
mod postgres;
mod record;
mod row;
mod shape;
mod sqlite;

pub use bell::{Bell, Listener, Rung};
pub use config::{Config, DatabaseUrl, Kind};
pub use conn::Conn;
pub use db::Db;
pub use declare::FromRaw;
#[doc(hidden)]
pub use declare::columns_from;
pub use error::Error;
pub use migrate::Migration;
pub use param::Param;
pub use record::Record;
pub use row::{FromColumn, FromRow, Row, Value};
pub use shape::{Column, ColumnKind, Shape, Table};

/// A boxed future, as the acts given to [`Db::write`] and [`Db::read`] return it.
pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + Send + 'a>>;
