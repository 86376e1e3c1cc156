//! The button that saves the address and sends it a test event.

use axum::extract::State;
use axum::response::Response;

use kanso_core::endpoint::find_default_endpoint;
use kanso_core::{Conflict, Error};
use kanso_domain::EventName;

use super::require_admin;
use super::settings::{SettingsForm, refuse, store};
use super::view::SettingsPage;
use crate::endpoint::TestAnswer;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::respond;
use crate::web::Web;

/// `POST /settings/webhooks/kanboard/test`
pub(crate) async fn send(
    State(web): State<Web>,
    Posted { reader, form }: Posted<SettingsForm>,
) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    if let Some(fault) = store(&web, &reader, &form).await? {
        return refuse(&web, &reader, &form, &fault);
    }
    let endpoint = find_default_endpoint(&web.app).await?;
    let endpoint = endpoint.ok_or(Error::Conflict(Conflict::NothingToSendTo))?;
    let result = web.outgoing.send_test(&endpoint, EventName::TaskCreate).await;
    let answer = Some(TestAnswer::new(&reader.page, result));
    respond::page(&SettingsPage { answer, ..SettingsPage::new(&web, &reader) })
}
