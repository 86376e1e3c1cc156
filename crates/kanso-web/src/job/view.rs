//! Jobs as administrators see them.

use askama::Template;
use kanso_core::job::{Job, JobState, ListedJob};

use crate::page::Page;

pub(crate) struct JobLine {
    pub(crate) name: &'static str,
    pub(crate) title: String,
    pub(crate) about: String,
    pub(crate) state: String,
    /// The class of the state's badge.
    pub(crate) tone: &'static str,
    /// What it did, or why it failed.
    pub(crate) result: Option<String>,
    pub(crate) last: Option<String>,
    pub(crate) took: Option<String>,
    pub(crate) next: String,
    pub(crate) is_under_way: bool,
}

#[derive(Template)]
#[template(path = "job/list.html")]
pub(crate) struct JobsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    /// What became of the job that was just done.
    pub(crate) notice: Option<JobLine>,
    pub(crate) lines: Vec<JobLine>,
}

impl JobLine {
    pub(super) fn new(page: &Page, listed: &ListedJob) -> Self {
        let (state, tone) = match listed.state {
            JobState::New => ("job-new", ""),
            JobState::UnderWay(_) => ("job-under-way", ""),
            JobState::Done(_) => ("job-done", "good"),
            JobState::Failed(_) => ("job-failed", "bad"),
            JobState::Interrupted => ("job-interrupted", "warn"),
        };
        let moment = |at_ms: i64| page.moment(at_ms.div_euclid(1000));
        let next = match listed.next_due_at_ms {
            soon if soon.div_euclid(1000) <= page.now => page.text("job-next-soon"),
            later => page.say("job-next", "moment", moment(later)),
        };
        Self {
            name: listed.job.as_str(),
            title: page.text(title(listed.job)),
            about: page.text(about(listed.job)),
            state: page.text(state),
            tone,
            result: result(page, listed),
            last: listed.started_at_ms.map(|at| page.say("job-last", "moment", moment(at))),
            took: listed.took_ms.map(|took| page.say("job-took", "time", duration(page, took))),
            next,
            is_under_way: matches!(listed.state, JobState::UnderWay(_)),
        }
    }
}

fn result(page: &Page, listed: &ListedJob) -> Option<String> {
    match &listed.state {
        JobState::New => None,
        JobState::UnderWay(server) => Some(page.say("job-by", "server", server)),
        JobState::Done(0) => Some(page.text("job-did-nothing")),
        JobState::Done(count) => Some(page.count(did(listed.job), count)),
        JobState::Failed(error) => Some(error.clone()),
        JobState::Interrupted => Some(page.text("job-interrupted-hint")),
    }
}

fn duration(page: &Page, ms: i64) -> String {
    if ms < 10_000 { page.say("milliseconds", "n", ms) } else { page.say("job-seconds", "n", ms / 1000) }
}

const fn title(job: Job) -> &'static str {
    match job {
        Job::Actions => "job-actions",
        Job::Reminders => "job-reminders",
        Job::Recurrences => "job-recurrences",
        Job::Trash => "job-trash",
        Job::Notifications => "job-notifications",
        Job::Mails => "job-mails",
        Job::RuleLog => "job-rule-log",
        Job::Sessions => "job-sessions",
        Job::Backup => "job-backup",
    }
}

const fn about(job: Job) -> &'static str {
    match job {
        Job::Actions => "job-about-actions",
        Job::Reminders => "job-about-reminders",
        Job::Recurrences => "job-about-recurrences",
        Job::Trash => "job-about-trash",
        Job::Notifications => "job-about-notifications",
        Job::Mails => "job-about-mails",
        Job::RuleLog => "job-about-rule-log",
        Job::Sessions => "job-about-sessions",
        Job::Backup => "job-about-backup",
    }
}

const fn did(job: Job) -> &'static str {
    match job {
        Job::Actions => "job-did-projects",
        Job::Reminders => "job-did-reminders",
        Job::Recurrences => "job-did-recurrences",
        Job::Trash => "job-did-tasks",
        Job::Notifications | Job::Mails | Job::RuleLog | Job::Sessions => "job-did-rows",
        Job::Backup => "job-did-backup",
    }
}
