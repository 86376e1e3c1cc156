//! Taking over another installation, all of it or nothing.
//!
//! Who reads the other installation hands its rows over as [`Batch`]es, already in this program's words and in the
//! order in which they name each other ([`Source`]). Here they are stored under the ids that they had: `shape.rs` says
//! which tables and columns there are, `fresh.rs` that nothing else is here yet, `put.rs` writes, `finish.rs` adds what
//! follows from the rows.

mod blobs;
mod cell;
mod fault;
mod finish;
mod fresh;
mod put;
mod shape;

pub use cell::Cell;
pub use fault::ImportFault;
pub(crate) use fresh::find_more_than_a_start;
pub use put::{Import, Imported, import};
pub use shape::{TABLES, Table, table};

/// Some rows of one table.
#[derive(Debug)]
pub struct Batch {
    pub table: &'static Table,
    /// Each with a value for every column of the table, in their order.
    pub rows: Vec<Vec<Cell>>,
}

/// What hands over the rows of another installation.
pub trait Source: Send {
    /// The next rows, in the order of [`TABLES`]; `None` at the end. It must not wait for anything far away: a
    /// transaction is open meanwhile.
    ///
    /// # Errors
    ///
    /// What is wrong with the source, for the administrator. Nothing is stored then.
    fn next(&mut self) -> Result<Option<Batch>, String>;
}
