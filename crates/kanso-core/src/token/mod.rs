//! Tokens of the API: named, for one purpose, shown once. Programs call with them in somebody's name.
//!
//! Kanboard's single token of an account stands beside these, see `user/token.rs`.

mod authenticate;
mod create;
mod list;
mod revoke;

use std::fmt::Write;

use kanso_db::row;
use kanso_domain::{Limits, UserId};
use sha2::{Digest, Sha256};

use crate::{Error, Result};

pub(crate) use authenticate::find_by_token;
pub use create::{NewToken, create_token};
pub use list::list_tokens;
pub use revoke::revoke_token;

/// How every token begins, so that people and scanners know one when they see it.
pub(crate) const PREFIX: &str = "kanso_";

/// How many an account may have.
const MOST: usize = 50;

/// How many of its last characters are kept to show.
const ENDING: usize = 4;

/// A token as its owner sees it afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: i64,
    /// What its owner calls it.
    pub name: String,
    /// Its last characters.
    pub ending: String,
    /// What it may be used for.
    pub limits: Limits,
    /// When it was made, in Unix seconds.
    pub created_at: i64,
    /// Until when it is valid; `None` for always.
    pub expires_at: Option<i64>,
    /// When it was used last, to the hour; `None` when it never was.
    pub used_at: Option<i64>,
}

row! {
    struct TokenRow {
        id: i64,
        name: String,
        ending: String,
        scope: String,
        project_id: Option<i64>,
        created_at: i64,
        expires_at: Option<i64>,
        used_at: Option<i64>,
    }
}

impl TryFrom<TokenRow> for Token {
    type Error = Error;

    fn try_from(row: TokenRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            name: row.name,
            ending: row.ending,
            limits: limits(&row.scope, row.project_id)?,
            created_at: row.created_at,
            expires_at: row.expires_at,
            used_at: row.used_at,
        })
    }
}

fn limits(scope: &str, project: Option<i64>) -> Result<Limits> {
    let scope = scope.parse().map_err(|_| Error::Stored(format!("no scope of a token {scope:?}")))?;
    Ok(Limits { scope, project: project.map(Into::into) })
}

/// How something is stored that nobody can guess: a quick hash is enough.
pub(crate) fn hashed(secret: &str) -> String {
    Sha256::digest(secret).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Refuses unless the account is the actor's own.
fn own(actor: &crate::Actor) -> Result<UserId> {
    let user = actor.user_id();
    actor.require_self(user)?;
    Ok(user)
}
