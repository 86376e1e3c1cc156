//! A provider of identities that speaks OpenID Connect: discovery, the code flow with PKCE, verified id tokens.

mod claims;
mod config;
mod fetch;
mod token;

use std::sync::Arc;

use kanso_core::identity::{Away, Begun, Claims, Provider};
use kanso_core::{BoxFuture, Clock};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreResponseType,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AuthType, AuthenticationFlow, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl,
    LogoutRequest, Nonce, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl,
    ProviderMetadataWithLogout, RedirectUrl, Scope, StandardErrorResponse, StandardTokenResponse,
};
use parking_lot::Mutex;

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
