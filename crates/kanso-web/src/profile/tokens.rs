//! My tokens for programs.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::project::list_my_project_names;
use kanso_core::token::{NewToken, Token, create_token, list_tokens, revoke_token};
use kanso_core::user::{remove_access_token, renew_access_token};
use kanso_domain::{Limits, ProjectId, TokenScope};
use serde::Deserialize;

use super::Done;
use super::view::{Choice, TokenView, TokensPage, scope_in_words};
use crate::fault::{Fault, fault_in_words};
use crate::page::Page;
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// For how many days a token can be made to be valid; 0 for always.
const LIFETIMES: [i64; 5] = [30, 90, 365, 730, 0];

#[derive(Deserialize)]
pub(crate) struct TokenForm {
    name: String,
    scope: String,
    #[serde(default)]
    project: String,
    #[serde(default)]
    days: String,
}

/// `GET /profile/tokens`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let mut page = TokensPage::load(&web, &reader, None).await?;
    page.notice = (done == "revoked").then(|| reader.page.text("token-revoked"));
    respond::page(&page)
}

/// `POST /profile/tokens`: makes one and shows it this once.
pub(crate) async fn create(
    State(web): State<Web>,
    Posted { reader, form }: Posted<TokenForm>,
) -> Result<Response, Fault> {
    match create_token(&web.app, &reader.actor, form.read()?).await {
        Ok(token) => {
            let mut page = TokensPage::load(&web, &reader, None).await?;
            page.token = Some(token);
            respond::secret_page(&page)
        }
        Err(Error::Invalid(fault)) => {
            let mut page = TokensPage::load(&web, &reader, Some(&form)).await?;
            page.fault = Some(fault_in_words(reader.page.locale, &fault));
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /profile/tokens/{token}/revoke`
pub(crate) async fn revoke(
    State(web): State<Web>,
    Path(token): Path<i64>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    revoke_token(&web.app, &reader.actor, reader.profile.id, token).await?;
    Ok(Redirect::to("/profile/tokens?done=revoked").into_response())
}

/// `POST /profile/tokens/kanboard`: another one of the single token that Kanboard knows, shown this once.
pub(crate) async fn renew_single(
    State(web): State<Web>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let token = renew_access_token(&web.app, &reader.actor, reader.profile.id).await?;
    let mut page = TokensPage::load(&web, &reader, None).await?;
    page.token = Some(token);
    respond::secret_page(&page)
}

/// `POST /profile/tokens/kanboard/remove`
pub(crate) async fn remove_single(
    State(web): State<Web>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    remove_access_token(&web.app, &reader.actor, reader.profile.id).await?;
    Ok(Redirect::to("/profile/tokens?done=revoked").into_response())
}

impl TokenForm {
    fn read(&self) -> Result<NewToken, Fault> {
        let unreadable = |field: &str| Fault::Unreadable(field.to_owned());
        let scope: TokenScope = self.scope.parse().map_err(|_| unreadable("scope"))?;
        let project = match self.project.as_str() {
            "" => None,
            id => Some(id.parse::<ProjectId>().map_err(|_| unreadable("project"))?),
        };
        let days = match self.days.as_str() {
            "" | "0" => None,
            days => Some(days.parse::<i64>().map_err(|_| unreadable("days"))?),
        };
        Ok(NewToken { name: self.name.clone(), limits: Limits { scope, project }, days })
    }
}

impl<'a> TokensPage<'a> {
    async fn load(web: &Web, reader: &'a Reader, typed: Option<&TokenForm>) -> Result<Self, Fault> {
        let (page, user) = (&reader.page, reader.profile.id);
        let tokens = list_tokens(&web.app, &reader.actor, user).await?;
        let projects = list_my_project_names(&web.app, &reader.actor).await?;
        let views = tokens.into_iter().map(|token| TokenView::new(page, token, &projects)).collect();
        let chosen =
            |field: fn(&TokenForm) -> &str, default: &'static str| typed.map_or(default, field).to_owned();
        let (project, days) = (chosen(|form| &form.project, ""), chosen(|form| &form.days, "90"));
        let scope = chosen(|form| &form.scope, "write");
        let all = Choice::new("", page.text("webhooks-instance"), &project);
        let each = projects.iter().map(|(id, name)| Choice::new(id.to_string(), name.as_str(), &project));
        Ok(Self {
            page,
            section: "profile",
            tab: "tokens",
            notice: None,
            fault: None,
            token: None,
            tokens: views,
            name: typed.map(|form| form.name.clone()).unwrap_or_default(),
            scopes: TokenScope::ALL
                .map(|known| Choice::new(known.as_str(), scope_in_words(page, known), &scope))
                .into(),
            projects: std::iter::once(all).chain(each).collect(),
            lifetimes: LIFETIMES
                .map(|days_| Choice::new(days_.to_string(), lifetime(page, days_), &days))
                .into(),
        })
    }
}

fn lifetime(page: &Page, days: i64) -> String {
    if days == 0 { page.text("token-forever") } else { page.count("days", days) }
}

impl TokenView {
    pub(crate) fn new(page: &Page, token: Token, projects: &[(ProjectId, String)]) -> Self {
        let name = |id: ProjectId| {
            let known = projects.iter().find(|(known, _)| *known == id);
            known.map_or_else(|| format!("#{id}"), |(_, name)| name.clone())
        };
        Self {
            id: token.id,
            name: token.name,
            ending: token.ending,
            scope: scope_in_words(page, token.limits.scope),
            project: token.limits.project.map(name),
            made: page.date(token.created_at),
            is_expired: token.expires_at.is_some_and(|at| at <= page.now),
            expires: token.expires_at.map(|at| page.date(at)),
            used: token.used_at.map(|at| page.moment(at)),
        }
    }
}
