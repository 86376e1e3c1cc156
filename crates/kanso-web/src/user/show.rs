//! One account, to look at and to change.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::group::list_groups_of_user;
use kanso_core::login::list_logins;
use kanso_core::project::list_projects_of_user;
use kanso_core::session::list_sessions;
use kanso_core::token::list_tokens;
use kanso_core::user::{User, UserPatch, find_user, update_user};
use kanso_domain::UserId;
use serde::Deserialize;

use super::view::UserPage;
use super::{role_of, roles};
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::profile::Done;
use crate::profile::view::{LoginView, SessionView, TokenView};
use crate::reader::Reader;
use crate::respond;
use crate::settings::require_admin;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct UserForm {
    username: String,
    name: String,
    email: String,
    role: String,
}

/// `GET /users/{user}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(user): Path<UserId>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let mut page = UserPage::load(&web, &reader, user).await?;
    page.notice = match done.as_str() {
        "created" => Some(reader.page.text("user-created")),
        "saved" => Some(reader.page.text("saved")),
        _ => None,
    };
    respond::page(&page)
}

/// `POST /users/{user}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(user): Path<UserId>,
    Posted { reader, form }: Posted<UserForm>,
) -> Result<Response, Fault> {
    let patch = UserPatch {
        username: Some(form.username.trim().to_owned()),
        name: Some(form.name.trim().to_owned()),
        email: Some(form.email.trim().to_owned()),
        role: Some(role_of(&form.role)?),
    };
    match update_user(&web.app, &reader.actor, user, patch).await {
        Ok(()) => Ok(Redirect::to(&format!("/users/{user}?done=saved")).into_response()),
        Err(Error::Invalid(fault)) => {
            let mut page = UserPage::load(&web, &reader, user).await?;
            page.fault = Some(fault_in_words(reader.page.locale, &fault));
            (page.username, page.name, page.email) = (form.username, form.name, form.email);
            page.roles = roles(&reader.page, &form.role);
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl<'a> UserPage<'a> {
    /// The page as the account is now.
    pub(super) async fn load(web: &Web, reader: &'a Reader, id: UserId) -> Result<Self, Fault> {
        require_admin(&reader.actor)?;
        let (app, actor, page) = (&web.app, &reader.actor, &reader.page);
        let user = find_user(app, actor, id).await?;
        let groups = list_groups_of_user(app, actor, id).await?;
        let projects = list_projects_of_user(app, actor, id).await?;
        let sessions = list_sessions(app, actor, id).await?;
        let logins = list_logins(app, actor, id).await?;
        let tokens = list_tokens(app, actor, id).await?;
        Ok(Self {
            groups: groups.into_iter().map(|group| (group.id.get(), group.name)).collect(),
            projects: projects.into_iter().map(|(_, name)| name).collect(),
            sessions: sessions.into_iter().map(|place| SessionView::new(page, place, "")).collect(),
            logins: logins.into_iter().map(|login| LoginView::new(page, login)).collect(),
            tokens: tokens.into_iter().map(|token| TokenView::new(page, token, &[])).collect(),
            ..Self::of(reader, user)
        })
    }

    /// The page of an account without what goes with it.
    fn of(reader: &'a Reader, user: User) -> Self {
        let name = user.name.unwrap_or_default();
        Self {
            page: &reader.page,
            section: "settings",
            tab: "users",
            notice: None,
            fault: None,
            id: user.id.get(),
            is_own: user.id == reader.profile.id,
            title: if name.is_empty() { user.username.clone() } else { name.clone() },
            username: user.username,
            name,
            email: user.email.unwrap_or_default(),
            roles: roles(&reader.page, &user.role),
            is_active: user.is_active == 1,
            is_locked: user.lock_expiration_date > reader.page.now,
            has_password: user.is_ldap_user == 0,
            has_two_factor: user.twofactor_activated == 1,
            link: None,
            groups: Vec::new(),
            projects: Vec::new(),
            sessions: Vec::new(),
            logins: Vec::new(),
            tokens: Vec::new(),
        }
    }
}
