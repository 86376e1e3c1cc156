//! What the operator says of a directory.

use std::path::PathBuf;

use ldap3::dn_escape;
use url::Url;

/// A directory as the operator describes it.
#[derive(Clone, Debug)]
pub struct LdapConfig {
    /// `ldaps://host:636`, or `ldap://host:389` for StartTLS; with `?tls=none` for neither.
    pub url: String,
    /// A PEM file with the authority that its certificate is of, in place of the machine's.
    pub authority: Option<PathBuf>,
    /// Who asks it for people.
    pub bind: Bind,
    /// Where people are.
    pub base: String,
    /// What finds a person, with `%s` for the name that was typed.
    pub filter: String,
    /// The attribute with the user name.
    pub username: String,
    /// The attribute with the name to show.
    pub name: String,
    /// The attribute with the e-mail address.
    pub email: String,
    /// The attribute with the language, if one has it.
    pub language: Option<String>,
    /// The attribute with the groups that a person is in.
    pub groups: String,
    /// Where groups are and what finds those of a person, with `%s` for the user name and `%d` for the entry's name, in
    /// place of the attribute.
    pub group_search: Option<(String, String)>,
    /// How long an answer is waited for, in seconds.
    pub seconds: u64,
}

/// Who asks a directory for people.
#[derive(Clone, PartialEq, Eq)]
pub enum Bind {
    /// Anybody may ask.
    Nobody,
    /// An account for it.
    Service { dn: String, password: String },
    /// Each person themselves, under the name that the template makes of `%s`.
    Person { template: String },
}

impl std::fmt::Debug for Bind {
    // No password ends in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nobody => f.write_str("Nobody"),
            Self::Service { dn, .. } => write!(f, "Service({dn})"),
            Self::Person { template } => write!(f, "Person({template})"),
        }
    }
}

/// What makes no directory, in words for the operator.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadDirectory(pub String);

/// How the way to a directory is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tls {
    Always,
    Upgraded,
    Never,
}

impl LdapConfig {
    pub(super) fn check(&self) -> Result<(), BadDirectory> {
        self.tls()?;
        let bad = |text: &str| Err(BadDirectory(text.to_owned()));
        if self.base.trim().is_empty() {
            return bad("KANSO_LDAP_BASE is missing: where people are, such as ou=people,dc=example,dc=org");
        }
        if !self.filter.contains("%s") || !self.filter.trim().starts_with('(') {
            return bad(
                "KANSO_LDAP_FILTER must stand in parentheses and have %s for the name, such as (uid=%s)",
            );
        }
        match &self.bind {
            Bind::Person { template } if !template.contains("%s") => bad(
                "KANSO_LDAP_USER_DN must have %s for the name, such as uid=%s,ou=people,dc=example,dc=org",
            ),
            Bind::Service { dn, password } if dn.is_empty() || password.is_empty() => {
                bad("KANSO_LDAP_BIND_DN and KANSO_LDAP_BIND_PASSWORD go together, and neither may be empty")
            }
            Bind::Nobody | Bind::Service { .. } | Bind::Person { .. } => Ok(()),
        }
    }

    /// How the way is encrypted; the address says it.
    pub(super) fn tls(&self) -> Result<Tls, BadDirectory> {
        let bad = |text: String| BadDirectory(format!("KANSO_LDAP_URL {text}"));
        let url = Url::parse(&self.url).map_err(|error| bad(format!("is no address: {error}")))?;
        if url.host_str().is_none_or(str::is_empty) || !url.username().is_empty() {
            return Err(bad("must be ldaps://host or ldap://host, without a user name".to_owned()));
        }
        match (url.scheme(), url.query()) {
            ("ldaps", None) => Ok(Tls::Always),
            ("ldap", None | Some("tls=required")) => Ok(Tls::Upgraded),
            ("ldap", Some("tls=none")) => Ok(Tls::Never),
            _ => Err(bad("must be ldaps://host, ldap://host (StartTLS) or ldap://host?tls=none".to_owned())),
        }
    }

    /// The attributes that are asked for.
    pub(super) fn attributes(&self) -> Vec<&str> {
        let always = [&self.username, &self.name, &self.email, &self.groups];
        always.into_iter().chain(self.language.as_ref()).map(String::as_str).collect()
    }
}

/// The name that somebody binds under: where it is a distinguished name, what was typed is a value in it.
pub(super) fn fill(template: &str, username: &str) -> String {
    let is_dn = template.contains('=');
    template.replace("%s", &if is_dn { dn_escape(username) } else { username.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(url: &str, filter: &str, bind: Bind) -> Result<(), BadDirectory> {
        LdapConfig {
            url: url.to_owned(),
            authority: None,
            bind,
            base: "dc=example".to_owned(),
            filter: filter.to_owned(),
            username: "uid".to_owned(),
            name: "cn".to_owned(),
            email: "mail".to_owned(),
            language: None,
            groups: "memberOf".to_owned(),
            group_search: None,
            seconds: 10,
        }
        .check()
    }

    #[test]
    fn what_makes_no_sense_is_refused_in_words() {
        assert_eq!(described("ldaps://ldap.example.org", "(uid=%s)", Bind::Nobody), Ok(()));
        for (url, filter, bind, word) in [
            ("http://ldap.example.org", "(uid=%s)", Bind::Nobody, "ldaps://host"),
            ("ldaps://ldap.example.org?tls=none", "(uid=%s)", Bind::Nobody, "ldaps://host"),
            ("ldap://cn=me:pw@ldap.example.org", "(uid=%s)", Bind::Nobody, "KANSO_LDAP_URL"),
            ("ldap://ldap.example.org", "(uid=me)", Bind::Nobody, "KANSO_LDAP_FILTER"),
            ("ldap://ldap.example.org", "uid=%s", Bind::Nobody, "KANSO_LDAP_FILTER"),
            ("ldap://h", "(uid=%s)", Bind::Person { template: "uid=me".to_owned() }, "KANSO_LDAP_USER_DN"),
            (
                "ldap://h",
                "(uid=%s)",
                Bind::Service { dn: "cn=kanso".to_owned(), password: String::new() },
                "KANSO_LDAP_BIND_PASSWORD",
            ),
        ] {
            let refused = described(url, filter, bind).unwrap_err().to_string();
            assert!(refused.contains(word), "{url} {filter}: {refused}");
        }
    }

    #[test]
    fn a_name_stays_one_value_of_a_distinguished_name() {
        assert_eq!(fill("uid=%s,dc=example", "ada,ou=chiefs"), "uid=ada\\2cou\\3dchiefs,dc=example");
        assert_eq!(fill("%s@example.org", "ada"), "ada@example.org");
    }
}
