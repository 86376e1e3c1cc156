//! Why an attempt failed, in words for the delivery log.

use std::error::Error;
use std::io;
use std::iter::successors;
use std::time::Duration;

use hyper::StatusCode;
use hyper::header::{HeaderMap, LOCATION};
use hyper_util::client::legacy as client;

use crate::guard::ConnectError;

/// What the client's error comes down to.
pub(crate) fn explain(error: &client::Error) -> String {
    let causes = || successors(Some(error as &(dyn Error + 'static)), |cause| (*cause).source());
    let last = || causes().last().unwrap_or(error).to_string();
    if let Some(unconnected) = causes().find_map(|cause| cause.downcast_ref::<ConnectError>()) {
        return unconnected.to_string();
    }
    let words = causes().find_map(name).unwrap_or_else(last);
    // Our part of connecting is done, so what failed is the rest of it.
    if error.is_connect() { format!("TLS: {words}") } else { words }
}

fn name(cause: &(dyn Error + 'static)) -> Option<String> {
    if let Some(error) = cause.downcast_ref::<rustls::Error>() {
        return Some(error.to_string());
    }
    if let Some(error) = cause.downcast_ref::<hyper::Error>() {
        return name_http(error);
    }
    // What an I/O error wraps is not among its causes.
    let error = cause.downcast_ref::<io::Error>()?;
    error.get_ref().map_or_else(|| Some(error.kind().to_string()), |inner| name(inner))
}

fn name_http(error: &hyper::Error) -> Option<String> {
    if error.is_incomplete_message() {
        Some("the receiver closed the connection without an answer".to_owned())
    } else if error.is_parse() {
        Some("the answer is not HTTP".to_owned())
    } else {
        None
    }
}

/// Why an answer with this status is no success; `None` if it is one.
pub(crate) fn judge_status(status: StatusCode, headers: &HeaderMap) -> Option<String> {
    if status.is_success() {
        return None;
    }
    let answered = format!("the receiver answered {status}");
    if !status.is_redirection() {
        return Some(answered);
    }
    let to = headers.get(LOCATION).map(|to| format!(" (to {})", String::from_utf8_lossy(to.as_bytes())));
    Some(format!("redirects are not followed: {answered}{}", to.unwrap_or_default()))
}

/// That the time was over.
pub(crate) fn timed_out(limit: Duration) -> String {
    if limit.subsec_millis() == 0 {
        format!("timed out after {} s", limit.as_secs())
    } else {
        format!("timed out after {} ms", limit.as_millis())
    }
}
