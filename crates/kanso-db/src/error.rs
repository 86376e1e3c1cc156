/// Why the database did not do what it was asked, by what the caller can do about it.
///
/// It can be copied, so that a failed commit fails everybody who waited for it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Too much is waiting already: nothing was done, try later.
    #[error("the database is overloaded")]
    Overloaded,
    /// The database was closed: nothing was done.
    #[error("the database is closed")]
    Closed,
    /// A unique value exists already. `name` is the constraint on PostgreSQL, `table.column` on SQLite;
    /// [`Error::violates`] knows both.
    #[error("not unique: {name}")]
    Constraint { name: String },
    /// The transaction was undone although the act did not ask for it.
    #[error("the transaction was rolled back: {message}")]
    Rollback { message: String },
    /// The commit failed. If a connection to PostgreSQL broke in it, the change may yet be stored.
    #[error("the commit failed: {message}")]
    Commit { message: String },
    /// The act panicked; its changes were undone.
    #[error("the act panicked")]
    Panicked,
    /// The act waited for something other than the database, which would stop all other writers.
    #[error("a use case waited for something other than the database")]
    Waited,
    /// The database cannot be reached.
    #[error("no connection to the database: {message}")]
    Connection { message: String },
    /// The database refused a statement.
    #[error("the database refused a statement: {message}")]
    Sql { message: String },
    /// The tables cannot be brought to the form this program needs.
    #[error("migration failed: {message}")]
    Migration { message: String },
    /// A value is not of the type it was read or written as.
    #[error("wrong type: {message}")]
    Type { message: String },
}

impl Error {
    /// Whether this is a violation of the unique constraint over `columns`, given as SQLite writes them:
    /// `users.username`, or `tags.project_id, tags.name` for a constraint over two.
    ///
    /// On PostgreSQL this is the name it gives to a `UNIQUE` in a table by itself, `users_username_key`.
    /// A named index is told by its name in [`Error::Constraint`].
    pub fn violates(&self, columns: &str) -> bool {
        let Error::Constraint { name } = self else { return false };
        name == columns || *name == postgres_name(columns)
    }

    pub(crate) fn connection(error: impl std::fmt::Display) -> Error {
        Error::Connection { message: error.to_string() }
    }

    pub(crate) fn rollback(message: impl Into<String>) -> Error {
        Error::Rollback { message: message.into() }
    }

    pub(crate) fn mismatch(message: impl Into<String>) -> Error {
        Error::Type { message: message.into() }
    }
}

/// The whole message: that of tokio-postgres alone says "db error" and no more.
pub(crate) fn with_causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |error| error.source());
    causes.fold(error.to_string(), |message, cause| format!("{message}: {cause}"))
}

fn postgres_name(columns: &str) -> String {
    let table = columns.split('.').next().unwrap_or_default();
    let names = columns.split(", ").filter_map(|column| column.split('.').nth(1));
    std::iter::once(table).chain(names).chain(["key"]).collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constraints_are_recognized_by_either_name() {
        let named = |name: &str| Error::Constraint { name: name.to_owned() };
        assert!(named("users.username").violates("users.username"));
        assert!(named("users_username_key").violates("users.username"));
        assert!(named("tags_project_id_name_key").violates("tags.project_id, tags.name"));
        assert!(!named("users_email_key").violates("users.username"));
        assert!(!Error::Closed.violates("users.username"));
    }
}
