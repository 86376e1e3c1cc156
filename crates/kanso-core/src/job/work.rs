//! What each job does.

use super::Job;
use crate::{
    App, Result, action, archive, backup, identity, incoming, mail, notification, recurrence, session, trash,
};

/// Does it, and answers how many projects, tasks or rows that were.
pub(super) async fn carry_out(app: &App, job: Job) -> Result<i64> {
    let done = match job {
        Job::Actions => return action::run_daily(app).await.map(number),
        Job::Reminders => return notification::remind_of_overdue(app).await.map(number),
        Job::Recurrences => return recurrence::create_due_tasks(app).await.map(number),
        Job::Trash => {
            archive::forget_archives(app).await?;
            trash::empty_old(app).await
        }
        Job::Notifications => notification::forget_notifications(app).await,
        Job::Mails => {
            incoming::forget_incoming(app).await?;
            mail::forget_mails(app).await
        }
        Job::RuleLog => action::forget_old_log(app).await,
        Job::Sessions => {
            identity::forget_spent_answers(app).await?;
            session::remove_expired_sessions(app).await
        }
        Job::Backup => return backup::keep_nightly(app).await,
    };
    done.map(number)
}

fn number(done: impl TryInto<i64>) -> i64 {
    done.try_into().unwrap_or(i64::MAX)
}
