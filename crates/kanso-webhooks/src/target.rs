//! Where an endpoint's requests go and what goes with each, worked out once.

use hyper::Uri;
use kanso_core::endpoint::{Endpoint, Format, Header};
use url::{Url, form_urlencoded};

use crate::body::address;
use crate::guard::{Guard, Refusal};
use crate::sign::Signer;

/// What stands in logs instead of what is secret.
pub(crate) const HIDDEN: &str = "***";

/// The shortest part of a secret header that is looked for by itself, in bytes: `1` is in every answer.
const SHORTEST_WORD: usize = 8;

/// An endpoint ready to be sent to.
// No `Debug`: secrets must not end in debug output.
pub(crate) struct Target {
    pub(crate) uri: Uri,
    /// Path and query for the log, without the token.
    pub(crate) shown: String,
    /// Host and port for the log.
    pub(crate) host: String,
    pub(crate) format: Format,
    /// The endpoint's own headers.
    pub(crate) headers: Vec<Header>,
    pub(crate) signer: Signer,
    secrets: Secrets,
}

/// Token and secret headers, in all forms in which an answer may echo them, the longest first.
struct Secrets(Vec<String>);

impl Target {
    /// Reads an endpoint. In Kanboard's formats the token goes into the query as Kanboard puts it there; the rest
    /// of the query is not touched, for it may be signed.
    pub(crate) fn new(guard: Guard, endpoint: &Endpoint) -> Result<Self, Refusal> {
        if endpoint.has_lost_secrets {
            return Err(Refusal::SecretsLost);
        }
        let mut url = guard.parse(&address(endpoint.format, endpoint.url.trim()))?;
        url.set_fragment(None);
        let token = if endpoint.format.is_kanboards() { endpoint.token.as_str() } else { "" };
        let encoded: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
        let full = with_token(&url, &encoded);
        let uri: Uri = full.parse().map_err(|error| Refusal::NotAnAddress(format!("{error}")))?;
        let shown = with_token(&url, if token.is_empty() { "" } else { HIDDEN });
        let start = url[..url::Position::BeforePath].len();
        let host = url[url::Position::BeforeHost..url::Position::AfterPort].to_owned();
        let secrets = Secrets::of(token, &endpoint.headers);
        let shown = secrets.hide(&shown[start..]);
        let (headers, signer) = (endpoint.headers.clone(), Signer::new(&endpoint.keys));
        Ok(Self { uri, shown, host, format: endpoint.format, headers, signer, secrets })
    }

    /// Takes token and secret headers out of a text.
    pub(crate) fn hide_secrets(&self, text: &str) -> String {
        self.secrets.hide(text)
    }

    /// How long the longest form of a secret is.
    pub(crate) fn longest_secret(&self) -> usize {
        self.secrets.0.first().map_or(0, String::len)
    }
}

fn with_token(url: &Url, token: &str) -> String {
    match (token, url.query()) {
        ("", _) => url.as_str().to_owned(),
        (token, None) => format!("{url}?token={token}"),
        (token, Some(_)) => format!("{url}&token={token}"),
    }
}

impl Secrets {
    fn of(token: &str, headers: &[Header]) -> Self {
        let values = headers.iter().filter(|header| header.secret).map(|header| header.value.as_str());
        // `Bearer SECRET`: an answer may repeat the second word alone.
        let words = values.clone().filter_map(|value| value.split_once(' ').map(|(_, rest)| rest));
        let words = words.filter(|word| word.len() >= SHORTEST_WORD);
        let secrets = [token].into_iter().chain(values).chain(words).map(str::trim);
        let mut forms: Vec<String> = secrets.flat_map(forms).filter(|form| !form.is_empty()).collect();
        forms.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        forms.dedup();
        Self(forms)
    }

    fn hide(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, form| text.replace(form, HIDDEN))
    }
}

/// A secret as it is, in a query, and in JSON.
fn forms(secret: &str) -> [String; 3] {
    let quoted = serde_json::Value::from(secret).to_string();
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or_default();
    [secret.to_owned(), form_urlencoded::byte_serialize(secret.as_bytes()).collect(), inner.to_owned()]
}

#[cfg(test)]
mod tests {
    use kanso_core::endpoint::NewEndpoint;

    use super::*;
    use crate::guard::Reach;

    fn target(address: &str, token: &str, format: Format, headers: &[(&str, bool)]) -> Target {
        let header = |(value, secret): &(&str, bool)| Header {
            name: "X-Key".to_owned(),
            value: (*value).to_owned(),
            secret: *secret,
        };
        let endpoint = NewEndpoint {
            url: address.to_owned(),
            token: token.to_owned(),
            format,
            headers: headers.iter().map(header).collect(),
            ..NewEndpoint::default()
        };
        Target::new(Guard::new(Reach::default()), &endpoint.draft(0)).unwrap()
    }

    #[test]
    fn the_token_joins_the_query_in_kanboards_formats() {
        let cases = [
            ("https://a.example", "t", "https://a.example/?token=t"),
            ("https://a.example/x?b=%7e&c", "t", "https://a.example/x?b=%7e&c&token=t"),
            ("https://a.example/?", "t", "https://a.example/?&token=t"),
            ("https://a.example/#f", "t", "https://a.example/?token=t"),
            ("https://a.example/", "a b&c", "https://a.example/?token=a+b%26c"),
            ("https://a.example/x?b", "", "https://a.example/x?b"),
        ];
        for (address, token, expected) in cases {
            assert_eq!(target(address, token, Format::Kanboard2016, &[]).uri, expected, "{address}");
        }
        assert_eq!(target("https://a.example/x", "t", Format::Standard, &[]).uri, "https://a.example/x");
    }

    #[test]
    fn the_log_shows_the_address_without_the_token() {
        let target = target("https://a.example:8443/x?b=1", "s3cret", Format::Kanboard12, &[]);
        assert_eq!(target.shown, "/x?b=1&token=***");
        assert_eq!(target.host, "a.example:8443");
        assert_eq!(target.hide_secrets("you sent s3cret"), "you sent ***");
    }

    #[test]
    fn secret_headers_are_hidden_however_they_are_echoed() {
        let headers = [("Bearer a\"b/c-de", true), ("shown", false)];
        let target = target("https://a.example/", "", Format::Standard, &headers);
        let echo =
            r#"{"auth": "Bearer a\"b/c-de", "q": "Bearer+a%22b%2Fc-de", "key": "a"b/c-de", "x": "shown"}"#;
        let expected = r#"{"auth": "***", "q": "***", "key": "***", "x": "shown"}"#;
        assert_eq!(target.hide_secrets(echo), expected);
        assert_eq!(target.longest_secret(), "Bearer+a%22b%2Fc-de".len());
    }
}
