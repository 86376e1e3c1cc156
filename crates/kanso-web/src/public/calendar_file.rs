//! What a calendar holds, as iCalendar.

use icalendar::{Calendar, Component, Event, EventLike, Parameter, Property};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use kanso_core::public::CalendarTask;
use url::Url;

use super::feed_file::moment;
use crate::page::Page;
use crate::person::Person;

/// A calendar to be written.
pub(super) struct CalendarFile<'a> {
    pub(super) page: &'a Page,
    pub(super) name: &'a str,
    /// Opens the tasks to everybody.
    pub(super) token: Option<&'a str>,
}

impl CalendarFile<'_> {
    /// The calendar of these tasks. Programs that show it ask again after an hour.
    pub(super) fn write(&self, tasks: &[CalendarTask]) -> String {
        let mut calendar = Calendar::new();
        calendar.name(self.name);
        calendar.append_property(("X-PUBLISHED-TTL", "PT1H"));
        let hourly = Property::new("REFRESH-INTERVAL", "PT1H")
            .append_parameter(Parameter::new("VALUE", "DURATION"))
            .done();
        calendar.append_property(hourly);
        for task in tasks {
            calendar.push(self.event(task));
        }
        calendar.to_string()
    }

    /// A task with a start reaches from there to its due date; one without is due then, on the whole day if it has no
    /// time.
    fn event(&self, task: &CalendarTask) -> Event {
        let mut event = Event::new();
        event
            .uid(&format!("task-{}@{}", task.id, self.host()))
            .timestamp(moment(task.date_modification).to_utc())
            .created(moment(task.date_creation).to_utc())
            .last_modified(moment(task.date_modification).to_utc())
            .summary(&format!("#{} {}", task.id, task.title))
            .description(&self.about(task))
            .url(&self.address(task));
        if let Some(category) = &task.category_name {
            event.categories([category.as_str()]);
        }
        let due = moment(task.date_due).to_utc();
        let local = self.page.civil(task.date_due);
        match task.date_started.filter(|started| *started > 0 && *started < task.date_due) {
            Some(started) => event.starts(moment(started).to_utc()).ends(due),
            None if local.time() == Time::midnight() => {
                event.starts(moment(midnight(local.date())).date_naive())
            }
            None => event.starts(due),
        };
        event.done()
    }

    fn about(&self, task: &CalendarTask) -> String {
        let who = Person::named(task.assignee_name.as_deref(), task.assignee_username.as_deref());
        let head = match who {
            Some(who) => format!("{} · {}", task.project_name, who.name),
            None => task.project_name.clone(),
        };
        match task.description.as_deref().unwrap_or_default() {
            "" => head,
            description => format!("{head}\n\n{description}"),
        }
    }

    fn address(&self, task: &CalendarTask) -> String {
        let root = &self.page.root;
        match self.token {
            Some(token) => format!("{root}public/task/{}/{token}", task.id),
            None => format!("{root}task/{}", task.id),
        }
    }

    fn host(&self) -> String {
        let host = Url::parse(&self.page.root).ok().and_then(|root| root.host_str().map(str::to_owned));
        host.unwrap_or_else(|| "kanso".to_owned())
    }
}

/// When a day begins in UTC, in Unix seconds: the calendar's library takes its date from there.
fn midnight(date: Date) -> i64 {
    date.to_zoned(TimeZone::UTC).map_or(0, |midnight| midnight.timestamp().as_second())
}
