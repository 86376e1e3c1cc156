//! What an entry says of a person.

use kanso_core::identity::Person;
use ldap3::SearchEntry;

use super::config::LdapConfig;

/// A person in the directory.
pub(super) struct Found {
    /// What the entry is called.
    pub(super) dn: String,
    pub(super) person: Person,
}

impl Found {
    pub(super) fn read(config: &LdapConfig, entry: &SearchEntry) -> Self {
        let first = |attribute: &str| values(entry, attribute).first().cloned().unwrap_or_default();
        let language = config.language.as_deref().map(first).unwrap_or_default();
        let person = Person {
            username: first(&config.username),
            name: first(&config.name),
            email: first(&config.email),
            language: language.replace('-', "_"),
            groups: Some(values(entry, &config.groups).to_vec()),
        };
        Self { dn: entry.dn.clone(), person }
    }
}

/// The values of an attribute, however the directory writes its name.
fn values<'a>(entry: &'a SearchEntry, attribute: &str) -> &'a [String] {
    let found = entry.attrs.iter().find(|(name, _)| name.eq_ignore_ascii_case(attribute));
    found.map(|(_, values)| values.as_slice()).unwrap_or_default()
}
