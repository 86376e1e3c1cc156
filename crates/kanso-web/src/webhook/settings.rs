//! Settings > Webhooks > the one of the settings.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::setting::{reset_webhook_token, set_setting};
use kanso_core::{Error, Fault as CoreFault};
use serde::Deserialize;

use super::build::formats;
use super::require_admin;
use super::view::SettingsPage;
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct SettingsForm {
    pub(super) url: Option<String>,
    pub(super) format: Option<String>,
    reset_token: Option<String>,
}

/// What was done just before.
#[derive(Deserialize)]
pub(crate) struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /settings/webhooks/kanboard`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    let notice = match done.as_str() {
        "saved" => Some(reader.page.text("webhook-saved")),
        "renewed" => Some(reader.page.text("webhook-token-renewed")),
        _ => None,
    };
    respond::page(&SettingsPage { notice, ..SettingsPage::new(&web, &reader) })
}

/// `POST /settings/webhooks/kanboard`
pub(crate) async fn save(
    State(web): State<Web>,
    Posted { reader, form }: Posted<SettingsForm>,
) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    if form.reset_token.is_some() {
        reset_webhook_token(&web.app, &reader.actor).await?;
        return Ok(Redirect::to("/settings/webhooks/kanboard?done=renewed").into_response());
    }
    match store(&web, &reader, &form).await? {
        None => Ok(Redirect::to("/settings/webhooks/kanboard?done=saved").into_response()),
        Some(fault) => refuse(&web, &reader, &form, &fault),
    }
}

/// Stores what the form holds; answers what is wrong with it, if anything is.
pub(super) async fn store(
    web: &Web,
    reader: &Reader,
    form: &SettingsForm,
) -> Result<Option<CoreFault>, Fault> {
    let url = form.url.as_deref().map(str::trim);
    if let Some(url) = url.filter(|url| !url.is_empty())
        && let Err(reason) = web.outgoing.forbids(url).await
    {
        return Ok(Some(CoreFault::Url(reason)));
    }
    for (name, value) in [("webhook_url", url), ("webhook_format", form.format.as_deref())] {
        let Some(value) = value else { continue };
        match set_setting(&web.app, &reader.actor, name, value).await {
            Ok(()) => {}
            Err(Error::Invalid(fault)) => return Ok(Some(fault)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(None)
}

/// The page again, with what was typed and what is wrong with it.
pub(super) fn refuse(
    web: &Web,
    reader: &Reader,
    form: &SettingsForm,
    fault: &CoreFault,
) -> Result<Response, Fault> {
    let mut page = SettingsPage::new(web, reader);
    page.fault = Some(fault_in_words(reader.page.locale, fault));
    page.url = form.url.clone().unwrap_or(page.url);
    if let Some(format) = &form.format {
        page.formats = formats(&reader.page, format);
    }
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
