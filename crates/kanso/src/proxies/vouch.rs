//! Whom a trusted proxy names. From anybody else the headers are dropped before anything looks at them.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName};
use kanso_core::identity::{Person, Vouched};

/// The longest value that is read, in bytes.
const LONGEST: usize = 4096;

/// The headers in which proxies name people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedBy {
    pub(crate) user: HeaderName,
    pub(crate) email: Option<HeaderName>,
    pub(crate) name: Option<HeaderName>,
    pub(crate) groups: Option<HeaderName>,
}

impl NamedBy {
    /// Takes the headers off a request; what they say goes with it when a trusted proxy brought it.
    pub(super) fn take(&self, request: &mut Request, is_trusted: bool) {
        let vouched = self.vouched(request.headers()).filter(|_| is_trusted);
        let others = [&self.email, &self.name, &self.groups].into_iter().flatten();
        for header in others.chain([&self.user]) {
            request.headers_mut().remove(header);
        }
        if let Some(vouched) = vouched {
            request.extensions_mut().insert(vouched);
        }
    }

    fn vouched(&self, headers: &HeaderMap) -> Option<Vouched> {
        let read = |header: &Option<HeaderName>| header.as_ref().and_then(|header| alone(headers, header));
        // Who puts two headers into one writes a comma between, so such a value names nobody for certain.
        let username = alone(headers, &self.user).filter(|name| !name.contains(','))?;
        let groups = self.groups.as_ref().map(|header| {
            let said = alone(headers, header).unwrap_or_default();
            let parts = said.split([',', '|']).map(str::trim).filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        });
        Some(Vouched(Person {
            username,
            name: read(&self.name).unwrap_or_default(),
            email: read(&self.email).unwrap_or_default(),
            language: String::new(),
            groups,
        }))
    }
}

/// The value of a header that is there once: of two, one may be the client's own.
fn alone(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let mut values = headers.get_all(name).into_iter();
    let (Some(value), None) = (values.next(), values.next()) else { return None };
    let text = std::str::from_utf8(value.as_bytes()).ok()?.trim();
    let is_good = !text.is_empty() && text.len() <= LONGEST && !text.contains(char::is_control);
    is_good.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(headers: &[(&str, &str)], is_trusted: bool) -> (Option<String>, usize) {
        let by = NamedBy {
            user: HeaderName::from_static("remote-user"),
            email: None,
            name: None,
            groups: Some(HeaderName::from_static("remote-groups")),
        };
        let mut request = Request::new(axum::body::Body::empty());
        for (name, value) in headers {
            request.headers_mut().append(name.parse::<HeaderName>().unwrap(), value.parse().unwrap());
        }
        by.take(&mut request, is_trusted);
        let person = request.extensions().get::<Vouched>().map(|Vouched(person)| person.clone());
        let shown =
            person.map(|person| format!("{} {:?}", person.username, person.groups.unwrap_or_default()));
        (shown, request.headers().len())
    }

    #[test]
    fn a_trusted_proxy_names_somebody_and_nothing_is_left_of_it() {
        let said = [("Remote-User", "ada"), ("REMOTE-GROUPS", "staff, chiefs|leads")];
        assert_eq!(named(&said, true), (Some("ada [\"staff\", \"chiefs\", \"leads\"]".to_owned()), 0));
        assert_eq!(named(&said, false), (None, 0));
    }

    #[test]
    fn what_may_be_a_clients_own_names_nobody() {
        for said in [
            &[("remote-user", "eve"), ("remote-user", "ada")][..],
            &[("remote-user", "eve, ada")],
            &[("remote-user", "  ")],
        ] {
            assert_eq!(named(said, true), (None, 0), "{said:?}");
        }
        assert_eq!(named(&[("remote_user", "eve")], true), (None, 1), "another header");
    }
}
