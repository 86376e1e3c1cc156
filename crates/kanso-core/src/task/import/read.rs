//! What a line of a list asks for.

use std::collections::HashMap;

use kanso_domain::date::DateInput;
use kanso_domain::{ProjectId, TaskId, UserId, color};

use super::{ListedTask, Names};
use crate::external_link::{NewExternalLink, check_address};
use crate::task::NewTask;
use crate::{Error, Fault};

/// A task to make.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) new: NewTask,
    pub(super) link: Option<Link>,
    pub(super) is_closed: bool,
}

/// Something elsewhere that the task is about.
#[derive(Debug)]
pub(super) struct Link(String);

/// What was read so far, and what was wrong with it.
struct Reading<'r> {
    dates: &'r DateInput,
    now: i64,
    faults: Vec<Fault>,
}

impl Read {
    /// The task that a line asks for, or all that is wrong with it.
    pub(super) fn of(
        task: &ListedTask,
        project: ProjectId,
        names: &Names,
        dates: &DateInput,
        now: i64,
    ) -> Result<Self, Vec<Fault>> {
        let mut reading = Reading { dates, now, faults: Vec::new() };
        let new = NewTask {
            project,
            title: task.title.trim().to_owned(),
            description: given(&task.description).map(str::to_owned),
            color: reading.color(&task.color),
            column: reading.named("column", &task.column, &names.columns).map(Into::into),
            swimlane: reading.named("swimlane", &task.swimlane, &names.swimlanes).map(Into::into),
            owner: reading.person("assignee", &task.assignee, names).unwrap_or_default(),
            creator: reading.person("creator", &task.creator, names),
            date_due: reading.date("date_due", &task.date_due),
            date_started: reading.date("date_started", &task.date_started),
            category: reading.named("category", &task.category, &names.categories),
            score: reading.number("score", &task.score),
            priority: reading.number("priority", &task.priority),
            reference: given(&task.reference).map(str::to_owned),
            time_spent: reading.hours("time_spent", &task.time_spent),
            time_estimated: reading.hours("time_estimated", &task.time_estimated),
            tags: task.tags.split(',').filter_map(given).map(str::to_owned).collect(),
            ..NewTask::default()
        };
        let link = given(&task.link).map(|url| Link(url.to_owned()));
        reading.take(new.check());
        reading.take(link.as_ref().map_or(Ok(()), |link| check_address(&link.0)));
        let is_closed = matches!(task.status.trim().to_ascii_lowercase().as_str(), "1" | "true" | "closed");
        if reading.faults.is_empty() { Ok(Self { new, link, is_closed }) } else { Err(reading.faults) }
    }
}

impl Link {
    pub(super) fn of(self, task: TaskId) -> NewExternalLink {
        let dependency = "related".to_owned();
        NewExternalLink { task, provider: None, url: self.0, dependency, title: String::new() }
    }
}

impl Reading<'_> {
    fn take(&mut self, checked: crate::Result<()>) {
        if let Err(Error::Invalid(fault)) = checked {
            self.faults.push(fault);
        }
    }

    /// What was made of a value; a value that nothing can be made of is a fault.
    fn read<T>(
        &mut self,
        field: &'static str,
        text: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = given(text)?;
        let value = read(text);
        if value.is_none() {
            self.faults.push(Fault::Unknown(field));
        }
        value
    }

    fn color(&mut self, text: &str) -> Option<String> {
        let is =
            |color: &&color::Color, text: &str| color.id == text || color.name.eq_ignore_ascii_case(text);
        self.read("color", text, |text| {
            color::ALL.iter().find(|color| is(color, text)).map(|color| color.id.to_owned())
        })
    }

    fn named(&mut self, field: &'static str, text: &str, names: &HashMap<String, i64>) -> Option<i64> {
        self.read(field, text, |text| names.get(text).copied())
    }

    fn person(&mut self, field: &'static str, text: &str, names: &Names) -> Option<UserId> {
        let found = given(text).and_then(|name| names.people.get(name));
        match found {
            Some(Ok(user)) => Some(*user),
            Some(Err(Fault::Unknown(_))) => {
                self.faults.push(Fault::Unknown(field));
                None
            }
            Some(Err(fault)) => {
                self.faults.push(fault.clone());
                None
            }
            None => None,
        }
    }

    fn date(&mut self, field: &'static str, text: &str) -> Option<i64> {
        let (dates, now) = (self.dates, self.now);
        self.read(field, text, |text| dates.parse(text, now))
    }

    fn number(&mut self, field: &'static str, text: &str) -> Option<i64> {
        self.read(field, text, |text| text.parse::<i32>().ok().map(i64::from))
    }

    fn hours(&mut self, field: &'static str, text: &str) -> Option<f64> {
        const MOST: f64 = 1_000_000.0;
        let is_time = |hours: &f64| (0.0..=MOST).contains(hours);
        self.read(field, text, |text| text.replace(',', ".").parse().ok().filter(is_time))
    }
}

/// The text, unless it is empty.
fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}
