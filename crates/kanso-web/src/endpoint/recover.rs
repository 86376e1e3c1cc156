//! Making up for what an endpoint missed: since when, how much that is, then the progress.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::delivery::{count_recoverable, latest_recovery, missed_since, start_recovery};
use kanso_core::endpoint::{Endpoint, find_endpoint};
use kanso_core::{Error, Kind};
use kanso_domain::EndpointId;
use serde::Deserialize;

use super::build::section;
use super::recovery_view::{Counted, RecoveryForm, RecoveryView, SinceChoice};
use super::view::{EndpointHead, ProgressFragment, RecoverPage};
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// Since when, as it was chosen.
#[derive(Deserialize)]
pub(crate) struct Since {
    #[serde(default)]
    since: String,
    #[serde(default)]
    date: String,
}

#[derive(Deserialize)]
pub(crate) struct Start {
    since_ms: i64,
}

/// The times that a choice can stand for, in Unix milliseconds.
struct Times {
    failing: Option<i64>,
    missed: Option<i64>,
}

/// `GET /webhooks/{endpoint}/recover`: asks since when; with an answer, counts what that would send.
pub(crate) async fn show(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    Query(asked): Query<Since>,
    reader: Reader,
) -> Result<Response, Fault> {
    let endpoint = find_endpoint(&web.app, &reader.actor, endpoint).await?;
    let head = EndpointHead::new(&web, &reader, &endpoint).await?;
    let missed = missed_since(&web.app, &reader.actor, endpoint.id).await?;
    let times = Times { failing: head.failing_since_ms, missed };
    let form = form(&web, &reader, &endpoint, &asked, &times).await?;
    let recovery = latest_recovery(&web.app, &reader.actor, endpoint.id).await?;
    respond::page(&RecoverPage {
        page: &reader.page,
        section: section(endpoint.project),
        tab: "recover",
        head,
        recovery: recovery.map(|recovery| RecoveryView::new(&reader.page, &recovery)),
        form,
    })
}

/// `POST /webhooks/{endpoint}/recover`
pub(crate) async fn start(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    Posted { reader, form }: Posted<Start>,
) -> Result<Response, Fault> {
    match start_recovery(&web.app, &reader.actor, endpoint, form.since_ms).await {
        // One is under way already: the page shows how far it is.
        Ok(_) | Err(Error::Conflict(_)) => {
            Ok(Redirect::to(&format!("/webhooks/{endpoint}/recover")).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /webhooks/{endpoint}/recovery`: how far it is, as a fragment.
pub(crate) async fn progress(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let recovery = latest_recovery(&web.app, &reader.actor, endpoint).await?;
    let recovery = recovery.ok_or(Error::NotFound(Kind::Recovery))?;
    respond::page(&ProgressFragment {
        page: &reader.page,
        endpoint: endpoint.get(),
        recovery: RecoveryView::new(&reader.page, &recovery),
    })
}

async fn form(
    web: &Web,
    reader: &Reader,
    endpoint: &Endpoint,
    asked: &Since,
    times: &Times,
) -> Result<RecoveryForm, Fault> {
    let page = &reader.page;
    let since_ms = match asked.since.as_str() {
        "failing" => times.failing,
        "missed" => times.missed,
        "date" => instant(page, &asked.date),
        _ => None,
    };
    let counted = match since_ms {
        Some(since_ms) => {
            let count = count_recoverable(&web.app, &reader.actor, endpoint.id, since_ms).await?;
            Some(Counted::new(page, since_ms, count))
        }
        None => None,
    };
    let is_unreadable = asked.since == "date" && since_ms.is_none();
    Ok(RecoveryForm {
        choices: choices(page, &asked.since, times),
        date: if asked.date.is_empty() { page.iso(page.now - 86_400) } else { asked.date.clone() },
        fault: is_unreadable.then(|| page.say("fault-unreadable", "field", page.text("recover-date"))),
        counted,
    })
}

fn choices(page: &Page, asked: &str, times: &Times) -> Vec<SinceChoice> {
    let when = |ms: i64| page.moment(ms.div_euclid(1000));
    let offered = [
        ("missed", times.missed.map(|since| page.say("recover-missed", "when", when(since)))),
        ("failing", times.failing.map(|since| page.say("recover-failing", "when", when(since)))),
        ("date", Some(page.text("recover-date"))),
    ];
    let mut choices: Vec<SinceChoice> = offered
        .into_iter()
        .filter_map(|(id, name)| Some(SinceChoice { id, name: name?, is_chosen: id == asked }))
        .collect();
    if !choices.iter().any(|choice| choice.is_chosen)
        && let Some(first) = choices.first_mut()
    {
        first.is_chosen = true;
    }
    choices
}

impl Counted {
    fn new(page: &Page, since_ms: i64, count: i64) -> Self {
        let when = page.moment(since_ms.div_euclid(1000));
        let words = match count {
            0 => page.say("recover-nothing", "when", when),
            _ => {
                format!("{} {}", page.count("recover-count", count), page.say("recovery-since", "when", when))
            }
        };
        Self { since_ms, count, words }
    }
}

/// The Unix milliseconds of a wall clock's time in the application's zone.
fn instant(page: &Page, text: &str) -> Option<i64> {
    let civil: jiff::civil::DateTime = text.trim().parse().ok()?;
    let zoned = civil.to_zoned(page.zone.clone()).ok()?;
    Some(zoned.timestamp().as_millisecond())
}
