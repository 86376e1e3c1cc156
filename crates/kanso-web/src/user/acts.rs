//! What an administrator does with an account besides changing it.

use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use kanso_core::password_link::make_password_link;
use kanso_core::session::end_other_sessions;
use kanso_core::token::revoke_token;
use kanso_core::two_factor::reset_two_factor;
use kanso_core::user;
use kanso_domain::UserId;

use super::view::UserPage;
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::respond;
use crate::web::Web;

/// `POST /users/{user}/disable`
pub(crate) async fn disable(
    State(web): State<Web>,
    Path(id): Path<UserId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    user::disable_user(&web.app, &reader.actor, id).await?;
    Ok(back(id))
}

/// `POST /users/{user}/enable`
pub(crate) async fn enable(
    State(web): State<Web>,
    Path(id): Path<UserId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    user::enable_user(&web.app, &reader.actor, id).await?;
    Ok(back(id))
}

/// `POST /users/{user}/unlock`
pub(crate) async fn unlock(
    State(web): State<Web>,
    Path(id): Path<UserId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    user::unlock_user(&web.app, &reader.actor, id).await?;
    Ok(back(id))
}

/// `POST /users/{user}/two-factor/off`
pub(crate) async fn reset_second_factor(
    State(web): State<Web>,
    Path(id): Path<UserId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    reset_two_factor(&web.app, &reader.actor, id).await?;
    Ok(back(id))
}

/// `POST /users/{user}/sessions/end`
pub(crate) async fn sign_out(
    State(web): State<Web>,
    Path(id): Path<UserId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    end_other_sessions(&web.app, &reader.actor, id, String::new()).await?;
    Ok(back(id))
}

/// `POST /users/{user}/tokens/{token}/revoke`
pub(crate) async fn revoke(
    State(web): State<Web>,
    Path((id, token)): Path<(UserId, i64)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    revoke_token(&web.app, &reader.actor, id, token).await?;
    Ok(back(id))
}

/// `POST /users/{user}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(id): Path<UserId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    user::remove_user(&web.app, &reader.actor, id).await?;
    Ok(Redirect::to("/users?done=removed"))
}

/// `POST /users/{user}/password-link`: makes a link and shows it this once.
pub(crate) async fn make_link(
    State(web): State<Web>,
    Path(id): Path<UserId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let secret = make_password_link(&web.app, &reader.actor, id).await?;
    let mut page = UserPage::load(&web, &reader, id).await?;
    page.link = Some(format!("{}password/{secret}", reader.page.root));
    respond::secret_page(&page)
}

fn back(user: UserId) -> Redirect {
    Redirect::to(&format!("/users/{user}?done=saved"))
}
