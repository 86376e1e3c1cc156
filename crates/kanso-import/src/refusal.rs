//! Why a source is not read.

/// Why nothing can be taken over from a database.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It cannot be reached or opened.
    #[error("{0} cannot be opened: {1}")]
    Unreachable(String, String),
    /// It is damaged, or only a part of one.
    #[error(
        "{0} is damaged: {1}. Stop Kanboard and copy the file again together with those that end with -wal and -shm, or \
         make it whole with `sqlite3 db.sqlite .recover`"
    )]
    Damaged(String, String),
    /// It is whole, but holds something else.
    #[error("{0} is no database of Kanboard: there is no table {1}")]
    NotKanboard(String, &'static str),
    /// Kanboard must be upgraded first.
    #[error(
        "{place} has the tables of an older Kanboard (version {found}, wanted is {wanted}). Upgrade Kanboard to 1.2.53 \
         first: install it over the old one and run `./cli db:migrate`. Missing are: {missing}"
    )]
    Old { place: String, found: i64, wanted: i64, missing: String },
    /// It stopped answering half-way.
    #[error("{0} stopped answering: {1}")]
    Interrupted(String, String),
}
