//! Inviting people.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Redirect, Response};
use kanso_core::Error;
use kanso_core::invitation::{Invitation, create_invitation, list_invitations, withdraw_invitation};
use kanso_core::project::list_all_projects;
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::view::{InvitationView, InvitePage};
use crate::fault::{Fault, fault_in_words};
use crate::page::Page;
use crate::posted::{Nothing, Posted};
use crate::profile::Done;
use crate::profile::view::Choice;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// How many are invited at once.
const MOST: usize = 50;

#[derive(Deserialize)]
pub(crate) struct InviteForm {
    email: String,
    #[serde(default)]
    project: String,
}

/// `GET /users/invitations`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let mut page = InvitePage::load(&web, &reader, "").await?;
    page.notice = (done == "withdrawn").then(|| reader.page.text("invitation-withdrawn"));
    respond::page(&page)
}

/// `POST /users/invitations`: makes a link for each address and shows them this once.
pub(crate) async fn invite(
    State(web): State<Web>,
    Posted { reader, form }: Posted<InviteForm>,
) -> Result<Response, Fault> {
    let project = form.project.parse::<ProjectId>().ok();
    let (mut links, mut refused, mut fault) = (Vec::new(), Vec::new(), None);
    let addresses = form.email.split([',', ';', '\n', ' ']).map(str::trim).filter(|email| !email.is_empty());
    for email in addresses.take(MOST) {
        match create_invitation(&web.app, &reader.actor, email.to_owned(), project).await {
            Ok(secret) => links.push((email.to_owned(), format!("{}invitation/{secret}", reader.page.root))),
            Err(Error::Invalid(reason)) => {
                fault = Some(format!("{email}: {}", fault_in_words(reader.page.locale, &reason)));
                refused.push(email);
            }
            Err(error) => return Err(error.into()),
        }
    }
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut page = InvitePage::load(&web, &reader, &form.project).await?;
    (page.links, page.email, page.fault) = (links, refused.join("\n"), fault);
    respond::secret_page_with(status, &page)
}

/// `POST /users/invitations/{invitation}/withdraw`
pub(crate) async fn withdraw(
    State(web): State<Web>,
    Path(invitation): Path<i64>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    withdraw_invitation(&web.app, &reader.actor, invitation).await?;
    Ok(Redirect::to("/users/invitations?done=withdrawn"))
}

impl<'a> InvitePage<'a> {
    async fn load(web: &Web, reader: &'a Reader, chosen: &str) -> Result<Self, Fault> {
        let page = &reader.page;
        let invitations = list_invitations(&web.app, &reader.actor).await?;
        let mut projects = list_all_projects(&web.app, &reader.actor).await?;
        projects.retain(|project| project.is_active == 1 && project.is_private == 0);
        let none = Choice::new("", page.text("invitation-no-project"), chosen);
        let each = projects.into_iter().map(|known| Choice::new(known.id.to_string(), known.name, chosen));
        Ok(Self {
            page,
            section: "settings",
            tab: "users",
            notice: None,
            fault: None,
            email: String::new(),
            projects: std::iter::once(none).chain(each).collect(),
            links: Vec::new(),
            invitations: invitations.into_iter().map(|known| InvitationView::new(page, known)).collect(),
        })
    }
}

impl InvitationView {
    fn new(page: &Page, invitation: Invitation) -> Self {
        Self {
            id: invitation.id,
            email: invitation.email,
            project: invitation.project,
            expires: page.moment(invitation.expires_at),
        }
    }
}
