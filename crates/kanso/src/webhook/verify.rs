//! Checking the signature of a webhook.

use std::io::Read;
use std::process::ExitCode;

use anyhow::{Context, bail};
use kanso_core::Clock;
use kanso_webhooks::{Verdict, Verifier};
use serde_json::json;

use super::code;
use crate::cli::VerifyOptions;
use crate::say;

/// Says whether the signature is valid, or what differs.
pub(super) fn verify(options: &VerifyOptions, json: bool) -> anyhow::Result<ExitCode> {
    let key = Verifier::parse(&options.secret)?;
    let timestamp: i64 =
        options.timestamp.trim().parse().context("the timestamp is a number of Unix seconds")?;
    if options.id.is_empty() {
        bail!("the id is the header webhook-id as it came");
    }
    let body = read_body(options)?;
    let verdict = key.check(&options.id, timestamp, &body, &options.signature);
    let age = Clock::system().now() - timestamp;
    let too_old = options.tolerance > 0 && age.unsigned_abs() > u64::from(options.tolerance);
    let words = match verdict {
        Verdict::Valid if too_old => format!(
            "The signature is right, but the timestamp is {} s {}, and {} are allowed: this may be an old request, \
             sent again by somebody who saw it. --tolerance allows more.",
            age.abs(),
            if age < 0 { "in the future" } else { "old" },
            options.tolerance
        ),
        Verdict::Valid => "The signature is valid.".to_owned(),
        Verdict::Different => "The signature is not valid: another secret, id, timestamp or body was signed. Which \
            of them cannot be told apart. The usual causes: a secret of another endpoint, or a body that was parsed \
            and written anew instead of taken as it came, to the byte."
            .to_owned(),
        Verdict::NotThere(kind) => format!(
            "The header has no signature of the kind {kind}, which goes with this key; it looks like \
             \"{kind},K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=\"."
        ),
    };
    let is_valid = verdict == Verdict::Valid && !too_old;
    say(&if json {
        format!(
            "{:#}",
            json!({"valid": is_valid, "signature_matches": verdict == Verdict::Valid, "age_s": age, "words": words})
        )
    } else {
        words
    })?;
    Ok(code(is_valid))
}

fn read_body(options: &VerifyOptions) -> anyhow::Result<Vec<u8>> {
    match &options.body {
        Some(path) => std::fs::read(path).with_context(|| format!("cannot read {}", path.display())),
        None => {
            let mut body = Vec::new();
            std::io::stdin().read_to_end(&mut body).context("cannot read the body")?;
            Ok(body)
        }
    }
}
