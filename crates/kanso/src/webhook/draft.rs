//! What the options make of an endpoint.

use anyhow::Context;
use kanso_core::endpoint::{Endpoint, EndpointPatch, Format, Header, NewEndpoint};

use crate::cli::EndpointOptions;

/// What the options change, beside the headers there are.
pub(super) fn patch(
    options: EndpointOptions,
    headers: &[Header],
    removed: &[String],
) -> anyhow::Result<EndpointPatch> {
    let template = match &options.template {
        Some(path) => {
            Some(std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?)
        }
        None => None,
    };
    let format = options.format.or(template.as_ref().map(|_| Format::Template));
    let plain = options.headers.into_iter().map(|(name, value)| Header { name, value, secret: false });
    let secret = options.secret_headers.into_iter().map(|(name, value)| Header { name, value, secret: true });
    let new: Vec<Header> = plain.chain(secret).collect();
    let is_replaced = |header: &Header| {
        let named = new.iter().map(|header| &header.name).chain(removed);
        named.into_iter().any(|name| name.eq_ignore_ascii_case(&header.name))
    };
    let kept = headers.iter().filter(|header| !is_replaced(header)).cloned();
    let all: Vec<Header> = kept.chain(new.iter().cloned()).collect();
    Ok(EndpointPatch {
        token: options.token,
        format,
        events: options.events,
        filter: options.filter,
        template,
        headers: (!new.is_empty() || !removed.is_empty()).then_some(all),
        ordering: options.ordering,
        concurrency: options.concurrency,
        rate_limit: options.rate_limit.map(|rate| Some(rate).filter(|rate| *rate != 0.0)),
        timeout_ms: options.timeout.map(milliseconds),
        retries: options.retries,
        ..EndpointPatch::default()
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is out of range is refused as such"
)]
fn milliseconds(seconds: f64) -> u64 {
    (seconds * 1000.0).round() as u64
}

/// The draft as what is to be made.
pub(super) fn undraft(draft: Endpoint) -> NewEndpoint {
    NewEndpoint {
        project: draft.project,
        name: draft.name,
        url: draft.url,
        token: draft.token,
        format: draft.format,
        events: draft.events,
        filter: draft.filter,
        template: draft.template,
        headers: draft.headers,
        enabled: draft.enabled,
        ordering: draft.ordering,
        concurrency: draft.concurrency,
        rate_limit: draft.rate_limit,
        timeout_ms: draft.timeout_ms,
        retries: draft.retries,
    }
}
