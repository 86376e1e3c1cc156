//! A provider of identities of its own, which lies when the test wants it to.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use kanso_core::Clock;
use parking_lot::Mutex;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// A provider that speaks OpenID Connect, on a port of its own.
pub struct IdentityProvider {
    url: String,
    shared: Arc<Mutex<Shared>>,
    _serving: JoinSet<()>,
}

/// What is wrong with what it answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lie {
    #[default]
    None,
    /// The token is for another application.
    Audience,
    /// The token answers somebody else's visit.
    Nonce,
    /// The token is of another provider.
    Issuer,
    /// The token is too old.
    Expired,
    /// The token is signed with nothing.
    NoSignature,
    /// The token is signed with the application's secret.
    Secret,
    /// The token is signed with a key that the provider does not show.
    OtherKey,
    /// The answer comes back with another provider's name.
    MixedUp,
    /// The browser comes back with another state.
    State,
    /// What it tells when it is asked is of somebody else.
    OtherPerson,
    /// There is no code, but an excuse.
    Refusal,
}

struct Shared {
    url: String,
    clock: Clock,
    key: EcdsaKeyPair,
    other_key: EcdsaKeyPair,
    lie: Lie,
    /// What stands in the token, and what is told when it is asked.
    claims: Value,
    told: Value,
    /// The codes that were given, with nonce and challenge.
    codes: HashMap<String, (String, String)>,
    given: usize,
}

/// What the provider calls the application, and the secret between them.
const CLIENT: (&str, &str) = ("kanso", "between us");

impl IdentityProvider {
    /// Starts one that tells the time by this clock.
    pub async fn start(clock: &Clock) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let shared = Arc::new(Mutex::new(Shared {
            url: url.clone(),
            clock: clock.clone(),
            key: new_key(),
            other_key: new_key(),
            lie: Lie::None,
            claims: json!({}),
            told: json!({}),
            codes: HashMap::new(),
            given: 0,
        }));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .route("/userinfo", get(user_info))
            .with_state(Arc::clone(&shared));
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let _ = axum::serve(listener, routes).await;
        });
        Self { url, shared, _serving: serving }
    }

    /// What it calls itself.
    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// What the application says to it.
    pub const fn client() -> (&'static str, &'static str) {
        CLIENT
    }

    /// Whoever comes from now on is this person: what stands in the token, and what is told when it is asked.
    pub fn knows(&self, claims: Value, told: Value) {
        let mut shared = self.shared.lock();
        (shared.claims, shared.told) = (claims, told);
    }

    /// Has it lie from now on.
    pub fn lies(&self, lie: Lie) {
        self.shared.lock().lie = lie;
    }

    /// Gives it other keys.
    pub fn renews_its_keys(&self) {
        self.shared.lock().key = new_key();
    }

    /// Goes where a browser was sent, is let in, and answers the path with which the browser comes back.
    pub async fn visit(&self, address: &str) -> String {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build();
        let answer = client.expect("a client").get(address).send().await.expect("it answers");
        let back = answer.headers()["location"].to_str().expect("an address").to_owned();
        let path = back.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
        format!("/{}", path.expect("an address").1)
    }
}

