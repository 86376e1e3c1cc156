//! What waits, what went out, and a mail to try it.

use axum::extract::{Path, Query, State};
use axum::response::{Redirect, Response};
use kanso_core::incoming::find_mailbox;
use kanso_core::mail::{list_mails, retry_mail, send_test_mail};

use super::incoming::InboxView;
use super::view::{MailLine, MailsPage};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::profile::Done;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /settings/mails`
pub(crate) async fn list(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let mails = list_mails(&web.app, &reader.actor).await?;
    let mailbox = find_mailbox(&web.app, &reader.actor).await?;
    respond::page(&MailsPage {
        page,
        section: "settings",
        tab: "mails",
        notice: (done == "test").then(|| page.text("mail-test-written")),
        is_set: web.app.sends_mail(),
        has_address: reader.profile.email.as_deref().is_some_and(|email| !email.is_empty()),
        inbox: mailbox.map(|mailbox| InboxView::new(page, mailbox)),
        lines: mails.iter().map(|mail| MailLine::new(page, mail)).collect(),
    })
}

/// `POST /settings/mails/test`
pub(crate) async fn send_test(
    State(web): State<Web>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    send_test_mail(&web.app, &reader.actor, reader.page.text("mail-test-subject")).await?;
    Ok(Redirect::to("/settings/mails?done=test"))
}

/// `POST /settings/mails/{mail}/retry`
pub(crate) async fn retry(
    State(web): State<Web>,
    Path(mail): Path<i64>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    retry_mail(&web.app, &reader.actor, mail).await?;
    Ok(Redirect::to("/settings/mails"))
}
