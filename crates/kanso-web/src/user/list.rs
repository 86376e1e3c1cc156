//! All accounts.

use axum::extract::{Query, State};
use axum::response::Response;
use kanso_core::user::{ListedUser, list_user_page};
use serde::Deserialize;

use super::role_in_words;
use super::view::{UserView, UsersPage};
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;
use crate::{person, respond};

/// How many accounts a page shows.
const SHOWN: i64 = 50;

#[derive(Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    q: String,
    /// Counted from 1.
    page: Option<i64>,
    #[serde(default)]
    done: String,
}

/// `GET /users`
pub(crate) async fn list(
    State(web): State<Web>,
    Query(which): Query<Which>,
    reader: Reader,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let number = which.page.unwrap_or(1).clamp(1, 100_000);
    let text = which.q.trim();
    let found = list_user_page(&web.app, &reader.actor, text, (number - 1) * SHOWN, SHOWN).await?;
    respond::page(&UsersPage {
        page,
        section: "settings",
        tab: "users",
        notice: match which.done.as_str() {
            "removed" => Some(page.text("user-removed")),
            "imported" => Some(page.text("users-imported")),
            _ => None,
        },
        text: text.to_owned(),
        users: found.users.into_iter().map(|user| UserView::new(page, user)).collect(),
        before: (number > 1).then_some(number - 1),
        after: found.has_more.then_some(number + 1),
    })
}

impl UserView {
    fn new(page: &Page, user: ListedUser) -> Self {
        let name = user.name.unwrap_or_default();
        let shown = if name.is_empty() { &user.username } else { &name };
        Self {
            id: user.id.get(),
            initials: person::initials(shown),
            picture: person::picture(user.id, user.avatar_path.as_deref()),
            username: user.username,
            email: user.email.unwrap_or_default(),
            role: role_in_words(page, &user.role),
            is_active: user.is_active == 1,
            is_locked: user.locked_until > page.now,
            has_two_factor: user.twofactor_activated == 1,
            asked: (user.asked_at > 0).then(|| page.moment(user.asked_at)),
            seen: user.seen_at.map(|at| page.moment(at)),
            name,
        }
    }
}
