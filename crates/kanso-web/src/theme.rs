//! Light, dark or automatic: kept in a cookie, so that the first byte of the next page knows it.

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use url::Url;

use crate::page::Theme;
use crate::posted::Posted;
use crate::reader::text_of;

/// The cookie. Scripts write it too.
pub(crate) const COOKIE: &str = "kanso_theme";

#[derive(Deserialize)]
pub(crate) struct ThemeForm {
    theme: String,
}

/// `POST /theme`
pub(crate) async fn choose(headers: HeaderMap, Posted { form, .. }: Posted<ThemeForm>) -> Response {
    let theme = Theme::parse(&form.theme).as_str();
    let cookie = format!("{COOKIE}={theme}; Path=/; Max-Age=31536000; SameSite=Lax");
    // Only the path of where they came from, so that nobody is sent elsewhere.
    let back = Url::parse(text_of(&headers, header::REFERER))
        .map_or_else(|_| "/".to_owned(), |from| from.path().to_owned());
    let back = if back.starts_with("//") { "/" } else { &back };
    ([(header::SET_COOKIE, cookie)], Redirect::to(back)).into_response()
}
