//! Who calls: HTTP Basic, or the header that the operator chose.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::header::AUTHORIZATION;
use axum::http::{Extensions, HeaderMap};
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use kanso_core::user::{Door, authenticate, authenticate_token, is_shut_out, note_wrong_guess};
use kanso_core::{Actor, App, Conflict, Error, Result};
use subtle::ConstantTimeEq;

use crate::ApiConfig;

/// The user name that comes with the application's token; no account is ever asked for it.
const APPLICATION: &str = "jsonrpc";

/// The actor whose credentials the request carries; `None` when it carries none or wrong ones, or so many wrong ones
/// came from the address `from` that it is shut out.
pub(crate) async fn identify(
    app: &App,
    headers: &HeaderMap,
    from: Option<IpAddr>,
    config: &ApiConfig,
) -> Result<Option<Actor>> {
    let header = config.authentication_header.as_deref();
    let Some((user, secret)) = credentials(headers, header) else { return Ok(None) };
    if user == APPLICATION {
        if !is_shut_out(app, from) && is_applications(app, config, &secret) {
            return Ok(Some(Actor::Application));
        }
        note_wrong_guess(app, from, &user, &secret);
        return Ok(None);
    }
    match authenticate(app, &user, &secret, Door::Api, from).await {
        // Whoever stays out is as good as unknown here.
        Err(Error::Conflict(Conflict::NotLetIn(_))) => Ok(None),
        known => Ok(known?.map(Actor::User)),
    }
}

/// The address that a request comes from.
pub(crate) fn address(extensions: &Extensions) -> Option<IpAddr> {
    extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip())
}

/// The same, or the actor whose token comes without a name, as a bearer token.
pub(crate) async fn identify_by_any(
    app: &App,
    headers: &HeaderMap,
    from: Option<IpAddr>,
    config: &ApiConfig,
) -> Result<Option<Actor>> {
    let Some(token) = bearer(headers) else { return identify(app, headers, from, config).await };
    if is_applications(app, config, token) {
        return Ok(Some(Actor::Application));
    }
    Ok(authenticate_token(app, token).await?.map(Actor::User))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then_some(token.trim())
}

/// Whether it is the application's token, told in the time that any other takes.
fn is_applications(app: &App, config: &ApiConfig, secret: &str) -> bool {
    let settings = app.settings();
    let token = config.authentication_token.as_deref().unwrap_or_else(|| settings.get("api_token"));
    !token.is_empty() && bool::from(token.as_bytes().ct_eq(secret.as_bytes()))
}

/// User name and secret. The operator's header wins when it is there; as in Kanboard, a secret with a colon works
/// with Basic only.
fn credentials(headers: &HeaderMap, other: Option<&str>) -> Option<(String, String)> {
    let chosen = other.and_then(|name| headers.get(name));
    let encoded = match chosen {
        Some(value) => value.to_str().ok()?,
        None => {
            let (scheme, encoded) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
            scheme.eq_ignore_ascii_case("Basic").then_some(encoded)?
        }
    };
    let decoded = String::from_utf8(BASE64.decode(encoded.trim()).ok()?).ok()?;
    let (user, secret) = decoded.split_once(':')?;
    let is_whole = chosen.is_none() || !secret.contains(':');
    is_whole.then(|| (user.to_owned(), secret.to_owned()))
}

/// Clients differ in whether they fill up with `=`.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &'static str, value: &str, other: Option<&str>) -> Option<(String, String)> {
        let headers = HeaderMap::from_iter([(
            axum::http::HeaderName::from_static(name),
            axum::http::HeaderValue::from_str(value).unwrap(),
        )]);
        credentials(&headers, other)
    }

    fn pair(user: &str, secret: &str) -> Option<(String, String)> {
        Some((user.to_owned(), secret.to_owned()))
    }

    #[test]
    fn basic_credentials_are_read() {
        assert_eq!(read("authorization", "Basic YWxpY2U6YTpi", None), pair("alice", "a:b"));
        assert_eq!(read("authorization", "basic YWxpY2U6", None), pair("alice", ""));
        assert_eq!(read("authorization", "Basic w6k6w6k=", None), pair("é", "é"));
        assert_eq!(read("authorization", "Basic w6k6w6k", None), pair("é", "é"));
        for odd in ["Basic", "Basic !", "Basic YWxpY2U=", "Bearer YWxpY2U6YTpi", ""] {
            assert_eq!(read("authorization", odd, None), None, "{odd}");
        }
    }

    #[test]
    fn the_chosen_header_is_read_only_when_it_was_chosen() {
        assert_eq!(read("x-api-auth", "YWxpY2U6YQ==", Some("X-API-Auth")), pair("alice", "a"));
        assert_eq!(read("x-api-auth", "YWxpY2U6YQ==", None), None);
        assert_eq!(read("x-api-auth", "YWxpY2U6YTpi", Some("X-API-Auth")), None);
        assert_eq!(read("authorization", "Basic YWxpY2U6YQ==", Some("X-API-Auth")), pair("alice", "a"));
    }
}
