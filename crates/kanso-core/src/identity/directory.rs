//! People whose names and passwords are kept in a directory.

use std::net::IpAddr;
use std::sync::Arc;

use kanso_db::{BoxFuture, params, row};
use kanso_domain::{Permission, UserId};

use super::{Admission, Away, Known, Person, Proven, admit};
use crate::user::{Door, count_failure, find_active, forget_failures, note_wrong_guess};
use crate::{Actor, App, Conflict, Error, Kind, Result, SignedIn};

/// Asks a directory. Implemented by the edge that knows its protocol.
pub trait Lookup: Send + Sync {
    /// Whether this is the password of whom the directory knows by this name. An empty one is nobody's.
    fn verify<'a>(&'a self, username: &'a str, password: &'a str) -> BoxFuture<'a, Result<Verdict, Away>>;

    /// Whom the directory knows by this name; `None` also where it tells nothing without a password.
    fn find<'a>(&'a self, username: &'a str) -> BoxFuture<'a, Result<Option<Person>, Away>>;
}

/// What a directory says of a name and a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They are this person's.
    Right(Person),
    /// The password is not that of the person whom the directory calls so; `None` when it knows nobody.
    Wrong(Option<String>),
}

/// A directory, and who of it comes in.
#[derive(Clone)]
pub struct Directory {
    pub lookup: Arc<dyn Lookup>,
    pub admission: Admission,
}

/// What somebody typed, or their program sent.
pub(crate) struct Asked<'a> {
    pub(crate) username: &'a str,
    pub(crate) password: &'a str,
    pub(crate) door: Door,
    pub(crate) from: Option<IpAddr>,
}

row! {
    struct Entered {
        id: UserId as i64 = "u.id",
        username: String = "u.username",
        is_active: i64 = "u.is_active",
        is_ldap_user: i64 = "u.is_ldap_user",
        lock_expiration_date: i64 = "u.lock_expiration_date",
        twofactor_activated: i64 = "u.twofactor_activated",
        disable_login_form: i64 = "u.disable_login_form",
        identities: i64 = "(SELECT COUNT(*) FROM identities i WHERE i.user_id = u.id)",
    }
}

impl Entered {
    /// Whether its owner may come in by the directory's password.
    fn is_open(&self, door: Door, now: i64) -> bool {
        let is_directorys = self.is_ldap_user == 1 && self.identities == 0;
        let may_here = match door {
            Door::Page => self.disable_login_form == 0,
            // With a second factor the password alone opens none of the API.
            Door::Api => self.twofactor_activated == 0,
        };
        self.is_active == 1 && is_directorys && self.lock_expiration_date <= now && may_here
    }
}

/// Whether there is a directory in which passwords are looked up.
pub fn has_directory(app: &App) -> bool {
    app.sign_on().directory.is_some()
}

