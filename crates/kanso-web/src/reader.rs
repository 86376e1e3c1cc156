//! Who asks for a page, and in which form they want the answer.

use std::sync::{Arc, OnceLock};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use jiff::tz::TimeZone;
use kanso_core::endpoint::count_unread_notices;
use kanso_core::identity::Vouched;
use kanso_core::notification::count_unread_notifications;
use kanso_core::user::Profile;
use kanso_core::{Actor, user};
use tower_sessions::Session;

use crate::fault::Fault;
use crate::locale::Locale;
use crate::page::{Page, Theme, Viewer};
use crate::session::{self, Way};
use crate::web::Web;

/// Somebody who is signed in. A handler that takes one cannot be reached by anybody else.
pub(crate) struct Reader {
    pub(crate) actor: Actor,
    pub(crate) page: Page,
    /// What they chose for themselves.
    pub(crate) profile: Profile,
    pub(crate) session: Session,
    pub(crate) wants: Wants,
}

/// Somebody who may be signed in or not.
pub(crate) struct Visitor {
    pub(crate) page: Page,
    pub(crate) session: Session,
    /// Whom a trusted proxy named with the request.
    pub(crate) vouched: Option<Vouched>,
}

/// The form of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wants {
    /// A whole page: a browser goes there.
    Page,
    /// The part of a page that a script puts into one.
    Fragment,
    /// No HTML: a status, and a problem in JSON.
    Data,
}

/// The language of the account that asks, once it is known: a refusal is worded after the handler has ended.
#[derive(Clone, Default)]
pub(crate) struct Spoken(pub(crate) Arc<OnceLock<&'static Locale>>);

impl Wants {
    /// Browsers ask for HTML when they go somewhere; scripts of ours name the fragment.
    pub(crate) fn of(headers: &HeaderMap, query: Option<&str>) -> Self {
        let named =
            query.is_some_and(|query| query.split('&').any(|part| part == "fragment" || part == "fragment="));
        if named || headers.contains_key("x-fragment") {
            return Self::Fragment;
        }
        let accepts = text_of(headers, header::ACCEPT);
        if accepts.contains("text/html") { Self::Page } else { Self::Data }
    }
}

impl FromRequestParts<Web> for Reader {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Fault> {
        let session = session_of(parts, web).await?;
        let now = web.app.clock().now();
        let Some((id, csrf)) = session::read(&session, now).await.map_err(Fault::internal)? else {
            return Err(sign_in(parts));
        };
        let Some(profile) = user::find_profile(&web.app, id).await? else {
            session.flush().await.map_err(Fault::internal)?;
            return Err(sign_in(parts));
        };
        if !is_vouched_for(parts, &session, &profile.username).await? {
            session.flush().await.map_err(Fault::internal)?;
            return Err(sign_in(parts));
        }
        let actor = Actor::User(profile.signed_in());
        let viewer = Viewer::new(&profile, actor.is_admin());
        let wants = Wants::of(&parts.headers, parts.uri.query());
        let (unread, told) = match wants {
            Wants::Page => (
                count_unread_notices(&web.app, &actor).await?,
                count_unread_notifications(&web.app, &actor).await?,
            ),
            Wants::Fragment | Wants::Data => (0, 0),
        };
        let language = profile.language.as_deref().unwrap_or_default();
        let frame = page_of(&parts.headers, web, language);
        let zone = profile.timezone.as_deref().and_then(|zone| TimeZone::get(zone).ok());
        let page = Page {
            csrf,
            viewer: Some(viewer),
            unread,
            told,
            theme: if profile.theme.is_empty() { frame.theme } else { Theme::parse(&profile.theme) },
            zone: zone.unwrap_or(frame.zone),
            ..frame
        };
        if let Some(Spoken(spoken)) = parts.extensions.get::<Spoken>() {
            let _ = spoken.set(page.locale);
        }
        Ok(Self { actor, page, profile, session, wants })
    }
}

impl FromRequestParts<Web> for Visitor {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Fault> {
        let vouched = parts.extensions.get::<Vouched>().cloned();
        Ok(Self { session: session_of(parts, web).await?, page: page_of(&parts.headers, web, ""), vouched })
    }
}

/// The frame of a page for who sent these headers, signed in or not.
pub(crate) fn page_of(headers: &HeaderMap, web: &Web, language: &str) -> Page {
    let settings = web.app.settings();
    let accepts = text_of(headers, header::ACCEPT_LANGUAGE);
    // Never what the request says of it: a link must not lead where a stranger wants.
    let has_address = !settings.get("application_url").is_empty();
    Page {
        locale: Locale::choose(language, accepts, settings.get("application_language")),
        theme: Theme::parse(cookie(headers, crate::theme::COOKIE).unwrap_or_default()),
        csrf: String::new(),
        viewer: None,
        unread: 0,
        told: 0,
        zone: settings.timezone(),
        now: web.app.clock().now(),
        root: match has_address {
            true => settings.application_url(),
            false => web.listener.to_string(),
        },
        has_address,
        has_stylesheet: !settings.get("application_stylesheet").is_empty(),
        has_lost_secrets: web.app.has_lost_secrets(),
    }
}

async fn session_of(parts: &mut Parts, web: &Web) -> Result<Session, Fault> {
    Session::from_request_parts(parts, web).await.map_err(|(_, reason)| Fault::internal(reason))
}

/// Whether the session may go on: it is of whom a trusted proxy names, and where it began by a proxy, one still does.
pub(crate) async fn is_vouched_for(parts: &Parts, session: &Session, username: &str) -> Result<bool, Fault> {
    match parts.extensions.get::<Vouched>() {
        Some(Vouched(person)) => Ok(person.username == username),
        None => Ok(session::way(session).await.map_err(Fault::internal)? != Way::Proxy),
    }
}

/// To the sign-in page, and back here afterwards when this was a page to read.
fn sign_in(parts: &Parts) -> Fault {
    let is_page = parts.method == axum::http::Method::GET;
    let here = parts.uri.path_and_query().map(ToString::to_string);
    Fault::SignIn { next: here.filter(|_| is_page) }
}

pub(crate) fn text_of(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let pairs = text_of(headers, header::COOKIE).split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value)
}
