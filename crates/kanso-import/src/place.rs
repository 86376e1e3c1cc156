//! Where Kanboard keeps its rows.

use std::fmt;
use std::path::PathBuf;

/// Kanboard's database: a SQLite file, or a server.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// `data/db.sqlite`
    Sqlite(PathBuf),
    /// `postgres://user:password@host/database`
    Postgres(String),
    /// MySQL or MariaDB: `mysql://user:password@host/database`
    MySql(String),
}

impl Place {
    /// What an administrator writes: an address, or else the path of a file.
    pub fn parse(text: &str) -> Self {
        match text.split_once("://").map(|(scheme, _)| scheme) {
            Some("postgres" | "postgresql") => Self::Postgres(text.to_owned()),
            Some("mysql") => Self::MySql(text.to_owned()),
            Some("mariadb") => Self::MySql(text.replacen("mariadb", "mysql", 1)),
            _ => Self::Sqlite(text.strip_prefix("sqlite:").unwrap_or(text).into()),
        }
    }

    /// What the database is called.
    pub fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
            Self::MySql(_) => "MySQL",
        }
    }

    /// The version of the tables that Kanboard 1.2.53 has on this kind of database.
    pub fn wanted_version(&self) -> i64 {
        match self {
            Self::Sqlite(_) => 128,
            Self::Postgres(_) => 117,
            Self::MySql(_) => 139,
        }
    }
}

/// Without the password.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "{}", path.display()),
            Self::Postgres(address) | Self::MySql(address) => match url::Url::parse(address) {
                Ok(url) => {
                    let (host, path) = (url.host_str().unwrap_or_default(), url.path());
                    write!(f, "{}://{host}{path}", url.scheme())
                }
                Err(_) => f.write_str(self.engine()),
            },
        }
    }
}

/// The same: what is debugged ends in logs.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Place({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_without_its_password() {
        for address in ["postgres://k:secret@db.example:5433/kb", "mariadb://k:secret@db.example/kb?x=secret"]
        {
            let place = Place::parse(address);
            let shown = format!("{place} {place:?}");
            assert!(shown.contains("db.example/kb") && !shown.contains("secret"), "{shown}");
        }
        assert_eq!(Place::parse("/srv/db.sqlite"), Place::Sqlite("/srv/db.sqlite".into()));
        assert_eq!(Place::parse("sqlite:a.db").engine(), "SQLite");
        assert_eq!(Place::parse("mariadb://h/d"), Place::MySql("mysql://h/d".to_owned()));
        assert_eq!(Place::parse("postgres://a b:secret@[").to_string(), "PostgreSQL");
    }
}
