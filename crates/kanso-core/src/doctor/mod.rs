//! Looking whether all is well, and what to do where it is not. Nothing is changed.

mod contents;
mod database;
mod work;

use kanso_domain::Permission;
use serde::Serialize;

use crate::{Actor, App, Result};

/// What is not well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub about: About,
    /// How bad it is.
    pub level: Level,
    /// What is the matter.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Something is broken, or will be.
    Fault,
    /// Something could be better.
    Advice,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum About {
    Database,
    Schema,
    Files,
    Secrets,
    Settings,
    Clock,
    Webhooks,
    Mails,
    Jobs,
    Backups,
    Permissions,
    Space,
    Network,
}

impl About {
    /// All there are, in the order in which they are looked at.
    pub const ALL: [Self; 13] = [
        Self::Database,
        Self::Schema,
        Self::Secrets,
        Self::Files,
        Self::Permissions,
        Self::Space,
        Self::Settings,
        Self::Clock,
        Self::Jobs,
        Self::Backups,
        Self::Mails,
        Self::Webhooks,
        Self::Network,
    ];
}

impl Finding {
    /// Something that is broken.
    pub fn fault(about: About, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { about, level: Level::Fault, what: what.into(), remedy: remedy.into() }
    }

    /// Something that could be better.
    pub fn advice(about: About, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { level: Level::Advice, ..Self::fault(about, what, remedy) }
    }
}

/// Whether this account may write a file or into a folder.
pub fn is_writable(path: &std::path::Path) -> bool {
    crate::disk::is_writable(path)
}

/// Looks at all that the database and the store of files tell, for administrators.
///
/// # Errors
///
/// When the database does not answer.
#[crate::use_case]
pub async fn examine(app: &App, actor: &Actor) -> Result<Vec<Finding>> {
    actor.require(Permission::Administrate)?;
    let looked = database::examine(app).await?;
    let mut found = looked.findings;
    if !looked.is_of_today {
        // What follows asks tables for what they may not have.
        return Ok(found);
    }
    found.extend(contents::examine(app, looked.shape).await?);
    found.extend(work::examine(app).await?);
    Ok(found)
}
