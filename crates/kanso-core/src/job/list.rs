//! How the jobs stand.

use kanso_db::{Conn, row};
use kanso_domain::Permission;

use super::Job;
use crate::action::next_daily;
use crate::{Actor, App, Result};

row! {
    pub(super) struct Row {
        name: String,
        day: String,
        started_at_ms: i64,
        finished_at_ms: Option<i64>,
        took_ms: Option<i64>,
        done: Option<i64>,
        error: Option<String>,
        failures: i64,
        next_due_at_ms: i64,
        leased_until_ms: Option<i64>,
        leased_by: Option<String>,
    }
}

/// What became of a job when it was last begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobState {
    /// It was never begun.
    New,
    /// Somebody does it: which of the servers.
    UnderWay(String),
    /// It ended well; how many projects, tasks or rows it was about.
    Done(i64),
    /// It failed; why, which is not for everybody's eyes.
    Failed(String),
    /// Who did it ended before it did.
    Interrupted,
}

/// A job, as administrators see it. Times are in Unix milliseconds.
#[derive(Clone, Debug)]
pub struct ListedJob {
    /// Which.
    pub job: Job,
    /// How far it is.
    pub state: JobState,
    /// When it was last begun.
    pub started_at_ms: Option<i64>,
    /// How long it took when it last ended.
    pub took_ms: Option<i64>,
    /// When it will be done, at the earliest.
    pub next_due_at_ms: i64,
}

/// The jobs of the server, in the order in which they are done, for administrators.
#[crate::use_case]
pub async fn list_jobs(app: &App, actor: &Actor) -> Result<Vec<ListedJob>> {
    actor.require(Permission::Administrate)?;
    look(app).await
}

/// The same for whoever does them.
pub(super) async fn look(app: &App) -> Result<Vec<ListedJob>> {
    let rows = app.read(|conn| Box::pin(async move { rows(conn).await })).await?;
    let now = app.clock().now_ms();
    let today = today(app);
    let tomorrow = next_daily(app);
    let listed = |job: Job| {
        let row = rows.iter().find(|row| row.name == job.as_str());
        row.map_or_else(|| ListedJob::new(job, now), |row| row.listed(job, now, &today, tomorrow))
    };
    Ok(Job::ALL.into_iter().map(listed).collect())
}

async fn rows(conn: &Conn) -> Result<Vec<Row>> {
    Ok(conn.all(&format!("SELECT {} FROM jobs", Row::COLUMNS), &[]).await?)
}

/// The day that it is, in the time zone of the settings.
pub(super) fn today(app: &App) -> String {
    app.settings().date_input().local(app.clock().now()).date().to_string()
}

impl ListedJob {
    fn new(job: Job, now: i64) -> Self {
        Self { job, state: JobState::New, started_at_ms: None, took_ms: None, next_due_at_ms: now }
    }

    /// Whether it may be done at this time, and nobody does it.
    pub(super) fn is_due(&self, now: i64) -> bool {
        self.next_due_at_ms <= now && !matches!(self.state, JobState::UnderWay(_))
    }
}

impl Row {
    fn listed(&self, job: Job, now: i64, today: &str, tomorrow: i64) -> ListedJob {
        let state = match (&self.leased_until_ms, &self.leased_by, &self.error, self.done) {
            (Some(until), Some(by), ..) if *until > now => JobState::UnderWay(by.clone()),
            (Some(_), ..) => JobState::Interrupted,
            (None, _, Some(error), _) => JobState::Failed(error.clone()),
            (None, _, None, Some(done)) => JobState::Done(done),
            (None, _, None, None) => JobState::New,
        };
        let next_due_at_ms = if self.day.as_str() >= today {
            tomorrow
        } else if self.failures > 0 {
            self.next_due_at_ms
        } else {
            // The day may have begun earlier than was foreseen, in another time zone.
            self.next_due_at_ms.min(now)
        };
        let (started_at_ms, took_ms) = (Some(self.started_at_ms), self.finished_at_ms.and(self.took_ms));
        ListedJob { job, state, started_at_ms, took_ms, next_due_at_ms }
    }
}
