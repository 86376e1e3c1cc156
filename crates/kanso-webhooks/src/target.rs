//! Where an endpoint's requests go, worked out once.

use hyper::Uri;
use url::{Url, form_urlencoded};

use crate::guard::{Guard, Refusal};

/// What stands in logs instead of the token.
const HIDDEN: &str = "***";

/// An address with its token, ready to be sent to.
// No `Debug`: the token must not end in debug output.
#[derive(Clone)]
pub(crate) struct Target {
    pub(crate) uri: Uri,
    /// Path and query for the log, without the token.
    pub(crate) shown: String,
    /// Host and port for the log.
    pub(crate) host: String,
    secret: Secret,
}

/// The token, in the forms in which an answer may echo it.
#[derive(Clone)]
struct Secret {
    plain: String,
    encoded: String,
}

impl Target {
    /// Reads an endpoint's address. The token goes into the query as Kanboard puts it there; the rest of the
    /// query is not touched, for it may be signed.
    pub(crate) fn new(guard: Guard, address: &str, token: &str) -> Result<Self, Refusal> {
        let mut url = guard.parse(address.trim())?;
        url.set_fragment(None);
        let secret = Secret {
            plain: token.to_owned(),
            encoded: form_urlencoded::byte_serialize(token.as_bytes()).collect(),
        };
        let full = with_token(&url, &secret.encoded);
        let uri: Uri = full.parse().map_err(|error| Refusal::NotAnAddress(format!("{error}")))?;
        let shown = with_token(&url, if token.is_empty() { "" } else { HIDDEN });
        let start = url[..url::Position::BeforePath].len();
        let host = url[url::Position::BeforeHost..url::Position::AfterPort].to_owned();
        let shown = secret.hide(&shown[start..]);
        Ok(Self { uri, shown, host, secret })
    }

    /// Takes the token out of a text.
    pub(crate) fn hide_token(&self, text: &str) -> String {
        self.secret.hide(text)
    }

    /// How long the longest form of the token is.
    pub(crate) fn token_length(&self) -> usize {
        self.secret.encoded.len().max(self.secret.plain.len())
    }
}

fn with_token(url: &Url, token: &str) -> String {
    match (token, url.query()) {
        ("", _) => url.as_str().to_owned(),
        (token, None) => format!("{url}?token={token}"),
        (token, Some(_)) => format!("{url}&token={token}"),
    }
}

impl Secret {
    fn hide(&self, text: &str) -> String {
        if self.plain.is_empty() {
            return text.to_owned();
        }
        text.replace(&self.plain, HIDDEN).replace(&self.encoded, HIDDEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::Reach;

    fn target(address: &str, token: &str) -> Target {
        Target::new(Guard::new(Reach::default()), address, token).unwrap()
    }

    #[test]
    fn the_token_joins_the_query() {
        let cases = [
            ("https://a.example", "t", "https://a.example/?token=t"),
            ("https://a.example/x?b=%7e&c", "t", "https://a.example/x?b=%7e&c&token=t"),
            ("https://a.example/?", "t", "https://a.example/?&token=t"),
            ("https://a.example/#f", "t", "https://a.example/?token=t"),
            ("https://a.example/", "a b&c", "https://a.example/?token=a+b%26c"),
            ("https://a.example/x?b", "", "https://a.example/x?b"),
        ];
        for (address, token, expected) in cases {
            assert_eq!(target(address, token).uri, expected, "{address}");
        }
    }

    #[test]
    fn the_log_shows_the_address_without_the_token() {
        let target = target("https://a.example:8443/x?b=1", "s3cret");
        assert_eq!(target.shown, "/x?b=1&token=***");
        assert_eq!(target.host, "a.example:8443");
        assert_eq!(target.hide_token("you sent s3cret"), "you sent ***");
    }
}
