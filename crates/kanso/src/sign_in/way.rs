//! The way to a provider of identities: the client that sends webhooks, with its guard.

use kanso_core::BoxFuture;
use kanso_sign_in::{Answer, Fetch, Question};
use kanso_webhooks::Sender;

/// Asks by the same client that sends webhooks.
pub(super) struct Way(pub(super) Sender);

impl Fetch for Way {
    fn fetch(&self, question: Question) -> BoxFuture<'_, Result<Answer, String>> {
        Box::pin(async move {
            let Question { is_post, url, headers, body } = question;
            let asked = self.0.fetch(is_post, &url, &headers, body).await;
            let (status, headers, body) = asked.map_err(|failure| {
                // The words are for who manages webhooks.
                failure
                    .words
                    .replace("KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS", "KANSO_OIDC_ALLOW_PRIVATE_NETWORKS")
            })?;
            Ok(Answer { status, headers, body })
        })
    }
}
