//! What somebody chose for themselves.

use jiff::tz::TimeZone;
use kanso_db::{params, row};
use kanso_domain::{Act, ApplicationRole, Limits, NamedChange, UserId, text};

use super::find::load;
use super::record::record;
use crate::{Actor, App, Error, Fault, Kind, Result, SignedIn};

row! {
    /// An account with its own choices: what a session asks at every request.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Profile {
        pub id: UserId as i64,
        pub username: String,
        pub name: Option<String>,
        pub email: Option<String>,
        pub role: String,
        pub is_active: i64,
        pub is_ldap_user: i64,
        pub timezone: Option<String>,
        pub language: Option<String>,
        pub avatar_path: Option<String>,
        pub twofactor_activated: i64,
        pub notifications_enabled: i64,
        pub notifications_filter: i64,
        /// `light`, `dark` or `auto`; empty while nothing was chosen.
        pub theme: String = "CASE WHEN theme_chosen = 1 THEN theme ELSE '' END",
        /// Whether keys of a single letter do something.
        pub shortcuts: i64,
        /// Whether pages follow what others do.
        pub live_updates: i64,
        /// The filter that boards and lists begin with; none for all open tasks.
        pub filter: Option<String>,
        /// Whether comments begin with the newest one.
        pub newest_comments_first: i64,
    }
}

impl Profile {
    /// The account as an actor; an unknown role counts as the lowest.
    pub fn signed_in(&self) -> SignedIn {
        SignedIn {
            id: self.id,
            username: self.username.clone(),
            name: self.name.clone().filter(|name| !name.is_empty()),
            role: self.role.parse().unwrap_or(ApplicationRole::User),
            limits: Limits::default(),
            zone: self.timezone.as_deref().and_then(|zone| TimeZone::get(zone).ok()),
        }
    }
}

/// The account of a session, unless it is gone or disabled.
#[crate::use_case]
pub async fn find_profile(app: &App, user: UserId) -> Result<Option<Profile>> {
    let find = format!("SELECT {} FROM users WHERE id = $1 AND is_active = 1", Profile::COLUMNS);
    app.read(move |conn| Box::pin(async move { Ok(conn.one(&find, params![user.get()]).await?) })).await
}

/// Whether the account has a second factor.
#[crate::use_case]
pub async fn has_two_factor(app: &App, user: UserId) -> Result<bool> {
    const FIND: &str = "SELECT id FROM users WHERE id = $1 AND twofactor_activated = 1";
    let found = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<(i64,)>(FIND, params![user.get()]).await?) }));
    Ok(found.await?.is_some())
}

/// New values for what somebody says of themselves and chose. `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct ProfilePatch {
    /// The name to show; empty for the user name.
    pub name: Option<String>,
    /// Empty for none.
    pub email: Option<String>,
    /// A name of the time zone database; empty for the application's.
    pub timezone: Option<String>,
    /// A language such as `fr_FR`; empty for the browser's.
    pub language: Option<String>,
    /// `light`, `dark` or `auto`.
    pub theme: Option<String>,
    /// Whether keys of a single letter do something.
    pub shortcuts: Option<bool>,
    /// Whether pages follow what others do.
    pub live_updates: Option<bool>,
    /// The filter that boards and lists begin with; empty for all open tasks.
    pub filter: Option<String>,
    /// Whether comments begin with the newest one.
    pub newest_comments_first: Option<bool>,
}

/// Changes what somebody says of themselves and chose, for themselves and for administrators.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused.
#[crate::use_case]
pub async fn update_profile(app: &App, actor: &Actor, user: UserId, patch: ProfilePatch) -> Result<()> {
    const UPDATE: &str = "UPDATE users SET name = COALESCE($1, name), email = COALESCE($2, email), \
        timezone = COALESCE($3, timezone), language = COALESCE($4, language), theme = COALESCE($5, theme), \
        theme_chosen = CASE WHEN CAST($6 AS BIGINT) = 1 THEN 1 ELSE theme_chosen END, \
        shortcuts = COALESCE($7, shortcuts), live_updates = COALESCE($8, live_updates), \
        filter = COALESCE($9, filter), newest_comments_first = COALESCE($10, newest_comments_first) \
        WHERE id = $11";
    actor.require_self_or_admin(user)?;
    patch.check()?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let before = load(conn, user).await?;
            let values = params![
                patch.name.as_deref(),
                patch.email.as_deref(),
                patch.timezone.as_deref(),
                patch.language.as_deref(),
                patch.theme.as_deref(),
                i64::from(patch.theme.is_some()),
                patch.shortcuts.map(i64::from),
                patch.live_updates.map(i64::from),
                patch.filter.as_deref(),
                patch.newest_comments_first.map(i64::from),
                user.get()
            ];
            if conn.execute(UPDATE, values).await? == 0 {
                return Err(Error::NotFound(Kind::User));
            }
            let after = load(conn, user).await?;
            let changes = [
                NamedChange::between("name", before.name, after.name.clone()),
                NamedChange::between("email", before.email, after.email.clone()),
            ];
            let changes: Vec<_> = changes.into_iter().flatten().collect();
            if changes.is_empty() { Ok(()) } else { record(change, Act::Update, &after, changes).await }
        })
    })
    .await
}

impl ProfilePatch {
    fn check(&self) -> Result<()> {
        let is_bad = |value: &Option<String>, is_good: fn(&str) -> bool| {
            value.as_deref().is_some_and(|value| !value.is_empty() && !is_good(value))
        };
        let fault = if is_bad(&self.name, |name| text::fits(name, text::NAME)) {
            Fault::TooLong("name", text::NAME)
        } else if is_bad(&self.filter, |filter| text::fits(filter, text::NAME)) {
            Fault::TooLong("query", text::NAME)
        } else if is_bad(&self.email, text::is_email) {
            Fault::Unknown("email")
        } else if is_bad(&self.timezone, |zone| TimeZone::get(zone).is_ok()) {
            Fault::Unknown("timezone")
        } else if is_bad(&self.language, is_language) {
            Fault::Unknown("language")
        } else if self.theme.as_deref().is_some_and(|theme| !["light", "dark", "auto"].contains(&theme)) {
            Fault::Unknown("theme")
        } else {
            return Ok(());
        };
        Err(Error::Invalid(fault))
    }
}

/// Whether a text is the tag of a language as Kanboard writes it, such as `fr_FR`.
pub(crate) fn is_language(text: &str) -> bool {
    text.len() <= 11 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '@')
}
