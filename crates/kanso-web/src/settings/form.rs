//! A page of settings.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::setting::set_settings;

use super::fields::{Field, fields_of};
use super::require_admin;
use super::view::FormPage;
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::profile::Done;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /settings`
pub(crate) async fn first(reader: Reader) -> Result<Redirect, Fault> {
    require_admin(&reader.actor)?;
    Ok(Redirect::to("/settings/application"))
}

/// `GET /settings/{page}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(tab): Path<String>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    let settings = web.app.settings();
    let mut page = form(&reader, &tab, |field| settings.get(field.name).to_owned())?;
    page.notice = (done == "saved").then(|| reader.page.text("saved"));
    respond::page(&page)
}

/// `POST /settings/{page}`: all of the page's settings, or none of them.
pub(crate) async fn save(
    State(web): State<Web>,
    Path(tab): Path<String>,
    Posted { reader, form: typed }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let find = |field: &Field| typed.iter().find(|(name, _)| name == field.name).map(|(_, value)| value);
    let settings = web.app.settings();
    let value = |field: &Field| match find(field) {
        Some(value) => value.replace("\r\n", "\n"),
        None if field.is_switch() => "0".to_owned(),
        None => settings.get(field.name).to_owned(),
    };
    let values: Vec<(&str, String)> = fields(&tab)?.iter().map(|field| (field.name, value(field))).collect();
    let given: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    match set_settings(&web.app, &reader.actor, &given).await {
        Ok(()) => Ok(Redirect::to(&format!("/settings/{tab}?done=saved")).into_response()),
        Err(Error::Invalid(fault)) => {
            let mut page = form(&reader, &tab, value)?;
            page.fault = Some(fault_in_words(reader.page.locale, &fault));
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

fn fields(tab: &str) -> Result<&'static [Field], Fault> {
    fields_of(tab).ok_or(Fault::Routing(StatusCode::NOT_FOUND))
}

fn form<'a>(
    reader: &'a Reader,
    tab: &'a str,
    value: impl Fn(&Field) -> String,
) -> Result<FormPage<'a>, Fault> {
    let fields = fields(tab)?.iter().map(|field| field.view(&reader.page, &value(field))).collect();
    Ok(FormPage { page: &reader.page, section: "settings", tab, notice: None, fault: None, fields })
}
