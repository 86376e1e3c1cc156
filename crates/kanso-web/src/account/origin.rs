//! Where somebody comes from.

use std::net::SocketAddr;

use axum::http::{HeaderMap, header};
use kanso_core::login::Origin;

use crate::reader::text_of;

/// The longest name of a browser that is kept, in characters.
const LONGEST: usize = 300;

/// The browser as it names itself, and the address of the other end.
pub(super) fn origin_of(headers: &HeaderMap, peer: SocketAddr) -> Origin {
    let agent = text_of(headers, header::USER_AGENT).chars().take(LONGEST).collect();
    Origin { agent, address: peer.ip().to_canonical().to_string() }
}
