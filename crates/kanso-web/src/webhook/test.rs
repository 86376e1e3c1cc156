//! The button that saves the address and sends it a test event.

use axum::extract::State;
use axum::response::Response;

use super::require_admin;
use super::settings::{SettingsForm, refuse, store};
use super::view::{SettingsPage, TestAnswer};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::respond;
use crate::web::Web;

/// `POST /settings/webhooks/test`
pub(crate) async fn send(
    State(web): State<Web>,
    Posted { reader, form }: Posted<SettingsForm>,
) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    if let Some(fault) = store(&web, &reader, &form).await? {
        return refuse(&web, &reader, &form, &fault);
    }
    let result = web.outgoing.send_test().await;
    let answer = Some(TestAnswer::new(&reader.page, result));
    respond::page(&SettingsPage { answer, ..SettingsPage::new(&web, &reader) })
}
