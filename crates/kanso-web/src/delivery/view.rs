//! Pages about deliveries.

use askama::Template;

use crate::event::view::CauseView;
use crate::page::Page;

pub(crate) struct DeliveryView {
    pub(crate) id: i64,
    pub(crate) endpoint: i64,
    /// Empty where it is clear.
    pub(crate) endpoint_name: String,
    pub(crate) event_id: i64,
    pub(crate) event: String,
    pub(crate) task: i64,
    pub(crate) state: String,
    /// The badge's class.
    pub(crate) tone: &'static str,
    /// Why it was not delivered, or not yet.
    pub(crate) why: Option<String>,
    pub(crate) attempts: i64,
    pub(crate) next_try: String,
    /// Whether a person asked for it.
    pub(crate) is_again: bool,
    pub(crate) iso: String,
    pub(crate) created: String,
}

pub(crate) struct StateChoice {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) is_chosen: bool,
}

#[derive(Template)]
#[template(path = "delivery/list.html")]
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

/// What a waiting delivery waits for.
pub(crate) struct WaitView {
    pub(crate) words: String,
    /// The earlier delivery that it waits for.
    pub(crate) earlier: Option<i64>,
}

#[derive(Template)]
#[template(path = "delivery/show.html")]
pub(crate) struct DeliveryPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) delivery: DeliveryView,
    pub(crate) endpoint_name: String,
    pub(crate) message_id: String,
    pub(crate) repeats: Option<i64>,
    pub(crate) waits: Option<WaitView>,
    /// The body, when it was made and never sent.
    pub(crate) body: Option<String>,
    pub(crate) attempts: Vec<AttemptView>,
    /// The event, then what led to it, step by step.
    pub(crate) causes: Vec<CauseView>,
}
