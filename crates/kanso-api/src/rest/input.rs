//! What a request says: its body, its parameters, the id in its path.

use std::sync::Arc;

use axum::body::{Body as Stream, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Path, RawPathParams};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::Rest;
use super::problem::{Outcome, Problem};

/// The longest body, unless the operator chose less: the longest texts of an endpoint take a tenth of it.
const MOST_BYTES: usize = 512 * 1024;

/// The body, which is a JSON object with the fields of `T` and no others. No body is an object without fields.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<Arc<Rest>> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request<Stream>, rest: &Arc<Rest>) -> Result<Self, Problem> {
        let limit = MOST_BYTES.min(rest.config.max_body_bytes);
        let (head, body) = request.into_parts();
        let body = to_bytes(body, limit).await.map_err(|_| Problem::too_large(limit))?;
        if body.is_empty() {
            return read(Value::Object(Map::new())).map(Self);
        }
        if !is_json(&head.headers) {
            return Err(Problem::not_json());
        }
        let value: Value = serde_json::from_slice(&body)
            .map_err(|error| Problem::malformed(format!("The body is not JSON: {error}.")))?;
        if !value.is_object() {
            return Err(Problem::malformed("The body must be a JSON object."));
        }
        read(value).map(Self)
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let given = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence.starts_with("application/") && essence.ends_with("+json")
}

fn read<T: DeserializeOwned>(value: Value) -> Outcome<T> {
    serde_path_to_error::deserialize(value).map_err(|error| refuse(&error))
}

/// Names the field that cannot be read, and says why.
fn refuse(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let (path, words) = (error.path().to_string(), error.inner().to_string());
    let field = if path == "." { "" } else { &path };
    Problem::invalid(field, format!("{}: {words}.", if field.is_empty() { "The body" } else { field }))
}

/// The parameters of the query, which are the fields of `T` and no others.
pub(crate) struct Params<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<Arc<Rest>> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, rest: &Arc<Rest>) -> Result<Self, Problem> {
        type Pairs = axum::extract::Query<Vec<(String, String)>>;
        let Ok(axum::extract::Query(pairs)) = Pairs::from_request_parts(parts, rest).await else {
            return Err(Problem::malformed("The query cannot be read."));
        };
        let text = |(name, value)| (name, Value::String(value));
        read(Value::Object(pairs.into_iter().map(text).collect())).map(Self)
    }
}

/// The id in the path; one that is no id is that of nothing.
pub(crate) struct Id<T>(pub(crate) T);

impl<T: From<i64> + Send> FromRequestParts<Arc<Rest>> for Id<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, rest: &Arc<Rest>) -> Result<Self, Problem> {
        let Text(id) = Text::from_request_parts(parts, rest).await?;
        whole(&id).map(|id| Self(id.into()))
    }
}

/// Two ids in the path, the outer one first.
pub(crate) struct Ids<A, B>(pub(crate) A, pub(crate) B);

impl<A: From<i64> + Send, B: From<i64> + Send> FromRequestParts<Arc<Rest>> for Ids<A, B> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, rest: &Arc<Rest>) -> Result<Self, Problem> {
        let found = Path::<(String, String)>::from_request_parts(parts, rest).await;
        let Ok(Path((outer, inner))) = found else { return Err(Problem::not_found("thing")) };
        Ok(Self(whole(&outer)?.into(), whole(&inner)?.into()))
    }
}

/// The last part of the path that the route leaves open.
pub(crate) struct Text(pub(crate) String);

impl FromRequestParts<Arc<Rest>> for Text {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, rest: &Arc<Rest>) -> Result<Self, Problem> {
        let found = RawPathParams::from_request_parts(parts, rest).await.ok();
        let text = found.and_then(|found| found.iter().last().map(|(_, value)| value.to_owned()));
        text.map(Self).ok_or_else(|| Problem::not_found("thing"))
    }
}

fn whole(text: &str) -> Outcome<i64> {
    text.parse().map_err(|_| Problem::not_found("thing"))
}

/// Reads a parameter that comes as text.
pub(crate) fn parsed<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    let text = String::deserialize(from)?;
    text.parse().map(Some).map_err(serde::de::Error::custom)
}

/// Reads a field for which null says something else than absence.
pub(crate) fn given<'de, D, T>(from: D) -> Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(from).map(Some)
}
