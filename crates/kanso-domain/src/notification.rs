//! What people are told of what others do, and when.

use std::str::FromStr;

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan, Unit, Zoned};

use crate::board::Step;
use crate::{Event, UserId};

/// What an event is about, as people choose what they want to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// A task was created, changed, tagged, closed, opened or removed.
    Task,
    /// A task was given to somebody else.
    Assignee,
    /// A task went to another column, swimlane or project.
    Move,
    /// A task went up or down in its column.
    Position,
    /// A comment was written, changed or removed.
    Comment,
    /// The same of a subtask.
    Subtask,
    /// A file was attached or removed.
    File,
    /// A link between tasks was made or removed.
    Link,
}

impl Topic {
    /// All there are, as they are listed.
    pub const ALL: [Self; 8] = [
        Self::Task,
        Self::Assignee,
        Self::Move,
        Self::Position,
        Self::Comment,
        Self::Subtask,
        Self::File,
        Self::Link,
    ];

    /// What an event is about; `None` for what nobody is told.
    pub fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::TaskCreated { .. }
            | Event::TaskUpdated { .. }
            | Event::TaskTagged { .. }
            | Event::TaskClosed { .. }
            | Event::TaskOpened { .. }
            | Event::TaskRemoved { .. }
            | Event::TaskRestored { .. } => Self::Task,
            Event::TaskAssigned { .. } => Self::Assignee,
            Event::TaskMoved { from, to, .. } => match Step::between(*from, *to) {
                Step::Swimlane | Step::Column => Self::Move,
                Step::Position | Step::Nowhere => Self::Position,
            },
            Event::TaskMovedToProject { .. } => Self::Move,
            Event::CommentCreated { .. } | Event::CommentUpdated { .. } | Event::CommentRemoved { .. } => {
                Self::Comment
            }
            Event::SubtaskCreated { .. } | Event::SubtaskUpdated { .. } | Event::SubtaskRemoved { .. } => {
                Self::Subtask
            }
            Event::FileAdded { .. } | Event::FileRemoved { .. } => Self::File,
            Event::LinkSaved { .. } | Event::LinkRemoved { .. } => Self::Link,
            Event::Managed { .. } => return None,
        })
    }

    /// The name that is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Assignee => "assignee",
            Self::Move => "move",
            Self::Position => "position",
            Self::Comment => "comment",
            Self::Subtask => "subtask",
            Self::File => "file",
            Self::Link => "link",
        }
    }
}

impl FromStr for Topic {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == name).ok_or(())
    }
}

/// Of which tasks somebody wants to be told, by the numbers that Kanboard stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    Assigned,
    Created,
    Both,
}

impl Which {
    /// The filter of a stored number; an unknown one is Kanboard's default, both.
    pub const fn of(number: i64) -> Self {
        match number {
            1 => Self::All,
            2 => Self::Assigned,
            3 => Self::Created,
            _ => Self::Both,
        }
    }

    /// Whether it asks for a task with this assignee and creator.
    pub fn admits(self, who: UserId, assignee: i64, creator: i64) -> bool {
        let (is_assignee, is_creator) = (assignee == who.get(), creator == who.get());
        match self {
            Self::All => true,
            Self::Assigned => is_assignee,
            Self::Created => is_creator,
            Self::Both => is_assignee || is_creator,
        }
    }
}

/// How often somebody wants mail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rhythm {
    /// A mail for each event.
    #[default]
    Now,
    /// One each hour, when there is something.
    Hourly,
    /// One each morning, when there is something.
    Daily,
}

impl Rhythm {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Now, Self::Hourly, Self::Daily];

    /// The name that is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Hourly => "hourly",
            Self::Daily => "daily",
        }
    }
}

impl FromStr for Rhythm {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|rhythm| rhythm.as_str() == name).ok_or(())
    }
}

/// The hours of a day in which somebody wants no mail, in minutes after midnight. They may go over midnight; a day
/// that begins and ends at the same minute has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuietHours {
    /// When they begin.
    pub from: i64,
    /// When they end.
    pub until: i64,
}

/// When the daily mail goes out.
const MORNING: Time = Time::constant(8, 0, 0, 0);

/// When a mail about something that happens now goes out to somebody who lives in `zone`. Both times are in Unix
/// milliseconds; one that cannot be computed is now.
pub fn mail_due(now_ms: i64, zone: &TimeZone, rhythm: Rhythm, quiet: QuietHours) -> i64 {
    let Ok(now) = Timestamp::from_millisecond(now_ms) else { return now_ms };
    let now = now.to_zoned(zone.clone());
    let due = match rhythm {
        Rhythm::Now => Some(now),
        Rhythm::Hourly => next_hour(&now),
        Rhythm::Daily => next_at(&now, MORNING),
    };
    due.and_then(|due| quiet.end_after(&due)).map_or(now_ms, |due| due.timestamp().as_millisecond())
}

