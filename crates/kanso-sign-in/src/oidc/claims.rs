//! What a provider says of a person.

use kanso_core::identity::{Away, Claims, Person};
use openidconnect::AdditionalClaims;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::config::OidcConfig;

/// All claims that the standard does not name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Rest {
    #[serde(flatten)]
    all: Map<String, Value>,
}

impl AdditionalClaims for Rest {}

/// Whether asking once more could tell something that is needed.
pub(super) fn lacks(config: &OidcConfig, said: &Map<String, Value>) -> bool {
    let wanted = [config.username_claim.as_str(), "email", "name", config.groups_claim.as_str()];
    wanted.into_iter().any(|claim| find(said, claim).is_none())
}

/// What was told when asked, under what was signed.
pub(super) fn merged(told: Map<String, Value>, signed: Map<String, Value>) -> Map<String, Value> {
    let mut all = told;
    // An address is verified by who says it, so the two stay together.
    if signed.contains_key("email") {
        all.remove("email_verified");
    }
    all.extend(signed.into_iter().filter(|(_, value)| !value.is_null()));
    all
}

pub(super) fn read(config: &OidcConfig, said: &Map<String, Value>) -> Result<Claims, Away> {
    let text = |claim: &str| find(said, claim).and_then(Value::as_str).unwrap_or_default().to_owned();
    let subject = text("sub");
    if subject.is_empty() {
        return Err(Away("it has no name for the person".to_owned()));
    }
    let person = Person {
        username: text(&config.username_claim),
        name: text("name"),
        email: text("email"),
        language: text("locale").replace('-', "_"),
        groups: find(said, &config.groups_claim).map(groups),
    };
    // Some write it as a text.
    let has_verified_email = match said.get("email_verified") {
        Some(Value::Bool(is)) => *is,
        Some(Value::String(is)) => is == "true",
        _ => false,
    };
    Ok(Claims { subject, person, has_verified_email })
}

/// The claim of this name, or the one that its dots lead to.
fn find<'a>(said: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    if let Some(value) = said.get(name) {
        return Some(value).filter(|value| !value.is_null());
    }
    let (outer, inner) = name.split_once('.')?;
    find(said.get(outer)?.as_object()?, inner)
}

/// A list, or one alone.
fn groups(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::String(one) => vec![one.clone()],
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> OidcConfig {
        OidcConfig {
            issuer: "https://id.example".to_owned(),
            client_id: "kanso".to_owned(),
            client_secret: None,
            scopes: Vec::new(),
            username_claim: "preferred_username".to_owned(),
            groups_claim: "realm_access.roles".to_owned(),
        }
    }

    fn said(json: &str) -> Map<String, Value> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn claims_are_found_by_their_name_or_by_dots() {
        let all = said(
            r#"{"sub": "1", "preferred_username": "ada", "realm_access": {"roles": ["staff", 3]},
                "email": "ada@example.org", "email_verified": "true", "locale": "fr-FR"}"#,
        );
        let claims = read(&config(), &all).unwrap();
        assert_eq!(claims.person.groups, Some(vec!["staff".to_owned()]));
        assert!(claims.has_verified_email && claims.person.language == "fr_FR");
        assert!(lacks(&config(), &all), "the name");
        assert!(read(&config(), &said("{}")).is_err());
    }

    #[test]
    fn what_was_signed_wins_and_no_address_is_verified_by_another() {
        let signed = said(r#"{"sub": "1", "email": "boss@example.org", "name": null}"#);
        let told = said(r#"{"sub": "1", "email": "eve@example.org", "email_verified": true, "name": "Eve"}"#);
        let claims = read(&config(), &merged(told, signed)).unwrap();
        assert_eq!((claims.person.email.as_str(), claims.has_verified_email), ("boss@example.org", false));
        assert_eq!(claims.person.name, "Eve");
    }
}
