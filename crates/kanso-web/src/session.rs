//! Sessions: kept as rows by kanso-core, carried by tower-sessions.

use std::fmt;
use std::pin::Pin;

use kanso_core::{App, session as rows};
use kanso_domain::UserId;
use tower_sessions::cookie::SameSite;
use tower_sessions::session::{self, Id, Record};
use tower_sessions::session_store::{self as store, Error};
use tower_sessions::{Expiry, Session, SessionManagerLayer, SessionStore};

/// The cookie that carries the session's id.
pub(crate) const COOKIE: &str = "kanso_session";
/// How long a session lives after the last day it was used.
const LIFETIME: time::Duration = time::Duration::days(30);
const DAY: i64 = 86_400;

const USER: &str = "user";
const CSRF: &str = "csrf";
const USED: &str = "used";

/// The layer that gives handlers their [`Session`].
pub(crate) fn layer(app: App) -> SessionManagerLayer<Rows> {
    SessionManagerLayer::new(Rows(app))
        .with_name(COOKIE)
        .with_same_site(SameSite::Lax)
        .with_http_only(true)
        // `headers` adds Secure when the application's address is https, which can change while it runs.
        .with_secure(false)
        .with_expiry(Expiry::OnInactivity(LIFETIME))
}

/// Begins the session of somebody who proved who they are. The id is new, so that one that was known before is
/// worth nothing.
pub(crate) async fn begin(session: &Session, user: UserId, now: i64) -> Result<(), session::Error> {
    session.cycle_id().await?;
    session.insert(USER, user.get()).await?;
    session.insert(CSRF, random_token()).await?;
    session.insert(USED, now / DAY).await
}

/// Whose session it is, and its token against forged forms. Used once a day or more, it does not run out.
pub(crate) async fn read(session: &Session, now: i64) -> Result<Option<(UserId, String)>, session::Error> {
    let user = session.get::<i64>(USER).await?;
    let csrf = session.get::<String>(CSRF).await?;
    let Some((user, csrf)) = user.zip(csrf) else { return Ok(None) };
    if session.get::<i64>(USED).await? != Some(now / DAY) {
        session.insert(USED, now / DAY).await?;
    }
    Ok(Some((user.into(), csrf)))
}

/// Whether the session has not been ended since it was read.
pub(crate) async fn is_alive(app: &App, session: &Session) -> bool {
    let Some(id) = session.id() else { return false };
    rows::find_session(app, &id.to_string()).await.is_ok_and(|found| found.is_some())
}

/// A text that nobody can guess.
pub(crate) fn random_token() -> String {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes).expect("the system has random numbers");
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The rows of kanso-core as tower-sessions wants them.
#[derive(Clone)]
pub(crate) struct Rows(App);

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rows")
    }
}

type Storing<'a, T> = Pin<Box<dyn Future<Output = store::Result<T>> + Send + 'a>>;

impl Rows {
    async fn store(&self, record: &Record) -> store::Result<()> {
        let user = record.data.get(USER).and_then(serde_json::Value::as_i64).unwrap_or_default();
        let data = serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?;
        let until = record.expiry_date.unix_timestamp();
        rows::store_session(&self.0, &record.id.to_string(), user.into(), data, until)
            .await
            .map_err(|error| backend(&error))
    }

    async fn find(&self, id: &Id) -> store::Result<Option<Record>> {
        let Some((data, until)) =
            rows::find_session(&self.0, &id.to_string()).await.map_err(|error| backend(&error))?
        else {
            return Ok(None);
        };
        let data = serde_json::from_str(&data).map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = time::OffsetDateTime::from_unix_timestamp(until)
            .map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }
}

fn backend(error: &kanso_core::Error) -> Error {
    Error::Backend(error.to_string())
}

// The trait is declared with a macro; these are the signatures that it makes.
impl SessionStore for Rows {
    fn create<'a, 'b, 'c>(&'a self, record: &'b mut Record) -> Storing<'c, ()>
    where
        'a: 'c,
        'b: 'c,
        Self: 'c,
    {
        // An id has 128 random bits; it is nobody else's.
        Box::pin(self.store(record))
    }

    fn save<'a, 'b, 'c>(&'a self, record: &'b Record) -> Storing<'c, ()>
    where
        'a: 'c,
        'b: 'c,
        Self: 'c,
    {
        Box::pin(self.store(record))
    }

    fn load<'a, 'b, 'c>(&'a self, id: &'b Id) -> Storing<'c, Option<Record>>
    where
        'a: 'c,
        'b: 'c,
        Self: 'c,
    {
        Box::pin(self.find(id))
    }

    fn delete<'a, 'b, 'c>(&'a self, id: &'b Id) -> Storing<'c, ()>
    where
        'a: 'c,
        'b: 'c,
        Self: 'c,
    {
        Box::pin(async move {
            rows::remove_session(&self.0, &id.to_string()).await.map_err(|error| backend(&error))
        })
    }
}
