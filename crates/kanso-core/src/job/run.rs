//! Doing jobs: those that are due, or one because somebody says so.

use std::pin::pin;

use kanso_domain::Permission;

use super::lease::{self, Lease, RENEWAL};
use super::list::{ListedJob, look, today};
use super::{Job, JobState, work};
use crate::{Actor, App, Conflict, Error, Result};

/// What became of a job that might have been done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done; how many projects, tasks or rows that were, and how long it took in milliseconds.
    Done(i64, i64),
    /// It failed; why. It is tried again after a pause.
    Failed(String),
    /// It was done today, or failed a moment ago: when it is due, in Unix milliseconds.
    NotDue(i64),
    /// Another server does it.
    UnderWay,
}

/// Does the jobs of today that are not done yet, one after the other, and answers for each what became of it. One that
/// fails does not keep the others from being done. Any number of servers may call this at any time.
///
/// # Errors
///
/// When the database does not answer; what was done until then stays.
#[crate::use_case]
pub async fn run_due_jobs(app: &App) -> Result<Vec<(Job, Outcome)>> {
    let mut outcomes = Vec::with_capacity(Job::ALL.len());
    for listed in look(app).await? {
        outcomes.push((listed.job, run_if_due(app, &listed).await?));
    }
    Ok(outcomes)
}

/// Does a job now, whether it is due or not, for administrators. What it has done today already it does not do twice.
///
/// # Errors
///
/// [`Conflict::AlreadyRunning`] when somebody does it at the moment.
#[crate::use_case]
pub async fn run_job(app: &App, actor: &Actor, job: Job) -> Result<Outcome> {
    actor.require(Permission::Administrate)?;
    match lease::claim(app, job, &today(app), false).await? {
        Some(lease) => run(app, lease).await,
        None => Err(Error::Conflict(Conflict::AlreadyRunning)),
    }
}

async fn run_if_due(app: &App, listed: &ListedJob) -> Result<Outcome> {
    if let JobState::UnderWay(_) = listed.state {
        return Ok(Outcome::UnderWay);
    }
    if !listed.is_due(app.clock().now_ms()) {
        return Ok(Outcome::NotDue(listed.next_due_at_ms));
    }
    match lease::claim(app, listed.job, &today(app), true).await? {
        Some(lease) => run(app, lease).await,
        None => Ok(Outcome::UnderWay),
    }
}

async fn run(app: &App, lease: Lease) -> Result<Outcome> {
    let begun = app.clock().now_ms();
    let done = work_under(app, &lease).await;
    if let Err(error) = &done {
        tracing::error!(job = lease.job.as_str(), %error, "a job failed; it is tried again");
    }
    lease::settle(app, lease, &done).await?;
    let took = app.clock().now_ms() - begun;
    Ok(match done {
        Ok(done) => Outcome::Done(done, took),
        Err(error) => Outcome::Failed(error.to_string()),
    })
}

/// Does the work, and holds the lease until it is done.
async fn work_under(app: &App, lease: &Lease) -> Result<i64> {
    let mut work = pin!(work::carry_out(app, lease.job));
    loop {
        let renewal = app.clock().now_ms().saturating_add(RENEWAL);
        tokio::select! {
            done = &mut work => return done,
            () = app.clock().wait_until(renewal) => {
                if let Err(error) = lease::renew(app, lease).await {
                    tracing::warn!(job = lease.job.as_str(), %error, "cannot hold a job for longer");
                }
            }
        }
    }
}
