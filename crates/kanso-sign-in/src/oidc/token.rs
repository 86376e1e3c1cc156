//! What stands in a provider's token, and what it tells when it is asked.

use chrono::{DateTime, Utc};
use kanso_core::identity::{Away, Begun};
use openidconnect::core::{CoreGenderClaim, CoreJwsSigningAlgorithm};
use openidconnect::{
    AccessTokenHash, Nonce, OAuth2TokenResponse, SubjectIdentifier, TokenResponse, UserInfoClaims,
};
use serde_json::{Map, Value};

use super::claims::Rest;
use super::{Oidc, Ready, Tokens, away};

impl Oidc {
    /// What the id token says, if the provider signed it, for this client, for who was sent, and not too long ago.
    pub(super) fn verify(
        &self,
        client: &Ready,
        tokens: &Tokens,
        begun: &Begun,
    ) -> Result<Map<String, Value>, Away> {
        use CoreJwsSigningAlgorithm as By;
        let now = self.clock.now();
        let token = tokens.id_token().ok_or_else(|| Away("it gives no id token".to_owned()))?;
        let verifier = client
            .id_token_verifier()
            // Not with the client's secret, which is no key, and never with nothing.
            .set_allowed_algs([
                By::RsaSsaPkcs1V15Sha256,
                By::RsaSsaPkcs1V15Sha384,
                By::RsaSsaPkcs1V15Sha512,
                By::RsaSsaPssSha256,
                By::RsaSsaPssSha384,
                By::RsaSsaPssSha512,
                By::EcdsaP256Sha256,
                By::EcdsaP384Sha384,
                By::EdDsa,
            ])
            .set_time_fn(move || DateTime::<Utc>::from_timestamp(now, 0).unwrap_or_default());
        let nonce = Nonce::new(begun.nonce.clone());
        let claims = token.claims(&verifier, &nonce).map_err(|error| away("the id token", &error))?;
        if let Some(expected) = claims.access_token_hash() {
            let bad = |error: &dyn std::error::Error| away("the access token", error);
            let by = token.signing_alg().map_err(|error| bad(&error))?;
            let key = token.signing_key(&verifier).map_err(|error| bad(&error))?;
            let hash = AccessTokenHash::from_token(tokens.access_token(), by, key);
            if hash.map_err(|error| bad(&error))? != *expected {
                return Err(Away("the access token is not that of the id token".to_owned()));
            }
        }
        object(serde_json::to_value(claims))
    }

    /// What the provider says of the person when it is asked; `None` where it cannot be.
    pub(super) async fn user_info(
        &self,
        client: &Ready,
        tokens: &Tokens,
        said: &Map<String, Value>,
    ) -> Result<Option<Map<String, Value>>, Away> {
        let subject = said.get("sub").and_then(Value::as_str).unwrap_or_default().to_owned();
        let subject = SubjectIdentifier::new(subject);
        let Ok(request) = client.user_info(tokens.access_token().clone(), Some(subject)) else {
            return Ok(None);
        };
        let info: UserInfoClaims<Rest, CoreGenderClaim> = request
            .request_async(&self.way)
            .await
            .map_err(|error| away("what it says of the person", &error))?;
        object(serde_json::to_value(&info)).map(Some)
    }
}

fn object(value: serde_json::Result<Value>) -> Result<Map<String, Value>, Away> {
    match value {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err(Away("its claims are no object".to_owned())),
        Err(error) => Err(away("its claims", &error)),
    }
}
