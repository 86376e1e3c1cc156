//! Why an attempt failed, in words for the delivery log.

use std::error::Error;
use std::io;
use std::iter::successors;
use std::time::Duration;

use hyper::StatusCode;
use hyper::header::{HeaderMap, LOCATION};
use hyper_util::client::legacy as client;
use rustls::CertificateError as Certificate;

use crate::failure::{Failure, FailureKind};
use crate::guard::{ConnectError, Refusal, Step};

/// What the client's error comes down to.
pub(crate) fn explain(error: &client::Error) -> Failure {
    // Our part of connecting tells its own errors, so what else fails there is TLS.
    explain_cause(error, if error.is_connect() { FailureKind::Tls } else { FailureKind::Broken })
}

/// What an error of the connector comes down to.
pub(crate) fn explain_unconnected(error: &(dyn Error + 'static)) -> Failure {
    explain_cause(error, FailureKind::Tls)
}

fn explain_cause(error: &(dyn Error + 'static), kind: FailureKind) -> Failure {
    let causes = || successors(Some(error), |cause| (*cause).source());
    let last = || causes().last().unwrap_or(error).to_string();
    if let Some(unconnected) = causes().find_map(|cause| cause.downcast_ref::<ConnectError>()) {
        return Failure::new(point(unconnected), unconnected.to_string());
    }
    let words = causes().find_map(name).unwrap_or_else(last);
    let words = if kind == FailureKind::Tls { format!("TLS: {words}") } else { words };
    Failure::new(kind, words)
}

fn point(error: &ConnectError) -> FailureKind {
    match error {
        ConnectError::Refused(Refusal::NotFound { .. }) => FailureKind::Name,
        ConnectError::Refused(_) => FailureKind::Refused,
        ConnectError::Unreachable { .. } | ConnectError::TimedOut { .. } => FailureKind::Connect,
    }
}

fn name(cause: &(dyn Error + 'static)) -> Option<String> {
    if let Some(error) = cause.downcast_ref::<rustls::Error>() {
        return Some(name_tls(error));
    }
    if let Some(error) = cause.downcast_ref::<hyper::Error>() {
        return name_http(error);
    }
    // What an I/O error wraps is not among its causes.
    let error = cause.downcast_ref::<io::Error>()?;
    error.get_ref().map_or_else(|| Some(error.kind().to_string()), |inner| name(inner))
}

fn name_tls(error: &rustls::Error) -> String {
    if let rustls::Error::InvalidCertificate(reason) = error {
        return name_certificate(reason);
    }
    if matches!(error, rustls::Error::InvalidMessage(_)) {
        return "the receiver does not speak TLS; is it http://?".to_owned();
    }
    error.to_string()
}

fn name_certificate(reason: &Certificate) -> String {
    let words = if *reason == Certificate::UnknownIssuer {
        "comes from no authority that this machine trusts; SSL_CERT_FILE names another list of them"
    } else if matches!(reason, Certificate::Expired | Certificate::ExpiredContext { .. }) {
        "has expired"
    } else if matches!(reason, Certificate::NotValidYet | Certificate::NotValidYetContext { .. }) {
        "is not valid yet"
    } else if matches!(reason, Certificate::NotValidForName | Certificate::NotValidForNameContext { .. }) {
        "is for another name"
    } else if *reason == Certificate::Revoked {
        "was revoked"
    } else {
        return format!("the receiver's certificate is not accepted: {reason}");
    };
    format!("the receiver's certificate {words}")
}

fn name_http(error: &hyper::Error) -> Option<String> {
    if error.is_incomplete_message() {
        Some("the receiver closed the connection without an answer".to_owned())
    } else if error.is_parse() {
        Some(format!("the answer is not HTTP ({error})"))
    } else {
        None
    }
}

/// Why an answer with this status is no success; `None` if it is one.
pub(crate) fn judge_status(status: StatusCode, headers: &HeaderMap) -> Option<Failure> {
    if status.is_success() {
        return None;
    }
    let answered = format!("the receiver answered {status}");
    let words = if status.is_redirection() {
        let to = headers.get(LOCATION).map(|to| format!(" (to {})", String::from_utf8_lossy(to.as_bytes())));
        format!("redirects are not followed: {answered}{}", to.unwrap_or_default())
    } else {
        answered
    };
    Some(Failure::new(FailureKind::Status, words))
}

/// That the time was over, and for what.
pub(crate) fn timed_out(limit: Duration, step: Step) -> Failure {
    let time = if limit.subsec_millis() == 0 {
        format!("{} s", limit.as_secs())
    } else {
        format!("{} ms", limit.as_millis())
    };
    let waited = match step {
        Step::Name => "for the address of the host",
        Step::Connect => "for a connection",
        Step::Tls => "for the TLS handshake",
        Step::Kept | Step::Answer => "for the answer",
    };
    Failure::new(FailureKind::Timeout, format!("timed out after {time}, waiting {waited}"))
}
