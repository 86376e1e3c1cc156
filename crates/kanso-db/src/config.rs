use std::{fmt, path::PathBuf, str::FromStr};

use crate::{Error, postgres, sqlite};

/// Which of the two databases is behind a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// Where the database is, and how much may wait for it.
#[derive(Clone, Debug)]
pub struct Config {
    pub url: DatabaseUrl,
    /// Threads that read, each with a connection of its own (SQLite).
    pub readers: usize,
    /// Acts that may wait; one more is answered [`Error::Overloaded`] at once.
    pub queue: usize,
    /// Waiting writes that share one commit at most (SQLite).
    pub batch: usize,
    /// Connections kept to the server (PostgreSQL).
    pub pool: usize,
}

impl Config {
    /// The measured defaults for the database at `url`.
    pub fn new(url: DatabaseUrl) -> Config {
        Config { url, readers: 4, queue: 1024, batch: 64, pool: 16 }
    }
}

/// The address of a database: `sqlite:/path`, `sqlite:///path`, `postgres://…` or `postgresql://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    Sqlite(PathBuf),
    Postgres(String),
}

impl DatabaseUrl {
    /// Which database the address leads to.
    pub fn kind(&self) -> Kind {
        match self {
            DatabaseUrl::Sqlite(_) => Kind::Sqlite,
            DatabaseUrl::Postgres(_) => Kind::Postgres,
        }
    }

    /// Whether another Kanso has the database open: for what must be alone with it.
    pub async fn is_used(&self) -> Result<bool, Error> {
        match self {
            DatabaseUrl::Sqlite(path) if !path.exists() => Ok(false),
            DatabaseUrl::Sqlite(path) => {
                let path = path.clone();
                let asked = tokio::task::spawn_blocking(move || sqlite::is_used(&path));
                asked.await.map_err(Error::connection)?
            }
            DatabaseUrl::Postgres(url) => postgres::is_used(url).await,
        }
    }
}

impl FromStr for DatabaseUrl {
    type Err = Error;

    fn from_str(url: &str) -> Result<DatabaseUrl, Error> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(DatabaseUrl::Postgres(url.to_owned()));
        }
        let path = url.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
        match path {
            Some(path) if !path.is_empty() => Ok(DatabaseUrl::Sqlite(path.into())),
            _ => Err(Error::Connection {
                message: "the database URL must begin with sqlite:PATH, postgres:// or postgresql://"
                    .to_owned(),
            }),
        }
    }
}

// A URL holds a password, and debug output ends in logs.
impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DatabaseUrl::Sqlite(path) => f.debug_tuple("Sqlite").field(path).finish(),
            DatabaseUrl::Postgres(_) => f.write_str("Postgres(..)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_name_their_database() {
        let sqlite = |path: &str| DatabaseUrl::Sqlite(path.into());
        assert_eq!("sqlite:/var/k.db".parse::<DatabaseUrl>().unwrap(), sqlite("/var/k.db"));
        assert_eq!("sqlite:///var/k.db".parse::<DatabaseUrl>().unwrap(), sqlite("/var/k.db"));
        assert_eq!("sqlite:k.db".parse::<DatabaseUrl>().unwrap(), sqlite("k.db"));
        assert_eq!("postgresql://h/d".parse::<DatabaseUrl>().unwrap().kind(), Kind::Postgres);
        assert!("mysql://h/d".parse::<DatabaseUrl>().is_err());
        assert!("sqlite:".parse::<DatabaseUrl>().is_err());
    }

    #[test]
    fn debug_output_hides_the_password() {
        let url: DatabaseUrl = "postgres://u:secret@h/d".parse().unwrap();
        assert!(!format!("{url:?}").contains("secret"));
    }
}
