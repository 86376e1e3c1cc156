//! Coming in, however somebody proved who they are.

use axum::http::StatusCode;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use kanso_core::identity::{Vouched, admit_by_proxy};
use kanso_core::login::{Origin, Proof, note_login};
use kanso_core::session::remember_browser;
use kanso_core::{Conflict, Error, user};
use kanso_domain::UserId;

use super::remembered;
use super::sign_in::{local, refuse};
use crate::fault::Fault;
use crate::reader::Visitor;
use crate::session::{self, AtDoor, Remember, Way};
use crate::web::Web;

/// Begins the session of somebody who proved who they are; has them wait for the code first, if they have a second
/// factor. No way in passes it by.
pub(super) async fn enter(
    web: &Web,
    visitor: &Visitor,
    arrived: AtDoor,
    origin: Origin,
) -> Result<Response, Fault> {
    let user = UserId::from(arrived.user);
    if user::has_two_factor(&web.app, user).await? {
        session::wait_at_door(&visitor.session, arrived).await.map_err(Fault::internal)?;
        return Ok(Redirect::to("/login/code").into_response());
    }
    begin(web, visitor, &arrived, origin, proof_of(arrived.way)).await
}

/// The same once nothing is missing.
pub(super) async fn begin(
    web: &Web,
    visitor: &Visitor,
    arrived: &AtDoor,
    origin: Origin,
    proof: Proof,
) -> Result<Response, Fault> {
    let (now, user) = (web.app.clock().now(), UserId::from(arrived.user));
    let mut arrived = arrived.clone();
    let mut kept = None;
    if arrived.remember == Remember::Begin {
        let (brought, series) = remember_browser(&web.app, user).await?;
        (arrived.remember, kept) = (Remember::Is(series), Some(remembered::keep(&brought)));
    }
    session::begin(&visitor.session, &arrived, origin.clone(), now).await.map_err(Fault::internal)?;
    note_login(&web.app, user, proof, origin).await?;
    let onward = Redirect::to(local(&arrived.next));
    Ok(match kept {
        Some(kept) => (AppendHeaders([kept]), onward).into_response(),
        None => onward.into_response(),
    })
}

fn proof_of(way: Way) -> Proof {
    match way {
        Way::Password => Proof::Password,
        Way::Remembered => Proof::Remembered,
        Way::Proxy => Proof::Proxy,
        Way::Provider => Proof::Provider,
    }
}

/// Lets in whom a trusted proxy named.
pub(super) async fn by_proxy(
    web: &Web,
    visitor: &Visitor,
    vouched: Vouched,
    next: String,
    origin: Origin,
) -> Result<Response, Fault> {
    match admit_by_proxy(&web.app, vouched).await {
        Ok(known) => {
            let since = web.app.clock().now();
            let arrived =
                AtDoor { user: known.id.get(), way: Way::Proxy, remember: Remember::No, next, since };
            enter(web, visitor, arrived, origin).await
        }
        Err(error) => explain(web, visitor, next, error),
    }
}

/// The sign-in page again, with what kept somebody out who proved elsewhere who they are.
pub(super) fn explain(web: &Web, visitor: &Visitor, next: String, error: Error) -> Result<Response, Fault> {
    let Error::Conflict(conflict) = error else { return Err(error.into()) };
    let status = if matches!(conflict, Conflict::NotLetIn(_)) {
        StatusCode::FORBIDDEN
    } else if matches!(conflict, Conflict::DirectoryAway | Conflict::ProviderAway) {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::UNAUTHORIZED
    };
    let words = crate::fault::conflict_in_words(visitor.page.locale, &conflict);
    refuse(web, &visitor.page, (status, words), (String::new(), next))
}
