//! What an endpoint would be sent, shown while its form is filled in, before anything is stored.

mod shown;

use axum::extract::State;
use axum::response::Response;
use kanso_core::delivery::match_recent;
use kanso_core::endpoint::{Endpoint, Format, check_draft, find_endpoint, require_endpoint_manager};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::EventName;

use super::fields::{Fields, patch};
use super::form::FormView;
use super::view::{FormPage, PreviewFragment};
use super::wrong::{Wrong, refused};
use super::{formats, said};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::{Reader, Wants};
use crate::respond;
use crate::web::Web;

use shown::{MatchedView, count, key};
pub(crate) use shown::{PreviewView, indented};

/// How many of the last events are looked at.
const LOOKED_AT: i64 = 50;
/// The name of the sample when nothing has happened yet.
const SAMPLE: EventName = EventName::TaskCreate;
/// While the address is still to be typed, everything else is judged as if it were this.
const STAND_IN: &str = "https://example.org/topic";

/// `POST /webhooks/preview`
pub(crate) async fn show(
    State(web): State<Web>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let fields = Fields::read(form);
    let (draft, stored, wrong) = draft(&web, &reader, &fields).await?;
    let preview = preview(&web, &reader, &fields, draft, wrong).await?;
    if reader.wants == Wants::Fragment {
        return respond::page(&PreviewFragment { page: &reader.page, preview });
    }
    let page = FormPage::new(&web, &reader, fields, stored.as_ref()).await?;
    let judged = super::address::judge(&web, &reader.page, &page.form.fields.url).await;
    respond::page(&FormPage {
        form: FormView { preview: Some(preview), ..page.form },
        judged: Some(judged),
        ..page
    })
}

/// The endpoint that the form describes, the one it changes, and what is wrong with the form. Only for who manages
/// what it is about.
pub(super) async fn draft(
    web: &Web,
    reader: &Reader,
    fields: &Fields,
) -> Result<(Option<Endpoint>, Option<Endpoint>, Option<CoreFault>), Fault> {
    let stored = match fields.endpoint {
        Some(id) => Some(find_endpoint(&web.app, &reader.actor, id).await?),
        None => {
            require_endpoint_manager(&web.app, &reader.actor, fields.project).await?;
            None
        }
    };
    let fields = match &stored {
        Some(endpoint) => &fields.clone().completed(endpoint),
        None => fields,
    };
    let wanted = match fields.wanted() {
        Ok(wanted) => wanted,
        Err(fault) => return Ok((None, stored, Some(fault))),
    };
    let draft = match &stored {
        Some(endpoint) => patch(wanted, endpoint).apply(endpoint.clone()),
        None => wanted.draft(reader.page.now),
    };
    let wrong = match check(web, &draft) {
        Ok(()) => None,
        Err(error) => Some(refused(error)?),
    };
    Ok((Some(draft), stored, wrong))
}

/// Everything that can be judged without the network, but what is simply not filled in yet.
fn check(web: &Web, draft: &Endpoint) -> Result<(), Error> {
    let mut complete = draft.clone();
    if complete.name.is_empty() {
        complete.name.push('–');
    }
    if complete.url.is_empty() || complete.is_of_settings {
        STAND_IN.clone_into(&mut complete.url);
    }
    check_draft(&complete)?;
    if draft.format == Format::Template {
        web.outgoing
            .check_template(&draft.template)
            .map_err(|reason| Error::Invalid(CoreFault::Template(reason)))?;
    }
    Ok(())
}

async fn preview(
    web: &Web,
    reader: &Reader,
    fields: &Fields,
    draft: Option<Endpoint>,
    wrong: Option<CoreFault>,
) -> Result<PreviewView, Fault> {
    let page = &reader.page;
    let mut view = PreviewView::empty(wrong.as_ref().map(|fault| Wrong::new(page, fault)));
    let Some(mut draft) = draft else { return Ok(view) };
    if draft.url.is_empty() {
        STAND_IN.clone_into(&mut draft.url);
    }
    let recent = match match_recent(&web.app, &reader.actor, &draft, LOOKED_AT).await {
        Ok(recent) => recent,
        Err(error) => {
            view.wrong = Some(Wrong::new(page, &refused(error)?));
            return Ok(view);
        }
    };
    let chosen = recent.iter().find(|matched| key(matched) == fields.sample);
    let shown = chosen.or_else(|| recent.iter().find(|matched| matched.matches)).or(recent.first());
    view.matching = count(recent.iter().filter(|matched| matched.matches).count());
    view.events = recent.iter().map(|matched| MatchedView::new(page, matched, shown)).collect();
    let made = match shown {
        Some(shown) => web.outgoing.preview(&draft, shown.name, &shown.event),
        None => web.outgoing.preview_sample(&draft, SAMPLE),
    };
    view.is_sample = shown.is_none();
    match made {
        Ok(made) => {
            view.said = if formats::is_chat(draft.format) { said::lines(&made.body) } else { Vec::new() };
            view.body = indented(&made.body);
            view.content_type = made.content_type;
        }
        Err(reason) => view.no_body = Some(reason),
    }
    Ok(view)
}
