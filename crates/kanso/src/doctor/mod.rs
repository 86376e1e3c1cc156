//! `kanso doctor`.

mod network;
mod permissions;

use std::process::ExitCode;

use kanso_core::Actor;
use kanso_core::doctor::{About, Finding, Level, examine};
use serde_json::json;

use crate::cli::DoctorOptions;
use crate::config::{Config, ServerConfig};
use crate::{open_as_it_is, say};

/// Looks at all there is, and says what to do where something is not well. The exit code is 1 where something is broken.
pub(crate) async fn carry_out(config: Config, options: DoctorOptions) -> anyhow::Result<ExitCode> {
    let server = config.for_server(options.server);
    let found = look(&server).await;
    let is_well = found.iter().all(|finding| finding.level != Level::Fault);
    if options.json {
        say(&serde_json::to_string_pretty(&json!({"well": is_well, "findings": found}))?)?;
    } else {
        say(&told(&found))?;
    }
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn look(server: &ServerConfig) -> Vec<Finding> {
    let mut found = permissions::examine(&server.base);
    match of_database(server).await {
        Ok(more) => found.extend(more),
        Err(error) => found.push(Finding::fault(
            About::Database,
            format!("{error:#}"),
            "see that --data, --database-url and --secret-key are those of the server, and that the database runs",
        )),
    }
    found.extend(network::examine_servers(server).await);
    let place = |finding: &Finding| About::ALL.iter().position(|about| *about == finding.about);
    found.sort_by_key(place);
    found
}

async fn of_database(server: &ServerConfig) -> anyhow::Result<Vec<Finding>> {
    let app = open_as_it_is(&server.base).await?;
    let app = app.keeping_backups(server.base.nightly()?);
    let looked = async {
        let mut found = examine(&app, &Actor::Application).await?;
        found.extend(network::examine_endpoints(&app, server).await);
        anyhow::Ok(found)
    };
    let found = looked.await;
    app.close().await;
    found
}

/// A line for each thing that was looked at, and below it what was found.
fn told(found: &[Finding]) -> String {
    let mut lines = Vec::new();
    for about in About::ALL {
        let name = format!("{about:?}").to_lowercase();
        let mut of_it = found.iter().filter(|finding| finding.about == about).peekable();
        if of_it.peek().is_none() {
            lines.push(format!("{name:12} ok"));
        }
        for finding in of_it {
            let level = if finding.level == Level::Fault { "FAULT" } else { "advice" };
            lines.push(format!("{name:12} {level}: {}", finding.what));
            lines.push(format!("{:12} -> {}", "", finding.remedy));
        }
    }
    lines.join("\n")
}
