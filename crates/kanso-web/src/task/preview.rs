//! What a text will look like.

use axum::response::Html;
use serde::Deserialize;

use super::fields::one_line_ends;
use crate::markdown;
use crate::posted::Posted;

#[derive(Deserialize)]
pub(crate) struct Typed {
    text: String,
}

/// `POST /markdown`: the HTML of a Markdown text.
pub(crate) async fn show(Posted { form, .. }: Posted<Typed>) -> Html<String> {
    Html(markdown::render(&one_line_ends(&form.text)))
}
