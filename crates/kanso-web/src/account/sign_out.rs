//! Signing out.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};

use kanso_core::session::forget_browser;

use super::remembered;
use super::view::SignedOutPage;
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::reader::cookie;
use crate::respond;
use crate::session::{self, Way};
use crate::web::Web;

/// Sends a browser on after it showed a page. A redirect would do for none that was sent a form: it may lead to our own
/// pages only.
const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// `POST /logout`: who came in by another place is signed out there too, where that can be asked for.
pub(crate) async fn sign_out(
    State(web): State<Web>,
    headers: HeaderMap,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let way = session::way(&reader.session).await.map_err(Fault::internal)?;
    reader.session.flush().await.map_err(Fault::internal)?;
    if let Some(brought) = cookie(&headers, session::REMEMBER) {
        forget_browser(&web.app, brought).await?;
    }
    let (page, sign_on) = (&reader.page, web.app.sign_on());
    let there = match way {
        Way::Password | Way::Remembered => {
            return Ok((AppendHeaders([remembered::drop()]), Redirect::to("/login")).into_response());
        }
        Way::Proxy => sign_on.proxy.as_ref().and_then(|proxy| proxy.sign_out.clone()),
        Way::Provider => match &sign_on.provider {
            Some(issuer) => issuer.provider.sign_out(&page.root).await,
            None => None,
        },
    };
    let refresh = there.as_ref().map(|there| [(REFRESH, format!("0; url={there}"))]);
    let shown = respond::page(&SignedOutPage { page, there })?;
    Ok(match refresh {
        Some(refresh) => (refresh, shown).into_response(),
        None => shown,
    })
}
