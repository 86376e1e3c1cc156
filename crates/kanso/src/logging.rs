//! The log: lines on standard error.

use anyhow::Context;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Begins logging at `levels`, a level or `MODULE=LEVEL,…`. Does nothing when something logs already.
///
/// # Errors
///
/// When `levels` makes no sense.
pub(crate) fn start(levels: &str) -> anyhow::Result<()> {
    let filter: Targets = levels.parse().with_context(|| format!("log level {levels:?}"))?;
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false);
    let _ = tracing_subscriber::registry().with(filter).with(lines).try_init();
    Ok(())
}
