//! Browsers that stay signed in.

use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use kanso_core::login::Origin;
use kanso_core::session::{Recalled, recall_browser};

use super::enter::enter;
use super::sign_in::refuse;
use crate::fault::Fault;
use crate::reader::{Visitor, cookie};
use crate::session::{AtDoor, REMEMBER, Remember, Way};
use crate::web::Web;

/// Lets in whose browser is remembered; who has a second factor gives the code. `None` when it is not.
pub(super) async fn recall(
    web: &Web,
    visitor: &Visitor,
    headers: &HeaderMap,
    (next, origin): (&str, Origin),
) -> Result<Option<Response>, Fault> {
    let Some(brought) = cookie(headers, REMEMBER).filter(|brought| !brought.is_empty()) else {
        return Ok(None);
    };
    match recall_browser(&web.app, brought).await? {
        Recalled::Nobody => Ok(None),
        Recalled::Known { user, series, next: token } => {
            let (since, next) = (web.app.clock().now(), next.to_owned());
            let remember = Remember::Is(series);
            let arrived = AtDoor { user: user.get(), way: Way::Remembered, remember, next, since };
            let answer = enter(web, visitor, arrived, origin).await?;
            Ok(Some(match token {
                Some(token) => (AppendHeaders([keep(&token)]), answer).into_response(),
                None => answer,
            }))
        }
        Recalled::Stolen => {
            let told = (StatusCode::UNAUTHORIZED, visitor.page.text("remember-stolen"));
            let answer = refuse(web, &visitor.page, told, (String::new(), next.to_owned()))?;
            Ok(Some((AppendHeaders([drop()]), answer).into_response()))
        }
    }
}

/// The header that has a browser keep what it is to bring, for 60 days.
pub(super) fn keep(brought: &str) -> (HeaderName, String) {
    (header::SET_COOKIE, format!("{REMEMBER}={brought}; Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax"))
}

/// The header that has it keep nothing.
pub(crate) fn drop() -> (HeaderName, String) {
    (header::SET_COOKIE, format!("{REMEMBER}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"))
}
