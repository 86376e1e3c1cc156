//! Light, dark or automatic: kept with the account, and in a cookie so that the sign-in page has it too.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::user::{ProfilePatch, update_profile};
use serde::Deserialize;
use url::Url;

use crate::fault::Fault;
use crate::page::Theme;
use crate::posted::Posted;
use crate::reader::text_of;
use crate::web::Web;

/// The cookie. Scripts write it too.
pub(crate) const COOKIE: &str = "kanso_theme";

#[derive(Deserialize)]
pub(crate) struct ThemeForm {
    theme: String,
}

/// `POST /theme`
pub(crate) async fn choose(
    State(web): State<Web>,
    headers: HeaderMap,
    Posted { reader, form }: Posted<ThemeForm>,
) -> Result<Response, Fault> {
    let theme = Theme::parse(&form.theme);
    let patch = ProfilePatch { theme: Some(theme.as_str().to_owned()), ..ProfilePatch::default() };
    update_profile(&web.app, &reader.actor, reader.profile.id, patch).await?;
    // Only the path of where they came from, so that nobody is sent elsewhere.
    let back = Url::parse(text_of(&headers, header::REFERER))
        .map_or_else(|_| "/".to_owned(), |from| from.path().to_owned());
    let back = if back.starts_with("//") { "/" } else { &back };
    Ok(([(header::SET_COOKIE, cookie(theme))], Redirect::to(back)).into_response())
}

/// The cookie that keeps a theme for a year.
pub(crate) fn cookie(theme: Theme) -> String {
    format!("{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax", theme.as_str())
}