fn new_key() -> EcdsaKeyPair {
    let (kind, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
    let document = EcdsaKeyPair::generate_pkcs8(kind, &random).expect("a key");
    EcdsaKeyPair::from_pkcs8(kind, document.as_ref(), &random).expect("a key")
}

type Known = State<Arc<Mutex<Shared>>>;

async fn discovery(State(shared): Known) -> Json<Value> {
    let url = shared.lock().url.clone();
    Json(json!({
        "issuer": url,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "userinfo_endpoint": format!("{url}/userinfo"),
        "jwks_uri": format!("{url}/keys"),
        "end_session_endpoint": format!("{url}/bye"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
}

async fn keys(State(shared): Known) -> Json<Value> {
    let shared = shared.lock();
    let point = shared.key.public_key().as_ref();
    let (x, y) = (&point[1..33], &point[33..65]);
    let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    Json(
        json!({"keys": [{"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "x": text(x), "y": text(y)}]}),
    )
}

async fn authorize(State(shared): Known, Query(asked): Query<HashMap<String, String>>) -> Redirect {
    let mut shared = shared.lock();
    assert_eq!(asked["code_challenge_method"], "S256", "the code is bound to who asked");
    shared.given += 1;
    let code = format!("code-{}", shared.given);
    shared.codes.insert(code.clone(), (asked["nonce"].clone(), asked["code_challenge"].clone()));
    let state = if shared.lie == Lie::State { "another" } else { &asked["state"] };
    let issuer = if shared.lie == Lie::MixedUp { "https://evil.example" } else { &shared.url };
    let answer =
        if shared.lie == Lie::Refusal { "error=access_denied".to_owned() } else { format!("code={code}") };
    let back = &asked["redirect_uri"];
    let encoded = |text: &str| text.replace(':', "%3A").replace('/', "%2F");
    Redirect::to(&format!("{back}?{answer}&state={state}&iss={}", encoded(issuer)))
}

/// A code is taken as often as it is brought: that none counts twice is the application's business, too.
async fn token(
    State(shared): Known,
    headers: HeaderMap,
    Form(asked): Form<HashMap<String, String>>,
) -> Response {
    let shared = shared.lock();
    let basic = format!("Basic {}", STANDARD.encode(format!("{}:{}", CLIENT.0, CLIENT.1.replace(' ', "+"))));
    let is_client = headers.get("authorization").is_some_and(|given| given.as_bytes() == basic.as_bytes());
    let known = asked.get("code").and_then(|code| shared.codes.get(code));
    let verifier = asked.get("code_verifier").map(String::as_str).unwrap_or_default();
    let hash = ring::digest::digest(&ring::digest::SHA256, verifier.as_bytes());
    let Some((nonce, _)) =
        known.filter(|(_, challenge)| is_client && *challenge == URL_SAFE_NO_PAD.encode(hash.as_ref()))
    else {
        return (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    };
    let body = json!({"access_token": "open", "token_type": "Bearer", "id_token": shared.id_token(nonce)});
    Json(body).into_response()
}

async fn user_info(State(shared): Known, headers: HeaderMap) -> Response {
    let shared = shared.lock();
    if headers.get("authorization").is_none_or(|given| given.as_bytes() != b"Bearer open") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let mut told = shared.told.clone();
    told["sub"] =
        if shared.lie == Lie::OtherPerson { json!("somebody") } else { shared.claims["sub"].clone() };
    Json(told).into_response()
}

impl Shared {
    fn id_token(&self, nonce: &str) -> String {
        let now = self.clock.now();
        let mut claims = self.claims.clone();
        claims["iss"] = json!(if self.lie == Lie::Issuer { "https://evil.example" } else { &self.url });
        claims["aud"] = json!(if self.lie == Lie::Audience { "another" } else { CLIENT.0 });
        claims["nonce"] = json!(if self.lie == Lie::Nonce { "another" } else { nonce });
        claims["iat"] = json!(now - 1000);
        claims["exp"] = json!(if self.lie == Lie::Expired { now - 500 } else { now + 500 });
        let lies = |lie| self.lie == lie;
        let by = if lies(Lie::NoSignature) {
            "none"
        } else if lies(Lie::Secret) {
            "HS256"
        } else {
            "ES256"
        };
        let text = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", text(&json!({"alg": by, "typ": "JWT"})), text(&claims));
        let signature = if lies(Lie::NoSignature) {
            Vec::new()
        } else if lies(Lie::Secret) {
            let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, CLIENT.1.as_bytes());
            ring::hmac::sign(&key, signed.as_bytes()).as_ref().to_vec()
        } else {
            let key = if lies(Lie::OtherKey) { &self.other_key } else { &self.key };
            key.sign(&SystemRandom::new(), signed.as_bytes()).expect("it signs").as_ref().to_vec()
        };
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}
