//! Whether the newest comments come first, as each browser remembers it.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use kanso_domain::TaskId;
use serde::Deserialize;

use crate::fault::Fault;
use crate::posted::Posted;
use crate::web::Web;

/// The cookie that remembers it.
pub(crate) const COOKIE: &str = "kanso_comments";
/// What it says when the newest come first.
pub(crate) const NEWEST: &str = "newest";

#[derive(Deserialize)]
pub(crate) struct OrderForm {
    order: String,
}

/// `POST /task/{task}/comments/order`
pub(crate) async fn choose(
    State(_): State<Web>,
    Path(task): Path<TaskId>,
    Posted { form, .. }: Posted<OrderForm>,
) -> Result<Response, Fault> {
    let order = if form.order == NEWEST { NEWEST } else { "oldest" };
    let cookie = format!("{COOKIE}={order}; Path=/; Max-Age=31536000; SameSite=Lax");
    let to = Redirect::to(&format!("/task/{task}"));
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), to).into_response())
}
