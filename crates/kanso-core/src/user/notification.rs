//! What somebody wants to be told, and how.

use kanso_db::{Conn, params};
use kanso_domain::{ProjectId, UserId};

use crate::access::PROJECTS_OF_USER;
use crate::{Actor, App, Error, Fault, Result};

/// The channels there are.
const CHANNELS: [&str; 2] = ["email", "web"];

/// What somebody wants to be told, as Kanboard stores it.
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
}

/// The choices of an account, for its owner and for administrators.
#[crate::use_case]
pub async fn find_notification_choices(
    app: &App,
    actor: &Actor,
    user: UserId,
) -> Result<NotificationChoices> {
    const FLAGS: &str = "SELECT notifications_enabled, notifications_filter FROM users WHERE id = $1";
    const CHANNELS: &str = "SELECT notification_type FROM user_has_notification_types WHERE user_id = $1 \
        ORDER BY notification_type";
    const PROJECTS: &str =
        "SELECT project_id FROM user_has_notifications WHERE user_id = $1 ORDER BY project_id";
    actor.require_self_or_admin(user)?;
    app.read(move |conn| {
        Box::pin(async move {
            let id = user.get();
            let (enabled, filter) = conn.one::<(i64, i64)>(FLAGS, params![id]).await?.unwrap_or_default();
            let channels = conn.all::<(String,)>(CHANNELS, params![id]).await?;
            let projects = conn.all::<(i64,)>(PROJECTS, params![id]).await?;
            Ok(NotificationChoices {
                enabled: enabled == 1,
                filter,
                channels: channels.into_iter().map(|(channel,)| channel).collect(),
                projects: projects.into_iter().map(|(project,)| project.into()).collect(),
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
    const FLAGS: &str =
        "UPDATE users SET notifications_enabled = $1, notifications_filter = $2 WHERE id = $3";
    actor.require_self_or_admin(user)?;
    if !(1..=4).contains(&choices.filter) {
        return Err(Error::Invalid(Fault::Unknown("filter")));
    }
    if choices.channels.iter().any(|channel| !CHANNELS.contains(&channel.as_str())) {
        return Err(Error::Invalid(Fault::Unknown("channel")));
    }
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            conn.execute(FLAGS, params![i64::from(choices.enabled), choices.filter, user.get()]).await?;
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
         SELECT CAST($1 AS BIGINT), p.id FROM projects p WHERE p.id = $2 AND p.id IN ({PROJECTS_OF_USER}) \
         ON CONFLICT (user_id, project_id) DO NOTHING"
    );
    for id in &choices.projects {
        conn.execute(&project, params![user.get(), id.get()]).await?;
    }
    Ok(())
}
