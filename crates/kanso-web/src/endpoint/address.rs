//! Whether an address can be sent to, asked while it is typed.

use axum::extract::State;
use axum::response::Response;
use kanso_core::endpoint::{find_endpoint, require_endpoint_manager};

use super::fields::Fields;
use super::view::AddressFragment;
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::Posted;
use crate::respond;
use crate::web::Web;

/// What became of a look at an address.
pub(crate) struct Judged {
    pub(crate) is_good: bool,
    pub(crate) words: String,
}

/// `POST /webhooks/address`: a fragment.
pub(crate) async fn show(
    State(web): State<Web>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let fields = Fields::read(form);
    match fields.endpoint {
        Some(id) => drop(find_endpoint(&web.app, &reader.actor, id).await?),
        None => require_endpoint_manager(&web.app, &reader.actor, fields.project).await?,
    }
    let judged = judge(&web, &reader.page, &fields.url).await;
    respond::page(&AddressFragment { judged: Some(judged) })
}

pub(super) async fn judge(web: &Web, page: &Page, url: &str) -> Judged {
    match web.outgoing.judge(url).await {
        Ok(()) => Judged { is_good: true, words: page.text("address-good") },
        Err(reason) => Judged { is_good: false, words: page.say("fault-url", "reason", reason) },
    }
}
