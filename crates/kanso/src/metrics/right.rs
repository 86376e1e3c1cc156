//! Who may read the figures.

use std::net::SocketAddr;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use subtle::ConstantTimeEq;

/// Whether somebody may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Right {
    /// Yes.
    Granted,
    /// With the token, which was not sent, or another one.
    WithToken,
    /// Not from there, for there is no token.
    Nobody,
}

/// What a reverse proxy adds: who is behind it is not on this machine, though the connection is.
const FORWARDED: [&str; 5] = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/// Whether who asks is on this machine, or has the token. It takes as long whether a token is nearly right or not.
pub(super) fn right(peer: SocketAddr, headers: &HeaderMap, token: Option<&str>) -> Right {
    let is_forwarded = FORWARDED.iter().any(|name| headers.contains_key(*name));
    let is_here = peer.ip().to_canonical().is_loopback() && !is_forwarded;
    let is_token =
        |given: &str| token.is_some_and(|token| bool::from(token.as_bytes().ct_eq(given.as_bytes())));
    match (bearer(headers), token) {
        (Some(given), _) if is_token(given) => Right::Granted,
        (None, _) if is_here => Right::Granted,
        (_, Some(_)) => Right::WithToken,
        (_, None) => Right::Nobody,
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderName;

    use super::*;

    fn asked(peer: &str, headers: &[(&'static str, &str)], token: Option<&str>) -> Right {
        let header =
            |(name, value): &(&'static str, &str)| (HeaderName::from_static(name), value.parse().unwrap());
        right(peer.parse().unwrap(), &headers.iter().map(header).collect(), token)
    }

    #[test]
    fn this_machine_may_read_and_others_need_the_token() {
        for here in ["127.0.0.1:9", "127.3.2.1:9", "[::1]:9", "[::ffff:127.0.0.1]:9"] {
            assert_eq!(asked(here, &[], None), Right::Granted, "{here}");
            assert_eq!(asked(here, &[], Some("t")), Right::Granted, "{here}");
        }
        for elsewhere in ["10.0.0.1:9", "192.0.2.7:9", "[2606:4700::1]:9", "[::ffff:10.0.0.1]:9"] {
            assert_eq!(asked(elsewhere, &[], None), Right::Nobody, "{elsewhere}");
            assert_eq!(asked(elsewhere, &[], Some("t")), Right::WithToken, "{elsewhere}");
            let bearer = [("authorization", "bearer t")];
            assert_eq!(asked(elsewhere, &bearer, Some("t")), Right::Granted, "{elsewhere}");
            assert_eq!(asked(elsewhere, &bearer, None), Right::Nobody, "{elsewhere}");
        }
    }

    #[test]
    fn who_comes_through_a_proxy_is_not_this_machine() {
        for header in FORWARDED {
            assert_eq!(asked("127.0.0.1:9", &[(header, "")], None), Right::Nobody, "{header}");
            let with = [(header, "127.0.0.1"), ("authorization", "Bearer t")];
            assert_eq!(asked("127.0.0.1:9", &with, Some("t")), Right::Granted, "{header}");
        }
    }

    #[test]
    fn a_wrong_token_is_refused_even_here() {
        for value in ["Bearer", "Bearer ", "Bearer tt", "Bearer T", "Basic t"] {
            assert_eq!(
                asked("192.0.2.7:9", &[("authorization", value)], Some("t")),
                Right::WithToken,
                "{value}"
            );
        }
        assert_eq!(asked("127.0.0.1:9", &[("authorization", "Bearer x")], Some("t")), Right::WithToken);
        assert_eq!(asked("127.0.0.1:9", &[("authorization", "Bearer x")], None), Right::Nobody);
    }
}
