//! Pages about webhooks.

use askama::Template;

use crate::page::Page;

pub(crate) struct FormatChoice {
    pub(crate) id: &'static str,
    pub(crate) name: String,
    pub(crate) is_chosen: bool,
}

/// What came of a test event.
pub(crate) struct TestAnswer {
    pub(crate) is_good: bool,
    pub(crate) summary: String,
    pub(crate) body: String,
}

#[derive(Template)]
#[template(path = "webhook/settings.html")]
pub(crate) struct SettingsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    /// The saved address, or the one just refused.
    pub(crate) url: String,
    pub(crate) fault: Option<String>,
    pub(crate) notice: Option<String>,
    pub(crate) answer: Option<TestAnswer>,
    pub(crate) allows_private: bool,
    pub(crate) formats: Vec<FormatChoice>,
    pub(crate) token: String,
    pub(crate) creation_url: String,
}

pub(crate) struct DeliveryView {
    pub(crate) id: i64,
    pub(crate) event: String,
    pub(crate) task: i64,
    pub(crate) state: String,
    /// The badge's class.
    pub(crate) tone: &'static str,
    pub(crate) attempts: i64,
    pub(crate) next_try: String,
    pub(crate) iso: String,
    pub(crate) created: String,
}

pub(crate) struct StateChoice {
    /// Empty for all.
    pub(crate) state: &'static str,
    pub(crate) name: String,
    pub(crate) is_chosen: bool,
}

#[derive(Template)]
#[template(path = "webhook/deliveries.html")]
pub(crate) struct DeliveriesPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) filters: Vec<StateChoice>,
    pub(crate) deliveries: Vec<DeliveryView>,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
}

pub(crate) struct AttemptView {
    pub(crate) number: i64,
    pub(crate) outcome: String,
    pub(crate) tone: &'static str,
    pub(crate) duration: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) reason: Option<String>,
    pub(crate) answer: String,
    pub(crate) request: String,
}

#[derive(Template)]
#[template(path = "webhook/delivery.html")]
pub(crate) struct DeliveryPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) delivery: DeliveryView,
    pub(crate) attempts: Vec<AttemptView>,
}
