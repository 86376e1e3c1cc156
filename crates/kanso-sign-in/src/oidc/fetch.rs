//! The way to a provider, which the program hands in.

use std::sync::Arc;

use kanso_core::BoxFuture;
use kanso_core::identity::Away;
use openidconnect::http::Method;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};

/// Asks by HTTP. No redirect is followed, and no answer is longer or later than makes sense.
pub trait Fetch: Send + Sync {
    /// The answer; why there is none, in words.
    fn fetch(&self, question: Question) -> BoxFuture<'_, Result<Answer, String>>;
}

/// What a provider is asked.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Whether it is posted; else it is a GET.
    pub is_post: bool,
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// What it answers.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// The way to one provider.
pub(super) struct Way {
    pub(super) fetch: Arc<dyn Fetch>,
    /// Whether the provider is reached by https: then it is asked for nothing without it.
    pub(super) is_encrypted: bool,
}

impl<'c> AsyncHttpClient<'c> for Way {
    type Error = Away;
    type Future = BoxFuture<'c, Result<HttpResponse, Away>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

impl Way {
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, Away> {
        let url = request.uri().to_string();
        if self.is_encrypted && !url.starts_with("https://") {
            return Err(Away(format!("{url} is not encrypted, though the provider is")));
        }
        let text = |value: &http::HeaderValue| value.to_str().unwrap_or_default().to_owned();
        let headers = request.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        let is_post = *request.method() == Method::POST;
        let question = Question { is_post, url: url.clone(), headers, body: request.into_body() };
        let answer = self.fetch.fetch(question).await.map_err(|reason| Away(format!("{url}: {reason}")))?;
        let mut response = http::Response::builder().status(answer.status);
        for (name, value) in answer.headers {
            response = response.header(name, value);
        }
        response.body(answer.body).map_err(|error| Away(format!("{url}: {error}")))
    }
}
