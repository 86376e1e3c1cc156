//! What somebody wants to be told, and how.

use kanso_db::{Conn, params, row};
use kanso_domain::notification::{QuietHours, Rhythm, Topic};
use kanso_domain::{ProjectId, UserId};

use crate::access::PROJECTS_OF_USER;
use crate::{Actor, App, Error, Fault, Kind, Result};

/// The channels there are.
pub(super) const CHANNELS: [&str; 2] = ["email", "web"];

/// How many minutes a day has.
const MINUTES: i64 = 24 * 60;

row! {
    struct Flags {
        enabled: i64 = "notifications_enabled",
        filter: i64 = "notifications_filter",
        topics: String = "notifications_topics",
        rhythm: String = "mail_rhythm",
        quiet_from: i64,
        quiet_until: i64,
    }
}

/// What somebody wants to be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotificationChoices {
    /// Whether anything at all.
    pub enabled: bool,
    /// Of which tasks: 1 all, 2 those assigned to them, 3 those they created, 4 both.
    pub filter: i64,
    /// `email`, `web`.
    pub channels: Vec<String>,
    /// Of which projects; none for all of theirs.
    pub projects: Vec<ProjectId>,
    /// Of what.
    pub topics: Vec<Topic>,
    /// How often by mail.
    pub rhythm: Rhythm,
    /// When not by mail.
    pub quiet: QuietHours,
}

/// The choices of an account, for its owner and for administrators.
#[crate::use_case]
pub async fn find_notification_choices(
    app: &App,
    actor: &Actor,
    user: UserId,
) -> Result<NotificationChoices> {
    let flags = format!("SELECT {} FROM users WHERE id = $1", Flags::COLUMNS);
    const CHANNELS: &str = "SELECT notification_type FROM user_has_notification_types WHERE user_id = $1 \
        ORDER BY notification_type";
    const PROJECTS: &str =
        "SELECT project_id FROM user_has_notifications WHERE user_id = $1 ORDER BY project_id";
    actor.require_self_or_admin(user)?;
    app.read(move |conn| {
        Box::pin(async move {
            let id = user.get();
            let flags = conn.one::<Flags>(&flags, params![id]).await?.ok_or(Error::NotFound(Kind::User))?;
            let channels = conn.all::<(String,)>(CHANNELS, params![id]).await?;
            let projects = conn.all::<(i64,)>(PROJECTS, params![id]).await?;
            Ok(NotificationChoices {
                enabled: flags.enabled == 1,
                filter: flags.filter,
                channels: channels.into_iter().map(|(channel,)| channel).collect(),
                projects: projects.into_iter().map(|(project,)| project.into()).collect(),
                topics: flags.topics.split(' ').filter_map(|topic| topic.parse().ok()).collect(),
                rhythm: flags.rhythm.parse().unwrap_or_default(),
                quiet: QuietHours { from: flags.quiet_from, until: flags.quiet_until },
            })
        })
    })
    .await
}

/// Stores the choices of an account, for its owner and for administrators. Projects in which the person has no role
/// are left out.
///
/// # Errors
///
/// [`Error::Invalid`] for a channel or filter that there is none of.
#[crate::use_case]
pub async fn set_notification_choices(
    app: &App,
    actor: &Actor,
    user: UserId,
    choices: NotificationChoices,
) -> Result<()> {
    const FLAGS: &str = "UPDATE users SET notifications_enabled = $1, notifications_filter = $2, \
        notifications_topics = $3, mail_rhythm = $4, quiet_from = $5, quiet_until = $6 WHERE id = $7";
    actor.require_self_or_admin(user)?;
    if !(1..=4).contains(&choices.filter) {
        return Err(Error::Invalid(Fault::Unknown("filter")));
    }
    if choices.channels.iter().any(|channel| !CHANNELS.contains(&channel.as_str())) {
        return Err(Error::Invalid(Fault::Unknown("channel")));
    }
    let QuietHours { from, until } = choices.quiet;
    if ![from, until].iter().all(|minute| (0..MINUTES).contains(minute)) {
        return Err(Error::Invalid(Fault::Unknown("quiet hours")));
    }
    let topics = choices.topics.iter().map(|topic| topic.as_str()).collect::<Vec<_>>().join(" ");
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let (enabled, rhythm) = (i64::from(choices.enabled), choices.rhythm.as_str());
            let values = params![enabled, choices.filter, topics, rhythm, from, until, user.get()];
            conn.execute(FLAGS, values).await?;
            store(conn, user, &choices).await
        })
    })
    .await
}

async fn store(conn: &Conn, user: UserId, choices: &NotificationChoices) -> Result<()> {
    const CLEAR: [&str; 2] = [
        "DELETE FROM user_has_notification_types WHERE user_id = $1",
        "DELETE FROM user_has_notifications WHERE user_id = $1",
    ];
    const CHANNEL: &str = "INSERT INTO user_has_notification_types (user_id, notification_type) \
        VALUES ($1, $2) ON CONFLICT (user_id, notification_type) DO NOTHING";
    for clear in CLEAR {
        conn.execute(clear, params![user.get()]).await?;
    }
    for channel in &choices.channels {
        conn.execute(CHANNEL, params![user.get(), channel]).await?;
    }
    let project = format!(
        "INSERT INTO user_has_notifications (user_id, project_id) \
         SELECT CAST($1 AS BIGINT), p.id FROM projects p WHERE p.id = $2 AND p.removed_at = 0 AND p.id IN ({PROJECTS_OF_USER}) \
         ON CONFLICT (user_id, project_id) DO NOTHING"
    );
    for id in &choices.projects {
        conn.execute(&project, params![user.get(), id.get()]).await?;
    }
    Ok(())
}
