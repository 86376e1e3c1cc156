//! How I come in, and where I am.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::login::{Login, list_logins};
use kanso_core::password_link::list_password_links;
use kanso_core::session::{SessionPlace, list_sessions};
use kanso_core::two_factor::count_recovery_codes;

use super::view::{LinkView, LoginView, SecurityPage, SessionView};
use super::{Done, device};
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;
use crate::{respond, session};

/// `GET /profile/security`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let notice = match done.as_str() {
        "password" => Some("password-changed-here"),
        "ended" => Some("session-ended"),
        "off" => Some("two-factor-off-done"),
        _ => None,
    };
    let mut page = SecurityPage::load(&web, &reader).await?;
    page.notice = notice.map(|key| reader.page.text(key));
    respond::page(&page)
}

/// The page again, with what is wrong.
pub(super) async fn refuse(
    web: &Web,
    reader: &Reader,
    mark: impl FnOnce(&mut SecurityPage<'_>),
) -> Result<Response, Fault> {
    let mut page = SecurityPage::load(web, reader).await?;
    mark(&mut page);
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

impl<'a> SecurityPage<'a> {
    async fn load(web: &Web, reader: &'a Reader) -> Result<Self, Fault> {
        let (app, actor, page, user) = (&web.app, &reader.actor, &reader.page, reader.profile.id);
        let here = session::name(&reader.session);
        let sessions = list_sessions(app, actor, user).await?;
        let logins = list_logins(app, actor, user).await?;
        let links = list_password_links(app, actor, user).await?;
        Ok(Self {
            page,
            section: "profile",
            tab: "security",
            notice: None,
            username: reader.profile.username.clone(),
            has_password: reader.profile.is_ldap_user == 0,
            has_two_factor: reader.profile.twofactor_activated == 1,
            codes_left: count_recovery_codes(app, actor).await?,
            password_fault: None,
            two_factor_fault: None,
            sessions: sessions.into_iter().map(|place| SessionView::new(page, place, &here)).collect(),
            logins: logins.into_iter().map(|login| LoginView::new(page, login)).collect(),
            links: links
                .into_iter()
                .map(|link| LinkView {
                    made: page.moment(link.created_at),
                    used: link.used_at.map(|at| page.moment(at)),
                })
                .collect(),
        })
    }
}

impl SessionView {
    pub(crate) fn new(page: &Page, place: SessionPlace, here: &str) -> Self {
        Self {
            is_here: place.name == here,
            device: known(page, &place.agent),
            address: place.address,
            since: page.moment(place.created_at),
            seen: page.moment(place.seen_at),
            name: place.name,
        }
    }
}

impl LoginView {
    pub(crate) fn new(page: &Page, login: Login) -> Self {
        let how = match login.proof.as_str() {
            "code" => "login-by-code",
            "remembered" => "login-remembered",
            "stolen" => "login-stolen",
            "proxy" => "login-by-proxy",
            "provider" => "login-by-provider",
            _ => "login-by-password",
        };
        Self {
            when: page.moment(login.at),
            device: known(page, &login.agent),
            address: login.address,
            how: page.text(how),
        }
    }
}

fn known(page: &Page, agent: &str) -> String {
    Some(device(agent)).filter(|device| !device.is_empty()).unwrap_or_else(|| page.text("device-unknown"))
}
