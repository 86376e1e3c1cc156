//! Deliveries: an event on its way to an endpoint, each a row before it is sent.

mod claim;
mod find;
mod redeliver;
mod settle;

use kanso_domain::{DeliveryId, EventName};

use crate::event::Logged;

pub use claim::{claim_deliveries, next_due};
pub use find::{
    Attempt, DeliveryLine, DeliveryRecord, StateCounts, count_deliveries, find_delivery, list_deliveries,
};
pub use redeliver::redeliver;
pub use settle::{NewAttempt, Outcome, Settlement, settle_deliveries};

/// Where a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// To be sent, now or later.
    Waiting,
    /// The receiver answered with 2xx.
    Delivered,
    /// Given up after the last attempt.
    Failed,
}

impl State {
    /// All, in the order in which they are gone through.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Delivered, Self::Failed];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }

    /// The state of this name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// A delivery that was claimed: nobody else sends it until the lease runs out.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Which.
    pub id: DeliveryId,
    /// Under which name the event is told.
    pub name: EventName,
    /// The id on the wire, the same at every attempt.
    pub message_id: String,
    /// Which attempt this is, counted from 1.
    pub attempt: usize,
    /// Whether a person asked for it; then it is tried once.
    pub is_manual: bool,
    /// What to send, if it was made already: the same bytes every time.
    pub body: Option<String>,
    /// What happened.
    pub event: Logged,
}
