//! A provider of identities that speaks OpenID Connect: discovery, the code flow with PKCE, verified id tokens.

mod claims;
mod config;
mod fetch;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use kanso_core::identity::{Away, Begun, Claims, Provider};
use kanso_core::{BoxFuture, Clock};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreResponseType,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessTokenHash, AuthType, AuthenticationFlow, AuthorizationCode, Client, ClientId, ClientSecret,
    CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields,
    IssuerUrl, LogoutRequest, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    PostLogoutRedirectUrl, ProviderMetadataWithLogout, RedirectUrl, Scope, StandardErrorResponse,
    StandardTokenResponse, TokenResponse, UserInfoClaims,
};
use parking_lot::Mutex;
use serde_json::{Map, Value};

use self::claims::{Rest, merged};
use self::fetch::Way;

pub use config::{BadProvider, OidcConfig};
pub use fetch::{Answer, Fetch, Question};

/// How long what a provider says of itself is believed, in seconds, and its keys.
const BELIEVED: i64 = 3600;
/// How old it is at least when it is asked again because of a key that nobody knows, in seconds: a stranger's token
/// brings about no more than that.
const SETTLED: i64 = 60;

type Tokens = StandardTokenResponse<
    IdTokenFields<
        Rest,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

type Ready = Client<
    Rest,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider of identities.
pub struct Oidc {
    config: OidcConfig,
    issuer: IssuerUrl,
    way: Way,
    clock: Clock,
    /// What it said of itself, and when.
    known: Mutex<Option<(i64, Arc<ProviderMetadataWithLogout>)>>,
}

impl Oidc {
    /// A provider as the operator describes it, which is asked through `fetch`. It is not asked yet.
    ///
    /// # Errors
    ///
    /// When the description makes no sense.
    pub fn new(config: OidcConfig, fetch: Arc<dyn Fetch>, clock: Clock) -> Result<Self, BadProvider> {
        config.check()?;
        let issuer = IssuerUrl::new(config.issuer.clone());
        let issuer = issuer.map_err(|error| BadProvider(format!("KANSO_OIDC_ISSUER: {error}")))?;
        let way = Way { fetch, is_encrypted: config.issuer.starts_with("https://") };
        Ok(Self { config, issuer, way, clock, known: Mutex::default() })
    }

    /// What the provider says of itself, at most this old in seconds.
    async fn metadata(&self, oldest: i64) -> Result<Arc<ProviderMetadataWithLogout>, Away> {
        let now = self.clock.now();
        let known = self.known.lock().clone();
        if let Some((at, metadata)) = known.filter(|(at, _)| now - at < oldest) {
            tracing::trace!(at, "the provider is known");
            return Ok(metadata);
        }
        let found = ProviderMetadataWithLogout::discover_async(self.issuer.clone(), &self.way).await;
        let found = Arc::new(found.map_err(|error| away("discovery", &error))?);
        *self.known.lock() = Some((now, Arc::clone(&found)));
        Ok(found)
    }

    fn client(&self, metadata: &ProviderMetadataWithLogout, back: &str) -> Result<Ready, Away> {
        let id = ClientId::new(self.config.client_id.clone());
        let secret = self.config.client_secret.clone().map(ClientSecret::new);
        let back =
            RedirectUrl::new(back.to_owned()).map_err(|error| away("the address to come back to", &error))?;
        let ways = metadata.token_endpoint_auth_methods_supported();
        let takes_basic = ways.is_none_or(|ways| ways.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let by = if takes_basic { AuthType::BasicAuth } else { AuthType::RequestBody };
        Ok(Ready::from_provider_metadata(metadata.clone(), id, secret)
            .set_redirect_uri(back)
            .set_auth_type(by))
    }

    async fn send_there(&self, back: &str) -> Result<Begun, Away> {
        let client = self.client(&*self.metadata(BELIEVED).await?, back)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let mut request = client.authorize_url(flow, CsrfToken::new_random, Nonce::new_random);
        for scope in self.config.scopes.iter().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        let (url, state, nonce) = request.set_pkce_challenge(challenge).url();
        Ok(Begun {
            url: url.to_string(),
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        })
    }

    async fn receive(&self, back: &str, code: &str, begun: &Begun) -> Result<Claims, Away> {
        let client = self.client(&*self.metadata(BELIEVED).await?, back)?;
        let exchange = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| away("the code", &error))?
            .set_pkce_verifier(PkceCodeVerifier::new(begun.verifier.clone()));
        let tokens = exchange.request_async(&self.way).await.map_err(|error| away("the code", &error))?;
        let mut said = match self.verify(&client, &tokens, begun) {
            Ok(said) => said,
            // Its keys may be other ones by now.
            Err(first) => {
                let fresh = self.client(&*self.metadata(SETTLED).await?, back)?;
                self.verify(&fresh, &tokens, begun).map_err(|_| first)?
            }
        };
        if claims::lacks(&self.config, &said)
            && let Some(more) = self.user_info(&client, &tokens, &said).await?
        {
            said = merged(more, said);
        }
        claims::read(&self.config, &said)
    }

    /// What the id token says, if the provider signed it, for this client, for who was sent, and not too long ago.
    fn verify(&self, client: &Ready, tokens: &Tokens, begun: &Begun) -> Result<Map<String, Value>, Away> {
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
    async fn user_info(
        &self,
        client: &Ready,
        tokens: &Tokens,
        said: &Map<String, Value>,
    ) -> Result<Option<Map<String, Value>>, Away> {
        let subject = said.get("sub").and_then(Value::as_str).unwrap_or_default().to_owned();
        let subject = openidconnect::SubjectIdentifier::new(subject);
        let Ok(request) = client.user_info(tokens.access_token().clone(), Some(subject)) else {
            return Ok(None);
        };
        let info: UserInfoClaims<Rest, CoreGenderClaim> = request
            .request_async(&self.way)
            .await
            .map_err(|error| away("what it says of the person", &error))?;
        object(serde_json::to_value(&info)).map(Some)
    }

    async fn leave(&self, back: &str) -> Option<String> {
        let metadata = self.metadata(BELIEVED).await.ok()?;
        let there = metadata.additional_metadata().end_session_endpoint.clone()?;
        let back = PostLogoutRedirectUrl::new(back.to_owned()).ok()?;
        let request = LogoutRequest::from(there)
            .set_client_id(ClientId::new(self.config.client_id.clone()))
            .set_post_logout_redirect_uri(back);
        Some(request.http_get_url().to_string())
    }
}

fn object(value: serde_json::Result<Value>) -> Result<Map<String, Value>, Away> {
    match value {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err(Away("its claims are no object".to_owned())),
        Err(error) => Err(away("its claims", &error)),
    }
}

/// What is wrong, with all its reasons.
fn away(what: &str, error: &dyn std::error::Error) -> Away {
    let mut text = format!("{what}: {error}");
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    Away(text)
}

impl Provider for Oidc {
    fn issuer(&self) -> &str {
        self.issuer.as_str()
    }

    fn begin<'a>(&'a self, back: &'a str) -> BoxFuture<'a, Result<Begun, Away>> {
        Box::pin(self.send_there(back))
    }

    fn finish<'a>(
        &'a self,
        back: &'a str,
        code: &'a str,
        begun: &'a Begun,
    ) -> BoxFuture<'a, Result<Claims, Away>> {
        Box::pin(self.receive(back, code, begun))
    }

    fn sign_out<'a>(&'a self, back: &'a str) -> BoxFuture<'a, Option<String>> {
        Box::pin(self.leave(back))
    }
}
