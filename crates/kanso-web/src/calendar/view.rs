//! The page of the calendar.

use askama::Template;

use crate::filter::view::FilterBox;
use crate::page::Page;
use crate::project::tabs::ProjectTabs;

/// A week, from Monday to Sunday.
pub(crate) struct WeekView {
    pub(crate) days: Vec<DayView>,
}

pub(crate) struct DayView {
    /// As `2026-11-22`.
    pub(crate) iso: String,
    pub(crate) number: i8,
    /// The day in words, with its weekday.
    pub(crate) label: String,
    pub(crate) is_today: bool,
    /// Whether it only fills a week of the month.
    pub(crate) is_outside: bool,
    pub(crate) tasks: Vec<EntryView>,
}

/// A task on a day.
pub(crate) struct EntryView {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) color: String,
    pub(crate) is_open: bool,
    pub(crate) is_late: bool,
    /// The time of day at which it is due, on the day it is due; none for midnight.
    pub(crate) time: Option<String>,
    /// In Unix seconds.
    pub(crate) due: i64,
    /// Whether the reader may carry it to another day from here.
    pub(crate) may_carry: bool,
    /// Which of its days this is.
    pub(crate) part: Part,
}

/// Which part of a task's time, from start to due date, a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Only,
    First,
    Between,
    Last,
}

pub(crate) struct ModeView {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) is_shown: bool,
}

#[derive(Template)]
#[template(path = "calendar/show.html")]
pub(crate) struct CalendarPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tabs: ProjectTabs,
    pub(crate) filter: FilterBox,
    pub(crate) title: String,
    pub(crate) modes: Vec<ModeView>,
    /// `month` or `week`, for the style sheet.
    pub(crate) mode: &'static str,
    pub(crate) earlier: String,
    pub(crate) later: String,
    pub(crate) today: String,
    pub(crate) weekdays: Vec<String>,
    pub(crate) weeks: Vec<WeekView>,
    pub(crate) is_empty: bool,
    /// Whether the reader may change tasks.
    pub(crate) may_work: bool,
}

impl Part {
    /// As the style sheet calls it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Only => "only",
            Self::First => "first",
            Self::Between => "between",
            Self::Last => "last",
        }
    }

    /// Whether the task is due on that day.
    pub(crate) const fn is_due(self) -> bool {
        matches!(self, Self::Only | Self::Last)
    }
}
