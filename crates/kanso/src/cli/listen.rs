//! The options of `kanso listen`.

use clap::Args;
use kanso_domain::EventFilter;

/// Which server is listened to, and where its events go.
#[derive(Clone, Debug, Args)]
pub struct ListenOptions {
    /// The server's address
    #[arg(long, env = "KANSO_SERVER", value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub server: String,
    /// An access token of the server, or its application's token
    #[arg(long, env = "KANSO_TOKEN", hide_env_values = true, conflicts_with = "user")]
    pub token: Option<String>,
    /// A user's name, in place of a token
    #[arg(long, requires = "password", required_unless_present = "token")]
    pub user: Option<String>,
    /// Their password
    #[arg(long, env = "KANSO_PASSWORD", hide_env_values = true)]
    pub password: Option<String>,
    /// Where the events go; without it they are only shown
    #[arg(long, value_name = "URL")]
    pub forward_to: Option<String>,
    /// Only events of this project, by id
    #[arg(long, value_name = "ID")]
    pub project: Option<i64>,
    /// Which events, with commas between: names, task.*, !task.update
    #[arg(long, value_name = "PATTERNS", default_value = "", hide_default_value = true)]
    pub events: EventFilter,
    /// What the requests are signed with, `whsec_…` [default: a new one, shown at the start]
    #[arg(long, env = "KANSO_WEBHOOK_SECRET", hide_env_values = true)]
    pub secret: Option<String>,
    /// Begins after this event, or cursor of the feed [default: with what happens from now on]
    #[arg(long, value_name = "CURSOR")]
    pub since: Option<String>,
}
