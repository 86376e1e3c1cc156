//! Sessions: kept as rows by kanso-core, carried by tower-sessions.

use std::fmt;
use std::pin::Pin;

use kanso_core::App;
use kanso_core::login::Origin;
use kanso_core::session::{self as rows, StoredSession};
use kanso_domain::UserId;
use serde::{Deserialize, Serialize};
use tower_sessions::cookie::SameSite;
use tower_sessions::session::{self, Id, Record};
use tower_sessions::session_store::{self as store, Error};
use tower_sessions::{Expiry, Session, SessionManagerLayer, SessionStore};

/// The cookie that carries the session's id.
pub(crate) const COOKIE: &str = "kanso_session";
/// The cookie by which a browser is remembered.
pub(crate) const REMEMBER: &str = "kanso_remember";
/// How long somebody has to give the code, once the password was right.
const DOOR: time::Duration = time::Duration::minutes(10);
/// How often the use of a session is noted, in seconds.
const NOTED: i64 = 600;

const USER: &str = "user";
const CSRF: &str = "csrf";
const USED: &str = "used";
const ORIGIN: &str = "origin";
const SERIES: &str = "series";
const WAY: &str = "way";
const AT_DOOR: &str = "at_door";

/// Who vouches for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Way {
    /// They proved it here, or in a directory that is asked from here.
    Password,
    /// Their browser was remembered.
    Remembered,
    /// A reverse proxy, with every request.
    Proxy,
    /// A provider of identities.
    Provider,
}

/// Whether a browser is to be remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Remember {
    No,
    /// From now on.
    Begin,
    /// It is, by this series.
    Is(String),
}

/// Somebody who proved who they are, and whose code is not given yet if they need one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AtDoor {
    pub(crate) user: i64,
    pub(crate) way: Way,
    pub(crate) remember: Remember,
    /// Where they want to go.
    pub(crate) next: String,
    /// When that was, in Unix seconds.
    pub(crate) since: i64,
}

/// The layer that gives handlers their [`Session`].
pub(crate) fn layer(app: App) -> SessionManagerLayer<Rows> {
    SessionManagerLayer::new(Rows(app))
        .with_name(COOKIE)
        .with_same_site(SameSite::Lax)
        .with_http_only(true)
        // `headers` adds Secure when the application's address is https, which can change while it runs.
        .with_secure(false)
        // The browser forgets it when it is closed, and the row goes two weeks after; who is to be remembered has another.
        .with_expiry(Expiry::OnSessionEnd)
}

/// Begins the session of somebody who proved who they are. The id is new, so that one that was known before is
/// worth nothing.
pub(crate) async fn begin(
    session: &Session,
    arrived: &AtDoor,
    origin: Origin,
    now: i64,
) -> Result<(), session::Error> {
    session.cycle_id().await?;
    session.clear().await;
    session.insert(USER, arrived.user).await?;
    session.insert(WAY, arrived.way).await?;
    session.insert(CSRF, random_token()).await?;
    session.insert(ORIGIN, origin).await?;
    if let Remember::Is(series) = &arrived.remember {
        session.insert(SERIES, series).await?;
    }
    session.insert(USED, now / NOTED).await?;
    session.set_expiry(Some(Expiry::OnSessionEnd));
    Ok(())
}

/// Lets somebody wait at the door until the code is given. No page takes this for a session.
pub(crate) async fn wait_at_door(session: &Session, waiting: AtDoor) -> Result<(), session::Error> {
    session.cycle_id().await?;
    session.clear().await;
    session.insert(AT_DOOR, waiting).await?;
    session.set_expiry(Some(Expiry::OnInactivity(DOOR)));
    Ok(())
}

/// Who waits at the door, unless they took too long.
pub(crate) async fn at_door(session: &Session, now: i64) -> Result<Option<AtDoor>, session::Error> {
    let waiting = session.get::<AtDoor>(AT_DOOR).await?;
    Ok(waiting.filter(|waiting| now - waiting.since < DOOR.whole_seconds()))
}

/// Who vouches for whose session it is.
pub(crate) async fn way(session: &Session) -> Result<Way, session::Error> {
    Ok(session.get::<Way>(WAY).await?.unwrap_or(Way::Password))
}

/// Whose session it is, and its token against forged forms. Used now and then, it does not run out.
pub(crate) async fn read(session: &Session, now: i64) -> Result<Option<(UserId, String)>, session::Error> {
    let user = session.get::<i64>(USER).await?;
    let csrf = session.get::<String>(CSRF).await?;
    let Some((user, csrf)) = user.zip(csrf) else { return Ok(None) };
    if session.get::<i64>(USED).await? != Some(now / NOTED) {
        session.insert(USED, now / NOTED).await?;
        session.set_expiry(Some(Expiry::OnSessionEnd));
    }
    Ok(Some((user.into(), csrf)))
}

/// Gives the session another id, so that one that was known before is worth nothing.
pub(crate) async fn renew(session: &Session) -> Result<(), session::Error> {
    session.cycle_id().await?;
    session.set_expiry(Some(Expiry::OnSessionEnd));
    Ok(())
}

/// What the session is called in the list of a person's sessions.
pub(crate) fn name(session: &Session) -> String {
    session.id().map(|id| rows::name_of(&id.to_string())).unwrap_or_default()
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
        let origin = record.data.get(ORIGIN).cloned().and_then(|origin| serde_json::from_value(origin).ok());
        let data = serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?;
        let session = StoredSession {
            user: user.into(),
            data,
            expires_at: record.expiry_date.unix_timestamp(),
            origin: origin.unwrap_or_default(),
            series: record
                .data
                .get(SERIES)
                .and_then(serde_json::Value::as_str)
                .unwrap_or_default()
                .to_owned(),
        };
        rows::store_session(&self.0, &record.id.to_string(), session).await.map_err(|error| backend(&error))
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
