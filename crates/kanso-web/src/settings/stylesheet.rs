//! The installation's own style sheet.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::web::Web;

/// `GET /stylesheet.css`: what the setting `application_stylesheet` holds. The policy of all pages keeps it from
/// loading anything from elsewhere.
pub(crate) async fn serve(State(web): State<Web>) -> Response {
    let sheet = web.app.settings().get("application_stylesheet").to_owned();
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], sheet).into_response()
}
