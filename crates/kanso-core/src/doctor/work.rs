//! What the server does by itself, and what it was told: settings, webhooks, mails, jobs, backups, the clock.

use kanso_db::{Conn, Kind, params, row};

use super::{About, Finding};
use crate::backup::find_newest_backup;
use crate::{App, Result};

/// So far clocks may be apart, in seconds.
const APART: i64 = 60;
/// So long something that is due may wait, in milliseconds.
const LATE: i64 = 3_600_000;
/// So old the newest backup of a night may be, in seconds.
const OLD: i64 = 2 * 86_400;

row! {
    /// An endpoint that is not well.
    struct Ill {
        id: i64 = "e.id",
        name: String = "e.name",
        disabled_reason: String = "e.disabled_reason",
        last_error: Option<String> = "h.last_error",
    }
}

pub(super) async fn examine(app: &App) -> Result<Vec<Finding>> {
    let now = app.clock().now_ms();
    let mut found = app
        .read(move |conn| {
            Box::pin(async move {
                let mut found = clock(conn, now / 1000).await?;
                found.extend(jobs(conn).await?);
                found.extend(mails(conn, now).await?);
                found.extend(webhooks(conn, now).await?);
                Ok(found)
            })
        })
        .await?;
    found.extend(settings(app));
    found.extend(backups(app));
    Ok(found)
}

async fn clock(conn: &Conn, now: i64) -> Result<Vec<Finding>> {
    const SERVER: &str = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT)";
    const NEWEST: &str = "SELECT created_at FROM events ORDER BY id DESC LIMIT 1";
    let remedy = "let the clocks of the machines be set by NTP";
    let mut found = Vec::new();
    if conn.kind() == Kind::Postgres
        && let Some((there,)) = conn.one::<(i64,)>(SERVER, &[]).await?
        && (there - now).abs() > APART
    {
        let what =
            format!("the clocks of this machine and of the database are {} s apart", (there - now).abs());
        found.push(Finding::fault(About::Clock, what, remedy));
    }
    if let Some((newest,)) = conn.one::<(i64,)>(NEWEST, &[]).await?
        && newest > now + APART
    {
        let what = format!("the newest event is {} s in the future", newest - now);
        found.push(Finding::fault(About::Clock, what, remedy));
    }
    Ok(found)
}

async fn jobs(conn: &Conn) -> Result<Vec<Finding>> {
    const FAILED: &str = "SELECT name, error FROM jobs WHERE error IS NOT NULL ORDER BY name";
    let failed = conn.all::<(String, String)>(FAILED, &[]).await?;
    let finding = |(name, error): (String, String)| {
        let remedy = "remove the cause; it is tried again by itself, and on Settings > Scheduler at once";
        Finding::fault(About::Jobs, format!("the job {name} failed: {error}"), remedy)
    };
    Ok(failed.into_iter().map(finding).collect())
}

async fn mails(conn: &Conn, now: i64) -> Result<Vec<Finding>> {
    const LATE_ONES: &str = "SELECT COUNT(*) FROM mails WHERE state = 'waiting' AND due_at_ms < $1";
    const FOLDER: &str = "SELECT error FROM mailbox WHERE error IS NOT NULL";
    let mut found = Vec::new();
    let (late,) = conn.one::<(i64,)>(LATE_ONES, params![now - LATE]).await?.unwrap_or_default();
    if late > 0 {
        found.push(Finding::fault(
            About::Mails,
            format!("{late} mails wait for more than an hour"),
            "see that a server runs, and that its KANSO_SMTP_URL is right",
        ));
    }
    for (error,) in conn.all::<(String,)>(FOLDER, &[]).await? {
        let what = format!("the folder that mails come into was not read to its end: {error}");
        found.push(Finding::fault(About::Mails, what, "see that KANSO_MAIL_IN_URL is right"));
    }
    Ok(found)
}

async fn webhooks(conn: &Conn, now: i64) -> Result<Vec<Finding>> {
    const LATE_ONES: &str = "SELECT COUNT(*) FROM deliveries d JOIN endpoints e ON e.id = d.endpoint_id \
        LEFT JOIN endpoint_health h ON h.endpoint_id = e.id WHERE d.state = 'waiting' AND d.attempts = 0 \
        AND d.due_at_ms < $1 AND d.created_at_ms < $1 AND e.enabled = 1 AND h.failing_since_ms IS NULL";
    let ill = format!(
        "SELECT {} FROM endpoints e LEFT JOIN endpoint_health h ON h.endpoint_id = e.id \
         WHERE e.disabled_reason <> '' OR e.enabled = 1 AND h.failing_since_ms IS NOT NULL ORDER BY e.id",
        Ill::COLUMNS
    );
    let mut found: Vec<Finding> = conn.all::<Ill>(&ill, &[]).await?.into_iter().map(told).collect();
    let (late,) = conn.one::<(i64,)>(LATE_ONES, params![now - LATE]).await?.unwrap_or_default();
    if late > 0 {
        found.push(Finding::fault(
            About::Webhooks,
            format!("{late} deliveries wait for more than an hour, and nobody tried"),
            "see that a server runs",
        ));
    }
    Ok(found)
}

fn told(ill: Ill) -> Finding {
    let Ill { id, name, disabled_reason, last_error } = ill;
    if disabled_reason.is_empty() {
        let why = last_error.unwrap_or_default();
        return Finding::fault(
            About::Webhooks,
            format!("endpoint {id} ({name}) fails: {why}"),
            format!(
                "see `kanso webhook deliveries`; what it missed is sent when it answers, or by `kanso webhook recover {id}`"
            ),
        );
    }
    Finding::fault(
        About::Webhooks,
        format!("endpoint {id} ({name}) was switched off: {disabled_reason}"),
        format!(
            "repair its receiver, switch it on, and make up for what it missed: `kanso webhook recover {id}`"
        ),
    )
}

fn settings(app: &App) -> Option<Finding> {
    let settings = app.settings();
    let url = settings.get("application_url");
    let what = if url.is_empty() {
        "application_url is not set: links in mails and feeds lead to where the server listens".to_owned()
    } else if ["://localhost", "://127.", "://[::1]"].iter().any(|local| url.contains(local)) {
        format!("application_url is {url}, which leads nowhere from other machines")
    } else {
        return None;
    };
    Some(Finding::advice(
        About::Settings,
        what,
        "`kanso settings set application_url https://…`, the address that people open",
    ))
}

fn backups(app: &App) -> Option<Finding> {
    let nightly = app.nightly()?;
    let newest = find_newest_backup(&nightly.folder);
    if app.settings().nightly_backups() == 0 {
        let what = "no backups are written at night";
        return Some(Finding::advice(
            About::Backups,
            what,
            "`kanso settings set backup_keep 7`, or `kanso backup` by another way",
        ));
    }
    let remedy =
        format!("see Settings > Scheduler, or `kanso run daily`; they go into {}", nightly.folder.display());
    match newest {
        None => Some(Finding::fault(About::Backups, "there is no backup of any night", remedy)),
        Some((path, at)) if at < app.clock().now() - OLD => {
            let days = (app.clock().now() - at) / 86_400;
            Some(Finding::fault(
                About::Backups,
                format!("the newest is {days} days old: {}", path.display()),
                remedy,
            ))
        }
        Some(_) => None,
    }
}
