//! The request as it is sent, and as the log shows it.

use std::borrow::Cow;
use std::fmt::Write;

use http_body_util::Full;
use hyper::Request;
use hyper::body::Bytes;
use kanso_core::endpoint::Header;

use super::Message;
use crate::body::content_type;
use crate::target::{HIDDEN, Target};

/// How the program calls itself to receivers that do not expect Kanboard.
const AGENT: &str = concat!("Kanso/", env!("CARGO_PKG_VERSION"));

/// A header as it is written.
pub(super) struct Line<'a> {
    name: Cow<'a, str>,
    value: Cow<'a, str>,
    /// As the endpoint has it, if it is one of its own.
    own: Option<&'a Header>,
}

impl<'a> Line<'a> {
    fn new(name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        Self { name: name.into(), value: value.into(), own: None }
    }

    fn of(header: &'a Header) -> Self {
        let (name, value) = (header.name.as_str().into(), header.value.as_str().into());
        Self { name, value, own: Some(header) }
    }

    /// The value for the log.
    fn shown(&self, target: &Target) -> Cow<'_, str> {
        match self.own {
            Some(own) if own.secret => HIDDEN.into(),
            Some(own) => target.hide_secrets(&own.value).into(),
            None => self.value.as_ref().into(),
        }
    }
}

/// The headers in the order in which they are written.
pub(super) fn headers<'a>(target: &'a Target, message: &Message<'a>) -> Vec<Line<'a>> {
    let is_kanboards = target.format.is_kanboards();
    let mut lines = vec![Line::new("Host", target.host.as_str())];
    if !target.headers.iter().any(|own| own.name.eq_ignore_ascii_case("user-agent")) {
        lines.push(Line::new("User-Agent", if is_kanboards { "Kanboard Webhook" } else { AGENT }));
    }
    lines.push(Line::new("Content-Type", content_type(target.format, &message.body)));
    if is_kanboards {
        lines.push(Line::new("Connection", "close"));
    }
    lines.push(Line::new("Webhook-Id", message.id));
    lines.push(Line::new("Webhook-Timestamp", message.timestamp.to_string()));
    if let Some(signature) = target.signer.sign(message.id, message.timestamp, &message.body) {
        lines.push(Line::new("Webhook-Signature", signature));
    }
    lines.extend(target.headers.iter().map(Line::of));
    lines.push(Line::new("Content-Length", message.body.len().to_string()));
    lines
}

/// The request.
pub(super) fn request(
    target: &Target,
    headers: &[Line<'_>],
    body: Bytes,
) -> Result<Request<Full<Bytes>>, hyper::http::Error> {
    let request = Request::post(target.uri.clone());
    let add = |request: hyper::http::request::Builder, line: &Line<'_>| {
        request.header(line.name.as_ref(), line.value.as_ref())
    };
    headers.iter().fold(request, add).body(Full::new(body))
}

/// Request line and headers for the log: no secrets.
pub(super) fn head(target: &Target, headers: &[Line<'_>]) -> String {
    let mut head = format!("POST {} HTTP/1.1", target.shown);
    for line in headers {
        // Writing to a text cannot fail.
        let _ = write!(head, "\n{}: {}", line.name, line.shown(target));
    }
    head
}
