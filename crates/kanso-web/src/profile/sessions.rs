//! Signing out elsewhere.

use axum::extract::{Path, State};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use kanso_core::session::{end_other_sessions, end_session};

use crate::account::remembered;
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::session;
use crate::web::Web;

/// `POST /profile/sessions/{session}/end`
pub(crate) async fn end(
    State(web): State<Web>,
    Path(name): Path<String>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    end_session(&web.app, &reader.actor, reader.profile.id, name).await?;
    Ok(Redirect::to("/profile/security?done=ended"))
}

/// `POST /profile/sessions/end`
pub(crate) async fn end_others(
    State(web): State<Web>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let here = session::name(&reader.session);
    end_other_sessions(&web.app, &reader.actor, reader.profile.id, here).await?;
    Ok(Redirect::to("/profile/security?done=ended"))
}

/// `POST /profile/sign-out-everywhere`: here, too.
pub(crate) async fn end_all(
    State(web): State<Web>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    end_other_sessions(&web.app, &reader.actor, reader.profile.id, String::new()).await?;
    reader.session.flush().await.map_err(Fault::internal)?;
    Ok((AppendHeaders([remembered::drop()]), Redirect::to("/login")).into_response())
}
