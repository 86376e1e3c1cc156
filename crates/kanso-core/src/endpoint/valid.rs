//! What an endpoint may be. What must be asked of the network or of a format's code, edges ask before.

use kanso_db::{Conn, params};
use kanso_domain::{ProjectId, text};

use super::{Endpoint, Header};
use crate::{Error, Fault, Result};

/// The longest texts, in characters.
const LONGEST_NAME: usize = 255;
const LONGEST_URL: usize = 2_000;
const LONGEST_FILTER: usize = 1_000;
const LONGEST_TEMPLATE: usize = 16_384;
const LONGEST_HEADER: usize = 4_096;

const MOST_HEADERS: usize = 20;
const MOST_CONCURRENT: usize = 64;
const FASTEST: f64 = 1_000.0;
const SLOWEST: f64 = 0.01;
/// In milliseconds. The longest must stay below a delivery's lease.
const SHORTEST_TIMEOUT: u64 = 1_000;
const LONGEST_TIMEOUT: u64 = 30_000;

/// How many endpoints the installation and a project may have.
const MOST_OF_INSTANCE: i64 = 50;
const MOST_OF_PROJECT: i64 = 100;

/// Headers that the sender sets itself, or that say where a message ends.
const RESERVED: &[&str] = &[
    "host",
    "content-length",
    "content-type",
    "connection",
    "transfer-encoding",
    "te",
    "trailer",
    "upgrade",
    "keep-alive",
    "proxy-connection",
    "expect",
    "webhook-id",
    "webhook-timestamp",
    "webhook-signature",
];

/// Refuses what makes no sense.
pub(super) fn check(endpoint: &Endpoint) -> Result<()> {
    let invalid = |fault| Err(Error::Invalid(fault));
    let texts = [
        ("name", &endpoint.name, LONGEST_NAME),
        ("url", &endpoint.url, LONGEST_URL),
        ("filter", &endpoint.filter, LONGEST_FILTER),
        ("template", &endpoint.template, LONGEST_TEMPLATE),
    ];
    for (field, value, longest) in texts {
        if !text::fits(value, longest) {
            return invalid(Fault::TooLong(field, longest));
        }
    }
    if endpoint.name.is_empty() {
        return invalid(Fault::Missing("name"));
    }
    if !["http://", "https://"].iter().any(|scheme| endpoint.url.starts_with(scheme)) {
        return invalid(Fault::Url("it must begin with http:// or https://".to_owned()));
    }
    if endpoint.format == super::Format::Template && endpoint.template.trim().is_empty() {
        return invalid(Fault::Missing("template"));
    }
    if !(1..=MOST_CONCURRENT).contains(&endpoint.concurrency) {
        return invalid(Fault::OutOfRange("concurrency", format!("1 … {MOST_CONCURRENT}")));
    }
    if endpoint.rate_limit.is_some_and(|rate| !(SLOWEST..=FASTEST).contains(&rate)) {
        return invalid(Fault::OutOfRange("rate_limit", format!("{SLOWEST} … {FASTEST}")));
    }
    if !(SHORTEST_TIMEOUT..=LONGEST_TIMEOUT).contains(&endpoint.timeout_ms) {
        return invalid(Fault::OutOfRange("timeout_ms", format!("{SHORTEST_TIMEOUT} … {LONGEST_TIMEOUT}")));
    }
    if endpoint.headers.len() > MOST_HEADERS {
        return invalid(Fault::TooMany("headers", MOST_HEADERS));
    }
    endpoint.headers.iter().try_for_each(check_header)
}

fn check_header(header: &Header) -> Result<()> {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    let words = if header.name.is_empty() || !header.name.chars().all(is_token) {
        "is no name of a header"
    } else if RESERVED.contains(&header.name.to_ascii_lowercase().as_str()) {
        "is set by Kanso itself"
    } else if !header.value.chars().all(|c| c == '\t' || (' '..='~').contains(&c)) {
        "has a value with characters that a header cannot hold"
    } else if !text::fits(&header.value, LONGEST_HEADER) {
        "has a value that is too long"
    } else {
        return Ok(());
    };
    Err(Error::Invalid(Fault::Header(header.name.clone(), words)))
}

/// Refuses one endpoint more than there may be.
pub(super) async fn check_room(conn: &Conn, project: Option<ProjectId>) -> Result<()> {
    const COUNT: &str =
        "SELECT COUNT(*) FROM endpoints WHERE COALESCE(project_id, 0) = $1 AND origin = 'user'";
    let most = if project.is_some() { MOST_OF_PROJECT } else { MOST_OF_INSTANCE };
    let of = project.map_or(0, ProjectId::get);
    let (count,) = conn.one::<(i64,)>(COUNT, params![of]).await?.unwrap_or_default();
    let limit = usize::try_from(most).unwrap_or_default();
    if count < most { Ok(()) } else { Err(Error::Invalid(Fault::TooMany("endpoints", limit))) }
}
