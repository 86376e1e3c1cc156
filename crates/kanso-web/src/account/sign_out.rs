//! Signing out.

use axum::response::Redirect;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};

/// `POST /logout`
pub(crate) async fn sign_out(Posted { reader, .. }: Posted<Nothing>) -> Result<Redirect, Fault> {
    reader.session.flush().await.map_err(Fault::internal)?;
    Ok(Redirect::to("/login"))
}
