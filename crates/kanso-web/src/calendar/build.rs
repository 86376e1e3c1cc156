//! Weeks with their tasks.

use jiff::ToSpan;
use jiff::civil::Date;
use kanso_core::board::FullTask;
use kanso_domain::TaskAct;

use super::span::{Days, Mode};
use super::view::{DayView, EntryView, Part, WeekView};
use crate::page::Page;
use crate::rights::Rights;

/// The weeks of a page, each task on all of its days.
pub(super) fn weeks(page: &Page, days: Days, tasks: &[FullTask], rights: &Rights) -> Vec<WeekView> {
    let mut spans: Vec<(Date, Date, &FullTask)> = tasks.iter().map(|task| span(page, task)).collect();
    // What began earlier stands above, so that its days stand in one row as long as there is room.
    spans.sort_by_key(|(start, due, task)| (*start, std::cmp::Reverse(*due), task.date_due, task.id));
    let day = |day: Date| DayView {
        tasks: spans
            .iter()
            .filter_map(|(start, due, task)| entry(page, day, *start, *due, task, rights))
            .collect(),
        ..DayView::new(page, days, day)
    };
    let week = |monday: Date| WeekView { days: monday.series(1.day()).take(7).map(day).collect() };
    days.weeks().into_iter().map(week).collect()
}

/// What the page is called: the month, or the first and the last day of the week.
pub(super) fn title(page: &Page, days: Days) -> String {
    match days.mode {
        Mode::Month => {
            let month = page.text(&format!("month-name-{}", days.day.month()));
            page.locale.with("calendar-month", &[("month", &month), ("year", &days.day.year())])
        }
        Mode::Week => {
            let last = days.end().yesterday().unwrap_or(days.day);
            let (first, last) = (page.day(days.first()), page.day(last));
            page.locale.with("calendar-week", &[("first", &first), ("last", &last)])
        }
    }
}

/// The names of the weekdays from Monday on, short.
pub(super) fn weekdays(page: &Page) -> Vec<String> {
    (1..=7).map(|weekday| page.text(&format!("weekday-{weekday}"))).collect()
}

/// The days from start to due date.
fn span<'t>(page: &Page, task: &'t FullTask) -> (Date, Date, &'t FullTask) {
    let due = page.civil(task.date_due.unwrap_or_default()).date();
    let start = match task.date_started.unwrap_or_default() {
        0 => due,
        started => page.civil(started).date().min(due),
    };
    (start, due, task)
}

fn entry(
    page: &Page,
    day: Date,
    start: Date,
    due: Date,
    task: &FullTask,
    rights: &Rights,
) -> Option<EntryView> {
    let part = match day {
        day if day < start || day > due => return None,
        _ if start == due => Part::Only,
        day if day == start => Part::First,
        day if day == due => Part::Last,
        _ => Part::Between,
    };
    let at = task.date_due.unwrap_or_default();
    let time = page.civil(at).strftime("%H:%M").to_string();
    Some(EntryView {
        id: task.id.get(),
        title: task.title.clone(),
        color: task.color_id.clone(),
        is_open: task.is_active == 1,
        is_late: task.is_active == 1 && at < page.now && due < page.civil(page.now).date(),
        time: Some(time).filter(|time| part.is_due() && time != "00:00"),
        due: at,
        may_carry: part.is_due() && rights.may(TaskAct::Update, task.owner_id),
        part,
    })
}

impl DayView {
    fn new(page: &Page, days: Days, day: Date) -> Self {
        let weekday = page.text(&format!("weekday-{}", day.weekday().to_monday_one_offset()));
        Self {
            iso: day.to_string(),
            number: day.day(),
            label: page.locale.with("calendar-day", &[("weekday", &weekday), ("date", &page.day(day))]),
            is_today: day == page.civil(page.now).date(),
            is_outside: !days.is_about(day),
            tasks: Vec::new(),
        }
    }
}
