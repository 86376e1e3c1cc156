//! Who may read and write what is on the disk.

use std::path::Path;

use kanso_core::doctor::{About, Finding, is_writable};
use kanso_db::DatabaseUrl;

use crate::config::Config;

pub(super) fn examine(config: &Config) -> Vec<Finding> {
    let data = config.data();
    let mut found = Vec::new();
    let database = config.database_that_is_there().ok().and_then(|config| match config.url {
        DatabaseUrl::Sqlite(path) => Some(path),
        DatabaseUrl::Postgres(_) => None,
    });
    for path in [Some(data.to_owned()), database.clone(), Some(data.join("files"))].into_iter().flatten() {
        if path.exists() && !is_writable(&path) {
            found.push(Finding::fault(
                About::Permissions,
                format!("{} cannot be written by this account", path.display()),
                "give it to the account that runs the server: `chown -R`; and run doctor as that account",
            ));
        }
    }
    found.extend(of_others(&data.join("secret.key"), Others::InGroupToo));
    if is_open(data) {
        found.extend(database.and_then(|path| of_others(&path, Others::OfTheMachine)));
    }
    found
}

/// Who should not read something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Others {
    /// Not even those of the same group.
    InGroupToo,
    /// Every other account of the machine.
    OfTheMachine,
}

#[cfg(unix)]
fn mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    Some(path.metadata().ok()?.permissions().mode())
}

#[cfg(not(unix))]
fn mode(_: &Path) -> Option<u32> {
    None
}

/// Whether every account of the machine comes into a folder.
fn is_open(folder: &Path) -> bool {
    mode(folder).is_some_and(|mode| mode & 0o001 != 0)
}

fn of_others(path: &Path, others: Others) -> Option<Finding> {
    let (bits, right) = match others {
        Others::InGroupToo => (0o077, "600"),
        Others::OfTheMachine => (0o007, "640"),
    };
    let found = mode(path)? & bits;
    (found != 0).then(|| {
        Finding::fault(
            About::Permissions,
            format!("{} can be read by other accounts of this machine", path.display()),
            format!("`chmod {right} {}`, and `chmod 700` of its folder", path.display()),
        )
    })
}
