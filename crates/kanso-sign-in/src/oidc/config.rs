//! What the operator says of a provider.

use url::Url;

/// A provider as the operator describes it.
#[derive(Clone)]
pub struct OidcConfig {
    /// Its address, exactly as it calls itself.
    pub issuer: String,
    pub client_id: String,
    /// None for a client that has no secret, which PKCE makes safe enough.
    pub client_secret: Option<String>,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// The claim with the user name.
    pub username_claim: String,
    /// The claim with the groups; with dots for one in another, such as `realm_access.roles`.
    pub groups_claim: String,
}

/// What makes no provider, in words for the operator.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadProvider(pub String);

impl OidcConfig {
    pub(super) fn check(&self) -> Result<(), BadProvider> {
        let bad = |text: &str| Err(BadProvider(text.to_owned()));
        let is_web = |url: &Url| matches!(url.scheme(), "http" | "https") && url.query().is_none();
        if !Url::parse(&self.issuer).is_ok_and(|url| is_web(&url)) {
            return bad("KANSO_OIDC_ISSUER is no web address: write it as the provider does, such as \
                        https://id.example.org/realms/team");
        }
        if self.client_id.trim().is_empty() {
            return bad("KANSO_OIDC_CLIENT_ID is missing: what the provider calls this application");
        }
        if self.username_claim.is_empty() || self.groups_claim.is_empty() {
            return bad("KANSO_OIDC_USERNAME_CLAIM and KANSO_OIDC_GROUPS_CLAIM cannot be empty");
        }
        Ok(())
    }
}
