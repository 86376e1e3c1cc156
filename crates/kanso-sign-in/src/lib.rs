//! Signing in elsewhere: a directory by LDAP, a provider of identities by OpenID Connect.
//!
//! Begin with [`Ldap`], which implements `kanso_core::identity::Lookup`, and [`Oidc`], which implements
//! `kanso_core::identity::Provider`. What they learn of a person goes to `kanso-core`, which makes an account of it.
//!
//! This crate knows the two protocols and no SQL. It has no client of HTTP: what it asks a provider goes through
//! [`Fetch`], which the program hands in.

mod ldap;
mod oidc;

pub use ldap::{BadDirectory, Bind, Ldap, LdapConfig};
pub use oidc::{Answer, BadProvider, Fetch, Oidc, OidcConfig, Question};
