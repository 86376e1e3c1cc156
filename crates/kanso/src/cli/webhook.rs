//! The options of `kanso webhook`.

mod options;
mod parse;

use clap::{Args, Subcommand};
use kanso_core::delivery::State;
use kanso_core::endpoint::KeyKind;
use kanso_domain::{DeliveryId, EndpointId, EventName};

pub use options::{EndpointOptions, VerifyOptions};
use parse::{event_name, key_kind, state};

/// What all of them take.
#[derive(Debug, Args)]
pub struct WebhookArgs {
    /// Answers in JSON, for programs
    #[arg(long, global = true)]
    pub json: bool,
    /// Lets webhooks reach loopback and private networks, as the server's option does
    #[arg(
        long,
        global = true,
        env = "KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS",
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub webhook_allow_private_networks: Option<bool>,
    #[command(subcommand)]
    pub command: WebhookCommand,
}

#[derive(Debug, Subcommand)]
pub enum WebhookCommand {
    /// Shows all endpoints and how they fare
    List {
        /// Only those of this project, by id or identifier
        #[arg(long, value_name = "PROJECT")]
        project: Option<String>,
    },
    /// Shows one endpoint
    Show { endpoint: EndpointId },
    /// Adds an endpoint, after saying what would be refused and which of the last events would have matched
    Add {
        /// What people call it
        name: String,
        /// Where the webhooks go
        url: String,
        /// The one project whose events it gets, by id or identifier [default: all]
        #[arg(long, value_name = "PROJECT")]
        project: Option<String>,
        #[command(flatten)]
        options: Box<EndpointOptions>,
        /// Adds nothing, only says what would come of it
        #[arg(long)]
        dry_run: bool,
        /// Adds it although webhooks cannot or may not be sent to the address now
        #[arg(long)]
        anyway: bool,
    },
    /// Changes an endpoint, after saying the same
    Set {
        endpoint: EndpointId,
        /// What people call it
        #[arg(long)]
        name: Option<String>,
        /// Where the webhooks go
        #[arg(long)]
        url: Option<String>,
        #[command(flatten)]
        options: Box<EndpointOptions>,
        /// A header that goes no more
        #[arg(long, value_name = "NAME")]
        remove_header: Vec<String>,
        /// Changes nothing, only says what would come of it
        #[arg(long)]
        dry_run: bool,
        /// Changes it although webhooks cannot or may not be sent to the new address now
        #[arg(long)]
        anyway: bool,
    },
    /// Removes an endpoint with its deliveries
    Remove { endpoint: EndpointId },
    /// Sends nothing to an endpoint until it is resumed
    Pause { endpoint: EndpointId },
    /// Sends to an endpoint again what happens from now on; `recover` brings what it missed
    Resume { endpoint: EndpointId },
    /// Sends a sample event, and shows request and answer
    Test {
        endpoint: EndpointId,
        /// Which event
        #[arg(long = "type", value_name = "EVENT", default_value = "task.create", value_parser = event_name)]
        name: EventName,
    },
    /// Shows the latest deliveries
    Deliveries {
        /// Only those to this endpoint
        endpoint: Option<EndpointId>,
        /// Only those in this state
        #[arg(long, value_parser = state())]
        state: Option<State>,
        /// Those before this one
        #[arg(long, value_name = "DELIVERY")]
        before: Option<DeliveryId>,
        /// How many at most
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(i64).range(1..=1000))]
        limit: i64,
        /// What became of this event at each endpoint, and why
        #[arg(long, value_name = "EVT_ID", conflicts_with_all = ["state", "before"])]
        event: Option<String>,
    },
    /// Says for each endpoint what became of an event, and why
    Explain {
        /// As webhooks and the feed name it: `evt_…`
        #[arg(value_name = "EVT_ID")]
        event: String,
        /// Only for this endpoint
        #[arg(long, value_name = "ENDPOINT")]
        endpoint: Option<EndpointId>,
    },
    /// Sends a delivery once more, with the same id and body
    Redeliver { delivery: DeliveryId },
    /// Sends what an endpoint missed since a time; says first how much that is
    Recover {
        endpoint: EndpointId,
        /// 2h, 3d, 2026-09-21, 2026-09-21 14:00 (in the application's time zone) or 2026-09-21T14:00:00Z
        #[arg(long, value_name = "TIME")]
        since: String,
        /// Sends nothing, only counts
        #[arg(long)]
        dry_run: bool,
    },
    /// Gives an endpoint another secret, and shows it this once. Both are signed with until the old one is over
    RotateSecret {
        endpoint: EndpointId,
        /// For how many hours the old secret goes on
        #[arg(long, value_name = "HOURS", default_value_t = 24, value_parser = clap::value_parser!(i64).range(0..=168))]
        overlap: i64,
        /// v1 (HMAC, a secret) or v1a (ed25519, a public key)
        #[arg(long, default_value = "v1", value_parser = key_kind())]
        kind: KeyKind,
    },
    /// Says whether the signature of a webhook is valid
    Verify(VerifyOptions),
}