/// The person whom the directory knows by this name and password, with the account that they have or get; `None` for
/// a wrong password, which counts as at the door, and for an account that is closed to it.
///
/// # Errors
///
/// [`Conflict::DirectoryAway`]; [`Conflict::NotLetIn`] for who is known there and stays out.
pub(crate) async fn bring_in(app: &App, directory: &Directory, asked: Asked<'_>) -> Result<Option<SignedIn>> {
    let now = app.clock().now();
    // Directories take no account of case, so names from there are in small letters here.
    let name = asked.username.to_lowercase();
    let refuse = || note_wrong_guess(app, asked.from, asked.username, asked.password);
    let known = match find(app, "u.username = $1", asked.username.to_owned()).await? {
        Some(exact) => Some(exact),
        None => called(app, &name).await?,
    };
    let is_shut = known.as_ref().is_some_and(|account| !account.is_open(asked.door, now));
    // Directories take a name without a password for nobody, and let nobody in.
    if is_shut || asked.password.is_empty() || name.is_empty() {
        refuse();
        return Ok(None);
    }
    if let Some(account) = &known
        && asked.door == Door::Api
        && app.verified().knows(asked.password, &mark(account.id), now)
    {
        return find_active(app, account.id).await;
    }
    let person = match directory.lookup.verify(&name, asked.password).await {
        Ok(Verdict::Right(person)) => Person { username: person.username.to_lowercase(), ..person },
        Ok(Verdict::Wrong(its_name)) => {
            refuse();
            let its_name = its_name.map(|its_name| its_name.to_lowercase());
            let account = match its_name.filter(|its_name| *its_name != name) {
                // They may have typed another of their names.
                Some(its_name) => called(app, &its_name).await?,
                None => known,
            };
            if let Some(account) = account {
                count_failure(app, account.id, asked.door).await?;
            }
            return Ok(None);
        }
        Err(away) => return Err(gone(&away)),
    };
    let account = called(app, &person.username).await?;
    if account.as_ref().is_some_and(|account| account.is_directorys_but_shut(asked.door, now)) {
        refuse();
        return Ok(None);
    }
    // Accounts of a Kanboard may have capitals.
    let username = account.map_or(person.username, |account| account.username);
    let person = Person { username, ..person };
    let admission = directory.admission.clone();
    let known = Known::ByName { means_all: false };
    let signed_in = admit(app, Proven { person, known, admission, is_administrator: false }).await?;
    forget_failures(app, signed_in.id).await?;
    app.verified().remember(asked.password, &mark(signed_in.id), now);
    Ok(Some(signed_in))
}

impl Entered {
    /// Whether it is one of the directory's, and closed for another reason than being disabled.
    fn is_directorys_but_shut(&self, door: Door, now: i64) -> bool {
        self.is_ldap_user == 1 && self.identities == 0 && self.is_active == 1 && !self.is_open(door, now)
    }
}

/// Makes an account for whom the directory knows by this name, for administrators, as Kanboard does.
///
/// # Errors
///
/// [`Kind::User`] when the directory knows nobody of this name; [`Conflict::SwitchedOff`] without a directory;
/// [`Conflict::DirectoryAway`]; [`Conflict::NotLetIn`] also for who has an account already.
#[crate::use_case]
pub async fn take_from_directory(app: &App, actor: &Actor, username: String) -> Result<UserId> {
    actor.require(Permission::Administrate)?;
    let directory = app.sign_on().directory.clone().ok_or(Error::Conflict(Conflict::SwitchedOff))?;
    let found = directory.lookup.find(&username.to_lowercase()).await.map_err(|away| gone(&away))?;
    let person = found.ok_or(Error::NotFound(Kind::User))?;
    let person = Person { username: person.username.to_lowercase(), ..person };
    if called(app, &person.username).await?.is_some() {
        return Err(Error::Conflict(Conflict::NotLetIn(super::Denial::NameTaken)));
    }
    let admission = Admission { creates: true, ..directory.admission };
    let known = Known::ByName { means_all: false };
    Ok(admit(app, Proven { person, known, admission, is_administrator: false }).await?.id)
}

/// What stands in the place of a hash where it is remembered that a password was right a moment ago.
fn mark(user: UserId) -> String {
    format!("directory:{user}")
}

fn gone(away: &Away) -> Error {
    tracing::warn!(%away, "the directory does not answer as it should");
    Error::Conflict(Conflict::DirectoryAway)
}

/// The account whose name this is in small letters.
async fn called(app: &App, name: &str) -> Result<Option<Entered>> {
    find(app, "lower(u.username) = $1 ORDER BY u.is_ldap_user DESC, u.id LIMIT 1", name.to_owned()).await
}

async fn find(app: &App, which: &'static str, username: String) -> Result<Option<Entered>> {
    let find = format!("SELECT {} FROM users u WHERE {which}", Entered::COLUMNS);
    app.read(move |conn| Box::pin(async move { Ok(conn.one(&find, params![username]).await?) })).await
}
