//! What an endpoint is to be, and what a signature is checked with.

use std::path::PathBuf;

use clap::Args;
use kanso_core::endpoint::{Format, Ordering, Retries};
use kanso_domain::EventFilter;

use super::parse::{format, header, ordering, retries};

/// What is chosen when an endpoint is added or changed.
#[derive(Debug, Default, Args)]
pub struct EndpointOptions {
    /// Which events, with commas between: names, task.*, !task.update; empty for all
    #[arg(long, value_name = "PATTERNS")]
    pub events: Option<EventFilter>,
    /// Which tasks, in the search language: "priority:>=2 column:Done"; empty for all
    #[arg(long, value_name = "QUERY")]
    pub filter: Option<String>,
    /// How the body is made [default: standard]
    #[arg(long, value_parser = format())]
    pub format: Option<Format>,
    /// A file with a template of the body; its format is `template`
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    /// Sent as `token` in the query, in Kanboard's formats
    #[arg(long, value_name = "TOKEN")]
    pub token: Option<String>,
    /// A header that goes with every delivery, as "Name: value"
    #[arg(long = "header", value_name = "HEADER", value_parser = header)]
    pub headers: Vec<(String, String)>,
    /// The same, its value never shown again
    #[arg(long = "secret-header", value_name = "HEADER", value_parser = header)]
    pub secret_headers: Vec<(String, String)>,
    /// Which deliveries wait for each other: those of a task, all, or none [default: task]
    #[arg(long, value_parser = ordering())]
    pub ordering: Option<Ordering>,
    /// How many attempts are under way at once [default: 4]
    #[arg(long, value_name = "NUMBER")]
    pub concurrency: Option<usize>,
    /// Attempts a second; 0 for as many as it takes
    #[arg(long, value_name = "NUMBER")]
    pub rate_limit: Option<f64>,
    /// How long an attempt may take [default: 15]
    #[arg(long, value_name = "SECONDS")]
    pub timeout: Option<f64>,
    /// For how long a delivery is tried: three days, or a week [default: standard]
    #[arg(long, value_parser = retries())]
    pub retries: Option<Retries>,
}

/// What a signature is checked with.
#[derive(Debug, Args)]
pub struct VerifyOptions {
    /// A file with the body as it came, to the byte [default: the terminal's input]
    pub body: Option<PathBuf>,
    /// The endpoint's secret, `whsec_…`, or its public key, `whpk_…`
    #[arg(long, env = "KANSO_WEBHOOK_SECRET", hide_env_values = true)]
    pub secret: String,
    /// The header `webhook-id`
    #[arg(long)]
    pub id: String,
    /// The header `webhook-timestamp`
    #[arg(long)]
    pub timestamp: String,
    /// The header `webhook-signature`
    #[arg(long)]
    pub signature: String,
    /// How old the timestamp may be, in seconds; 0 for any age
    #[arg(long, value_name = "SECONDS", default_value_t = 300)]
    pub tolerance: u32,
}
