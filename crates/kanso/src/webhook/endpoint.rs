//! Small changes of an endpoint.

use std::process::ExitCode;

use kanso_core::endpoint::{EndpointPatch, KeyKind, remove_endpoint, rotate_secret, update_endpoint};
use kanso_domain::EndpointId;
use serde_json::json;

use super::{Desk, show};

const HOUR: i64 = 3_600_000;

/// Removes an endpoint.
pub(super) async fn remove(desk: &Desk, endpoint: EndpointId) -> anyhow::Result<ExitCode> {
    let known = desk.endpoint(endpoint).await?;
    remove_endpoint(&desk.app, &desk.actor, endpoint).await?;
    let text = || format!("{} is removed, and its deliveries with it.", known.name);
    desk.answer(|| json!({"removed": endpoint.get()}), text)
}

/// Pauses or resumes an endpoint.
pub(super) async fn enable(desk: &Desk, endpoint: EndpointId, enabled: bool) -> anyhow::Result<ExitCode> {
    let before = desk.endpoint(endpoint).await?;
    let patch = EndpointPatch { enabled: Some(enabled), ..EndpointPatch::default() };
    let after = update_endpoint(&desk.app, &desk.actor, endpoint, patch).await?;
    desk.answer(
        || show::json(&after, None),
        || match (before.enabled, enabled) {
            (true, true) => format!("{} was not paused.", after.name),
            (false, true) => format!(
                "{} gets what happens from now on. What it missed comes with `kanso webhook recover {endpoint} \
                 --since TIME`.",
                after.name
            ),
            (_, false) => {
                format!("{} is paused: nothing is sent until `kanso webhook resume {endpoint}`.", after.name)
            }
        },
    )
}

/// Gives an endpoint another key; the old ones go on for `overlap` hours.
pub(super) async fn rotate_secret_of(
    desk: &Desk,
    endpoint: EndpointId,
    kind: KeyKind,
    overlap: i64,
) -> anyhow::Result<ExitCode> {
    let known = desk.endpoint(endpoint).await?;
    let shown = rotate_secret(&desk.app, &desk.actor, endpoint, kind, overlap.saturating_mul(HOUR)).await?;
    let text = || {
        let what = match kind {
            KeyKind::V1 => "this secret, which is shown only now",
            KeyKind::V1a => "the key of which this is the public half",
        };
        let until = match overlap {
            0 => "The old one counts no more.".to_owned(),
            hours => format!("The old one goes on beside it for {hours} hours."),
        };
        format!("Deliveries to {} are signed with {what}. {until}\n{shown}", known.name)
    };
    desk.answer(|| json!({"kind": kind.as_str(), "key": shown, "overlap_hours": overlap}), text)
}
