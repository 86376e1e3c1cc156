//! People for whom a provider of identities vouches.
//!
//! They are sent there with a state that only their browser brings back, sealed in a cookie, so that nobody can be
//! signed in as somebody else by a link, and strangers write no rows.

use std::sync::Arc;

use kanso_db::BoxFuture;
use serde::{Deserialize, Serialize};

use super::answer::spend;
use super::{Admission, Away, Denial, Known, Person, Proven, admit};
use crate::{App, Conflict, Error, Result, SignedIn};

/// How long somebody may take to sign in at the provider, in seconds.
const PATIENCE: i64 = 15 * 60;

/// Speaks with a provider of identities. Implemented by the edge that knows its protocol.
pub trait Provider: Send + Sync {
    /// What the provider calls itself: an address.
    fn issuer(&self) -> &str;

    /// Where somebody signs in, who comes back to the address `back`.
    fn begin<'a>(&'a self, back: &'a str) -> BoxFuture<'a, Result<Begun, Away>>;

    /// Who it is that came back with this code, if all that the provider says of them can be believed.
    fn finish<'a>(
        &'a self,
        back: &'a str,
        code: &'a str,
        begun: &'a Begun,
    ) -> BoxFuture<'a, Result<Claims, Away>>;

    /// Where somebody signs out there, who comes back to the address `back`; `None` when there is no such place.
    fn sign_out<'a>(&'a self, back: &'a str) -> BoxFuture<'a, Option<String>>;
}

/// A provider, and who of it comes in.
#[derive(Clone)]
pub struct Issuer {
    pub provider: Arc<dyn Provider>,
    /// What people call it, for the button.
    pub name: String,
    pub admission: Admission,
    /// Whether a verified address is enough to come into the account that has it.
    pub links_by_email: bool,
    /// The domains of addresses that may come in, in small letters; none for all.
    pub domains: Vec<String>,
}

/// What somebody is sent to a provider with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// Where they go.
    pub url: String,
    /// What comes back with the answer.
    pub state: String,
    /// What stands in what the provider signs.
    pub nonce: String,
    /// What proves that the code is brought by who began.
    pub verifier: String,
}

/// What a provider says of somebody, verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Its name for them, which it never gives to another one.
    pub subject: String,
    pub person: Person,
    /// Whether it knows that the address is theirs.
    pub has_verified_email: bool,
}

/// With what somebody comes back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Returned {
    pub state: String,
    pub code: String,
    /// Who answers, where the provider says it.
    pub iss: Option<String>,
    /// Why there is no code.
    pub error: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct UnderWay {
    begun: Begun,
    next: String,
    until: i64,
}

/// Where somebody goes to sign in, and the sealed text that their browser brings back with the answer.
///
/// # Errors
///
/// [`Conflict::SwitchedOff`] without a provider; [`Conflict::ProviderAway`].
#[crate::use_case]
pub async fn begin_at_provider(app: &App, back: &str, next: String) -> Result<(String, String)> {
    let issuer = issuer_of(app)?;
    let mut begun = issuer.provider.begin(back).await.map_err(|away| gone(&away))?;
    let (url, until) = (std::mem::take(&mut begun.url), app.clock().now() + PATIENCE);
    let sealed = app.secrets().seal(&serde_json::to_string(&UnderWay { begun, next, until })?)?;
    Ok((url, sealed))
}

/// Lets in who comes back from the provider, with the account that they have or get, and says where they wanted to go.
///
/// # Errors
///
/// [`Conflict::NotAnAnswer`] for what was not asked, was asked too long ago or was answered before;
/// [`Conflict::RefusedThere`]; [`Conflict::ProviderAway`]; [`Conflict::NotLetIn`] for who is known there and stays out.
#[crate::use_case]
pub async fn finish_at_provider(
    app: &App,
    back: &str,
    sealed: &str,
    returned: Returned,
) -> Result<(SignedIn, String)> {
    let issuer = issuer_of(app)?;
    let now = app.clock().now();
    let no_answer = || Error::Conflict(Conflict::NotAnAnswer);
    let opened = app.secrets().open(sealed).map_err(|_| no_answer())?;
    let under_way: UnderWay = serde_json::from_str(&opened).map_err(|_| no_answer())?;
    let is_of_this = bool::from(subtle::ConstantTimeEq::ct_eq(
        under_way.begun.state.as_bytes(),
        returned.state.as_bytes(),
    ));
    let is_from_there = returned.iss.as_deref().is_none_or(|iss| iss == issuer.provider.issuer());
    if !is_of_this || !is_from_there || under_way.until <= now {
        return Err(no_answer());
    }
    if let Some(error) = returned.error {
        tracing::info!(error, "the provider of identities refused to let somebody sign in");
        return Err(Error::Conflict(Conflict::RefusedThere));
    }
    let claims = issuer.provider.finish(back, &returned.code, &under_way.begun).await;
    let claims = claims.map_err(|away| gone(&away))?;
    spend(app, &under_way.begun.state, under_way.until).await?;
    let signed_in = admit(app, issuer.judge(claims)?).await?;
    Ok((signed_in, under_way.next))
}

impl Issuer {
    fn judge(&self, claims: Claims) -> Result<Proven> {
        let Claims { subject, mut person, has_verified_email } = claims;
        let verified =
            Some(person.email.trim().to_owned()).filter(|email| has_verified_email && !email.is_empty());
        let domain = verified.as_deref().and_then(|email| email.rsplit_once('@')).map(|(_, domain)| domain);
        let may_come = self.domains.is_empty()
            || domain
                .is_some_and(|domain| self.domains.iter().any(|known| known.eq_ignore_ascii_case(domain)));
        if !may_come {
            return Err(Error::Conflict(Conflict::NotLetIn(Denial::Domain)));
        }
        // What anybody can type there is not written over what stands here.
        if !has_verified_email {
            person.email.clear();
        }
        let email = verified.filter(|_| self.links_by_email);
        let known = Known::ByProvider { issuer: self.provider.issuer().to_owned(), subject, email };
        Ok(Proven { person, known, admission: self.admission.clone(), is_administrator: false })
    }
}

fn issuer_of(app: &App) -> Result<Issuer> {
    app.sign_on().provider.clone().ok_or(Error::Conflict(Conflict::SwitchedOff))
}

fn gone(away: &Away) -> Error {
    tracing::warn!(%away, "the provider of identities does not answer as it should");
    Error::Conflict(Conflict::ProviderAway)
}
