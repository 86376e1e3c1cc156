//! Adding and changing endpoints: judged first, then saved.

use std::process::ExitCode;

use kanso_core::endpoint::{EndpointPatch, NewEndpoint, create_endpoint, update_endpoint};
use kanso_domain::EndpointId;
use serde_json::Value;

use super::draft::{patch, undraft};
use super::judge::{Judgement, New};
use super::{Desk, code, list, show};
use crate::cli::EndpointOptions;
use crate::say;

/// How careful to be.
#[derive(Clone, Copy)]
pub(super) struct How {
    /// Nothing is saved.
    pub(super) dry_run: bool,
    /// An address that is refused is saved all the same.
    pub(super) anyway: bool,
}

/// What a new endpoint must be told.
pub(super) struct Wanted {
    pub(super) name: String,
    pub(super) url: String,
    pub(super) project: Option<String>,
}

/// What may change besides the options that a new one takes too.
pub(super) struct Changed {
    pub(super) name: Option<String>,
    pub(super) url: Option<String>,
    pub(super) remove_header: Vec<String>,
}

/// Adds an endpoint.
pub(super) async fn add(
    desk: &Desk,
    wanted: Wanted,
    options: EndpointOptions,
    how: How,
) -> anyhow::Result<ExitCode> {
    let project = list::project_id(desk, wanted.project.as_deref()).await?;
    let patch = patch(options, &[], &[])?;
    let blank = NewEndpoint { project, name: wanted.name, url: wanted.url, ..NewEndpoint::default() };
    let draft = patch.apply(blank.draft(desk.app.clock().now()));
    let judgement = Judgement::of(desk, &draft, New { address: true, body: true }).await?;
    if !may_save(desk, &judgement, how)? {
        return Ok(code(how.dry_run && judgement.is_good(how.anyway)));
    }
    let (id, secret) = create_endpoint(&desk.app, &desk.actor, undraft(draft)).await?;
    let json = || {
        with(
            &judgement,
            &[("saved", true.into()), ("id", id.get().into()), ("secret", secret.clone().into())],
        )
    };
    desk.answer(json, || {
        format!(
            "\nSaved as endpoint {id}; `kanso webhook test {id}` tries it out. Deliveries are signed with this secret, \
             which is shown only now:\n{secret}"
        )
    })
}

/// Changes an endpoint.
pub(super) async fn set(
    desk: &Desk,
    endpoint: EndpointId,
    changed: Changed,
    options: EndpointOptions,
    how: How,
) -> anyhow::Result<ExitCode> {
    let before = desk.endpoint(endpoint).await?;
    let new =
        New { address: changed.url.is_some(), body: options.template.is_some() || options.format.is_some() };
    let patch = EndpointPatch {
        name: changed.name,
        url: changed.url,
        ..patch(options, &before.headers, &changed.remove_header)?
    };
    let judgement = Judgement::of(desk, &patch.clone().apply(before), new).await?;
    if !may_save(desk, &judgement, how)? {
        return Ok(code(how.dry_run && judgement.is_good(how.anyway)));
    }
    let after = update_endpoint(&desk.app, &desk.actor, endpoint, patch).await?;
    let json = || with(&judgement, &[("saved", true.into()), ("endpoint", show::json(&after, None))]);
    desk.answer(json, || "\nSaved.".to_owned())
}

/// Tells what was found, and whether to go on.
fn may_save(desk: &Desk, judgement: &Judgement, how: How) -> anyhow::Result<bool> {
    if !desk.json {
        say(&judgement.text(desk))?;
    }
    let may = judgement.is_good(how.anyway) && !how.dry_run;
    if !may && desk.json {
        say(&format!("{:#}", with(judgement, &[("saved", false.into())])))?;
    } else if !may && how.dry_run {
        say("\nNothing was saved: this was a dry run.")?;
    } else if !may && judgement.is_good_but_for_the_address() {
        say(
            "\nNothing was saved. With --anyway it is, and what happens waits until the address can be reached.",
        )?;
    } else if !may {
        say("\nNothing was saved.")?;
    }
    Ok(may)
}

fn with(judgement: &Judgement, more: &[(&str, Value)]) -> Value {
    let mut answer = judgement.json();
    for (name, value) in more {
        answer[*name] = value.clone();
    }
    answer
}
