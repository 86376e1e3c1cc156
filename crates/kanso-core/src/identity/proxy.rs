//! People for whom a reverse proxy vouches.

use super::{Admission, Denial, Known, Person, Proven, admit};
use crate::{App, Conflict, Error, Result, SignedIn};

/// What a reverse proxy may say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxy {
    pub admission: Admission,
    /// User names of those who are administrators.
    pub administrators: Vec<String>,
    /// Where somebody who signs out here signs out there.
    pub sign_out: Option<String>,
}

/// Whom a trusted proxy named with a request. Nobody else can say this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched(pub Person);

/// Lets in whom a trusted proxy named: also who has a password here.
///
/// # Errors
///
/// [`Conflict::NotLetIn`] says why they stay out; [`Conflict::SwitchedOff`] when no proxy may name anybody.
#[crate::use_case]
pub async fn admit_by_proxy(app: &App, vouched: Vouched) -> Result<SignedIn> {
    let proxy = app.sign_on().proxy.clone().ok_or(Error::Conflict(Conflict::SwitchedOff))?;
    let Vouched(person) = vouched;
    if person.username.trim().is_empty() {
        return Err(Error::Conflict(Conflict::NotLetIn(Denial::NoName)));
    }
    let is_administrator = proxy.administrators.contains(&person.username);
    let (known, admission) = (Known::ByName { means_all: true }, proxy.admission);
    admit(app, Proven { person, known, admission, is_administrator }).await
}