impl QuietHours {
    fn end_after(self, due: &Zoned) -> Option<Zoned> {
        let minute = i64::from(due.hour()) * 60 + i64::from(due.minute());
        let is_quiet = if self.from <= self.until {
            (self.from..self.until).contains(&minute)
        } else {
            minute >= self.from || minute < self.until
        };
        if is_quiet { next_at(due, minute_of_day(self.until)?) } else { Some(due.clone()) }
    }
}

/// The time of a minute after midnight.
pub fn minute_of_day(minute: i64) -> Option<Time> {
    Time::new(i8::try_from(minute.div_euclid(60)).ok()?, i8::try_from(minute.rem_euclid(60)).ok()?, 0, 0).ok()
}

fn next_hour(now: &Zoned) -> Option<Zoned> {
    let hour: Span = 1.hour();
    now.checked_add(hour)
        .ok()?
        .round(jiff::ZonedRound::new().smallest(Unit::Hour).mode(jiff::RoundMode::Trunc))
        .ok()
}

/// The next time the clock shows this time: today, or tomorrow when that is over.
fn next_at(now: &Zoned, time: Time) -> Option<Zoned> {
    let at = |day: &Zoned| day.date().to_datetime(time).to_zoned(day.time_zone().clone()).ok();
    let today = at(now)?;
    if today > *now { Some(today) } else { at(&now.checked_add(1.day()).ok()?) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Slot;

    /// 2026-09-21 14:13:20 in UTC, 16:13:20 in Paris.
    const NOW: i64 = 1_790_000_000_000;
    const NONE: QuietHours = QuietHours { from: 0, until: 0 };

    fn due(rhythm: Rhythm, quiet: QuietHours) -> String {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let due = Timestamp::from_millisecond(mail_due(NOW, &zone, rhythm, quiet)).unwrap();
        due.to_zoned(zone).strftime("%d %H:%M:%S").to_string()
    }

    #[test]
    fn mail_goes_out_in_the_rhythm_that_somebody_chose() {
        assert_eq!(due(Rhythm::Now, NONE), "21 16:13:20");
        assert_eq!(due(Rhythm::Hourly, NONE), "21 17:00:00");
        assert_eq!(due(Rhythm::Daily, NONE), "22 08:00:00");
    }

    #[test]
    fn quiet_hours_put_mail_off_until_they_end() {
        let hours = |from: i64, until: i64| QuietHours { from: from * 60, until: until * 60 };
        assert_eq!(due(Rhythm::Now, hours(16, 18)), "21 18:00:00");
        assert_eq!(due(Rhythm::Now, hours(15, 7)), "22 07:00:00", "over midnight");
        assert_eq!(due(Rhythm::Now, hours(18, 7)), "21 16:13:20", "not yet");
        assert_eq!(due(Rhythm::Hourly, hours(17, 18)), "21 18:00:00", "what is due in them waits, too");
        assert_eq!(due(Rhythm::Daily, hours(22, 9)), "22 09:00:00");
    }

    proptest! {
        #[test]
        fn no_mail_is_due_in_quiet_hours_or_before_what_it_tells(
            now in 0_i64..4_000_000_000_000,
            from in 0_i64..1_440,
            until in 0_i64..1_440,
            rhythm in prop::sample::select(&Rhythm::ALL[..]),
        ) {
            let quiet = QuietHours { from, until };
            let due = mail_due(now, &TimeZone::UTC, rhythm, quiet);
            prop_assert!(due >= now);
            prop_assert!(due - now < 3 * 24 * 3_600_000, "but soon");
            let due = Timestamp::from_millisecond(due).unwrap().to_zoned(TimeZone::UTC);
            let minute = i64::from(due.hour()) * 60 + i64::from(due.minute());
            let is_quiet = if from <= until { from <= minute && minute < until } else { minute >= from || minute < until };
            prop_assert!(!is_quiet);
        }
    }

    #[test]
    fn tasks_are_chosen_by_who_has_and_who_made_them() {
        let ask = |which: i64| Which::of(which);
        for (number, asked) in
            [(1, [true; 4]), (2, [true, false, true, false]), (3, [false, true, true, false])]
        {
            let given = [(7, 1), (1, 7), (7, 7), (1, 1)]
                .map(|(owner, maker)| ask(number).admits(7.into(), owner, maker));
            assert_eq!(given, asked, "{number}");
        }
        assert!(ask(4).admits(7.into(), 1, 7) && !ask(4).admits(7.into(), 1, 1));
    }

    #[test]
    fn a_step_inside_a_column_is_a_topic_of_its_own() {
        let slot = |column: i64, position: i64| Slot::new(1.into(), column.into(), position);
        let moved = |to| Event::TaskMoved { task: 1.into(), from: slot(1, 1), to, moved_before: 0 };
        assert_eq!(Topic::of(&moved(slot(1, 2))), Some(Topic::Position));
        assert_eq!(Topic::of(&moved(slot(2, 1))), Some(Topic::Move));
        for topic in Topic::ALL {
            assert_eq!(topic.as_str().parse(), Ok(topic));
        }
    }
}
