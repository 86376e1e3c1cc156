//! What a webhook is to be, as requests say it.

use kanso_core::Fault;
use kanso_core::endpoint::{EndpointPatch, Header, MASK, NewEndpoint};
use kanso_domain::EventFilter;
use serde::Deserialize;
use utoipa::ToSchema;

use super::WebhookHeader;
use crate::rest::input::given;
use crate::rest::problem::{Outcome, Problem};
use crate::rest::words::{FormatName, OrderingName, RetriesName};

/// A type with the fields that a webhook is made with and changed by. Each is absent, null or a value.
macro_rules! with_fields {
    ($(#[$about:meta])* $type:ident { $($own:tt)* }) => {
        $(#[$about])*
        #[derive(Debug, Default, Deserialize, ToSchema)]
        #[serde(default, deny_unknown_fields)]
        pub(crate) struct $type {
            $($own)*
            /// What people call it.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<String>, example = "The team's channel")]
            name: Option<Option<String>>,
            /// Where the events go: `https://` or `http://`.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<String>, example = "https://hooks.example.org/kanso")]
            url: Option<Option<String>>,
            /// Sent as `token` in the query, in Kanboard's formats.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<String>)]
            token: Option<Option<String>>,
            /// How the body is made; `standard` unless said.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<FormatName>)]
            format: Option<Option<FormatName>>,
            /// Names of events, `task.*`, `!task.update`; none for all.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<Vec<String>>, example = json!(["task.*", "!task.update"]))]
            events: Option<Option<Vec<String>>>,
            /// Which tasks, in the search language; empty for all.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<String>, example = "priority:>=2 column:Done")]
            filter: Option<Option<String>>,
            /// The template of the format `template`.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<String>)]
            template: Option<Option<String>>,
            /// What goes with every delivery besides; all of them.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<Vec<WebhookHeader>>)]
            headers: Option<Option<Vec<WebhookHeader>>>,
            /// False pauses it; true unless said.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<bool>)]
            enabled: Option<Option<bool>>,
            /// Which deliveries wait for each other; `task` unless said.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<OrderingName>)]
            ordering: Option<Option<OrderingName>>,
            /// Attempts under way at once, from 1 to 64; 4 unless said.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<usize>)]
            concurrency: Option<Option<usize>>,
            /// Attempts a second; null for as many as it takes.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<f64>)]
            rate_limit: Option<Option<f64>>,
            /// How long an attempt may take, from 1000 to 30000 milliseconds; 15000 unless said.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<u64>)]
            timeout_ms: Option<Option<u64>>,
            /// For how long a delivery is tried; `standard` unless said.
            #[serde(deserialize_with = "given")]
            #[schema(value_type = Option<RetriesName>)]
            retries: Option<Option<RetriesName>>,
        }

        impl $type {
            /// The values that are given, null being the default.
            fn values(self) -> Outcome<EndpointPatch> {
                let usual = NewEndpoint::default();
                Ok(EndpointPatch {
                    name: self.name.map(Option::unwrap_or_default),
                    url: self.url.map(Option::unwrap_or_default),
                    token: self.token.map(Option::unwrap_or_default).filter(|token| token != MASK),
                    format: self.format.map(|format| format.map_or(usual.format, |word| word.0)),
                    events: self.events.map(Option::unwrap_or_default).map(read_events).transpose()?,
                    filter: self.filter.map(Option::unwrap_or_default),
                    template: self.template.map(Option::unwrap_or_default),
                    headers: self.headers.map(Option::unwrap_or_default).map(read_headers),
                    enabled: self.enabled.map(|enabled| enabled.unwrap_or(usual.enabled)),
                    ordering: self.ordering.map(|ordering| ordering.map_or(usual.ordering, |word| word.0)),
                    concurrency: self.concurrency.map(|count| count.unwrap_or(usual.concurrency)),
                    rate_limit: self.rate_limit,
                    timeout_ms: self.timeout_ms.map(|limit| limit.unwrap_or(usual.timeout_ms)),
                    retries: self.retries.map(|retries| retries.map_or(usual.retries, |word| word.0)),
                })
            }
        }
    };
}

with_fields! {
    /// A new webhook. What is left out or null has its default; `name` and `url` have none.
    NewWebhook {
        /// The one project whose events it gets, for its managers; null for all, for administrators.
        project_id: Option<i64>,
    }
}

with_fields! {
    /// Changes of a webhook. What is left out stays; null gives the default.
    WebhookChanges {}
}

impl NewWebhook {
    /// The endpoint to make.
    pub(crate) fn read(self) -> Outcome<NewEndpoint> {
        let project = self.project_id.map(Into::into);
        let (values, usual) = (self.values()?, NewEndpoint::default());
        Ok(NewEndpoint {
            project,
            name: values.name.unwrap_or(usual.name),
            url: values.url.unwrap_or(usual.url),
            token: values.token.unwrap_or(usual.token),
            format: values.format.unwrap_or(usual.format),
            events: values.events.unwrap_or(usual.events),
            filter: values.filter.unwrap_or(usual.filter),
            template: values.template.unwrap_or(usual.template),
            headers: values.headers.unwrap_or(usual.headers),
            enabled: values.enabled.unwrap_or(usual.enabled),
            ordering: values.ordering.unwrap_or(usual.ordering),
            concurrency: values.concurrency.unwrap_or(usual.concurrency),
            rate_limit: values.rate_limit.unwrap_or(usual.rate_limit),
            timeout_ms: values.timeout_ms.unwrap_or(usual.timeout_ms),
            retries: values.retries.unwrap_or(usual.retries),
        })
    }
}

impl WebhookChanges {
    /// The fields to change.
    pub(crate) fn read(self) -> Outcome<EndpointPatch> {
        self.values()
    }
}

fn read_events(patterns: Vec<String>) -> Outcome<EventFilter> {
    EventFilter::new(patterns).map_err(|unknown| Problem::from(Fault::Event(unknown.0)))
}

fn read_headers(headers: Vec<WebhookHeader>) -> Vec<Header> {
    headers.into_iter().map(Header::from).collect()
}
