//! A value on its way in, and how it is stored.

use kanso_db::Param;

use crate::{Result, SecretKey, token, two_factor, user};

/// A value of a row that is taken over.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    /// A secret in a link, of which the hash is stored.
    Token(String),
    /// A personal access token, of which the hash is stored.
    AccessToken(String),
    /// What makes the codes of a second factor, in base32. It is sealed.
    TwoFactor(String),
}

impl Cell {
    /// As it is stored.
    pub(super) fn stored(self, secrets: &SecretKey) -> Result<Param<'static>> {
        Ok(match self {
            Self::Null => Param::Null,
            Self::Int(value) => value.into(),
            Self::Real(value) => value.into(),
            Self::Text(text) => text.into(),
            Self::Token(secret) => token::hashed(&secret).into(),
            Self::AccessToken(secret) => user::hashed_token(&secret).into(),
            Self::TwoFactor(secret) => two_factor::sealed(&secret, secrets)?.into(),
        })
    }
}

impl From<i64> for Cell {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<f64> for Cell {
    fn from(value: f64) -> Self {
        Self::Real(value)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
