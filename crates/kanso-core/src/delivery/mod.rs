//! Deliveries: an event on its way to an endpoint, each a row before it is sent.

mod carry_on;
mod claim;
mod explain;
mod find;
pub mod health;
mod matching;
mod missed;
mod queue;
mod recover;
mod redeliver;
mod retention;
mod rows;
mod settle;
mod since;
mod switch_off;
mod wait;

use kanso_domain::{DeliveryId, EventName};

use crate::event::Logged;

pub use carry_on::carry_on_recoveries;
pub use claim::{Ask, Taken, claim_deliveries, next_due, release_deliveries};
pub use explain::{Why, explain};
pub use find::{
    Attempt, DeliveryFilter, DeliveryLine, DeliveryRecord, StateCounts, count_deliveries, find_delivery,
    list_deliveries,
};
pub use matching::{Matched, match_recent};
pub use queue::{Queue, list_queues};
pub use recover::{Recovery, count_recoverable, find_recovery, latest_recovery, start_recovery};
pub use redeliver::redeliver;
pub use retention::sweep_deliveries;
pub use settle::{NewAttempt, Outcome, Settlement, settle_deliveries};
pub use since::missed_since;
pub use switch_off::switch_off_doomed;
pub use wait::waits_for;

/// The order key of what is delivered one after the other, whatever it is about.
pub(crate) const ONE_BY_ONE: i64 = i64::MIN;

/// Where a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// To be sent, now or later.
    Waiting,
    /// The receiver answered with 2xx.
    Delivered,
    /// Given up after the last attempt.
    Failed,
    /// Never sent, for a [`Reason`].
    Skipped,
}

/// Why a delivery was never sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The task does not match the endpoint's filter.
    Filter,
    /// A person paused the endpoint.
    Paused,
    /// The endpoint failed for so long that the program switched it off.
    Disabled,
    /// Too many events followed from each other.
    Chain,
}

impl Reason {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Filter, Self::Paused, Self::Disabled, Self::Chain];

    /// The name that is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Filter => "filter",
            Self::Paused => "paused",
            Self::Disabled => "disabled",
            Self::Chain => "chain",
        }
    }

    /// The reason of this name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}

impl State {
    /// All, in the order in which they are gone through.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Delivered, Self::Failed, Self::Skipped];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
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
    /// What is delivered one after the other has the same; 0 waits for nothing.
    pub order_key: i64,
    /// Which attempt this is, counted from 1.
    pub attempt: usize,
    /// Until when nobody else sends it, in Unix milliseconds.
    pub leased_until_ms: i64,
    /// How many there were since it was entered or recovered, this one included: where the schedule stands.
    pub tries: usize,
    /// What to send, if it was made already: the same bytes every time.
    pub body: Option<String>,
    /// What happened.
    pub event: Logged,
}
