//! The rates of currencies.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::{Redirect, Response};
use kanso_core::currency::{Rate, list_rates, remove_rate, set_rate, set_reference};
use kanso_core::{Error, Fault as CoreFault};
use serde::Deserialize;

use crate::fault::Fault;
use crate::page::Page;
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

const PAGE: &str = "/settings/currencies";

#[derive(Template)]
#[template(path = "currency/list.html")]
struct CurrenciesPage<'a> {
    page: &'a Page,
    section: &'a str,
    told: Told,
    rates: Vec<Rate>,
    form: RateForm,
    /// The one that the others are worth something in.
    reference: String,
}

/// What the form of a rate sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct RateForm {
    currency: String,
    rate: String,
}

/// `GET /settings/currencies`
pub(crate) async fn show(
    State(web): State<Web>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, told, RateForm::default()).await?)
}

/// `POST /settings/currencies`
pub(crate) async fn save(
    State(web): State<Web>,
    Posted { reader, form }: Posted<RateForm>,
) -> Result<Response, Fault> {
    let saved = match form.rate.trim().replace(',', ".").parse() {
        Ok(rate) => set_rate(&web.app, &reader.actor, &form.currency, rate).await,
        Err(_) => Err(Error::Invalid(CoreFault::OutOfRange("rate", "> 0".to_owned()))),
    };
    answer(&reader.page, saved, PAGE, |told| load(&web, &reader, told, form)).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Reference {
    currency: String,
}

/// `POST /settings/currencies/reference`
pub(crate) async fn refer(
    State(web): State<Web>,
    Posted { reader, form }: Posted<Reference>,
) -> Result<Response, Fault> {
    let saved = set_reference(&web.app, &reader.actor, &form.currency).await;
    answer(&reader.page, saved, PAGE, |told| load(&web, &reader, told, RateForm::default())).await
}

/// `POST /settings/currencies/{currency}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(currency): Path<String>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_rate(&web.app, &reader.actor, &currency).await?;
    Ok(Redirect::to("/settings/currencies?done"))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    told: Told,
    form: RateForm,
) -> Result<CurrenciesPage<'a>, Fault> {
    let rates = list_rates(&web.app, &reader.actor).await?;
    let reference = web.app.settings().get("application_currency").to_owned();
    Ok(CurrenciesPage { page: &reader.page, section: "settings", told, rates, form, reference })
}
