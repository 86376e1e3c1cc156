//! What the pieces of a phrase mean together.

use jiff::civil::{Date, Weekday};

use super::pieces::{Piece, Unit};
use super::{OfMonth, Towards};

/// A phrase: a date, and steps from it. Without a date the steps begin today.
#[derive(Debug, Default)]
pub(super) struct Phrase {
    pub(super) date: Option<Date>,
    pub(super) months: i64,
    pub(super) days: i64,
    pub(super) seconds: i64,
    pub(super) weekday: Option<(Weekday, Towards)>,
    /// Whether it speaks of this, the next or the last week.
    pub(super) names_week: bool,
    pub(super) of_month: Option<OfMonth>,
    /// A month, and the day and year beside it.
    month: Option<(i8, Option<i8>, Option<i16>)>,
}

impl Phrase {
    /// What the pieces mean; `None` if they do not make sense together.
    pub(super) fn read(pieces: &[Piece], today: Date) -> Option<Self> {
        let mut phrase = Self::default();
        let mut rest = pieces;
        while !rest.is_empty() {
            rest = phrase.take(rest)?;
        }
        if let Some((month, day, year)) = phrase.month {
            phrase.date = Some(Date::new(year.unwrap_or(today.year()), month, day.unwrap_or(1)).ok()?);
        }
        Some(phrase)
    }

    /// Takes in what the pieces begin with, and answers the others.
    fn take<'a>(&mut self, pieces: &'a [Piece]) -> Option<&'a [Piece]> {
        if let Some((of_month, rest)) = of_month(pieces) {
            self.of_month = Some(of_month);
            return Some(rest);
        }
        Some(match pieces {
            [Piece::Relation(n), Piece::Unit(unit), rest @ ..] => {
                self.names_week |= *unit == Unit::Week;
                self.step(*n, *unit)?;
                rest
            }
            [Piece::Relation(n), Piece::Weekday(weekday), rest @ ..] => {
                let towards = match n {
                    1.. => Towards::After,
                    0 => Towards::OnOrAfter,
                    ..0 => Towards::Before,
                };
                self.weekday = Some((*weekday, towards));
                rest
            }
            [Piece::Number(n) | Piece::Ordinal(n), Piece::Unit(unit), rest @ ..] => {
                self.step(*n, *unit)?;
                rest
            }
            [Piece::Number(day), Piece::Month(month), Piece::Number(year @ 1000..), rest @ ..] => {
                self.month = Some((*month, Some(i8::try_from(*day).ok()?), Some(i16::try_from(*year).ok()?)));
                rest
            }
            [Piece::Number(day), Piece::Month(month), rest @ ..] => {
                self.month = Some((*month, Some(i8::try_from(*day).ok()?), None));
                rest
            }
            [Piece::Month(_), ..] => self.take_month(pieces)?,
            [Piece::Weekday(weekday), rest @ ..] => {
                self.weekday = Some((*weekday, Towards::OnOrAfter));
                rest
            }
            [Piece::Day(days), rest @ ..] => {
                self.days = self.days.checked_add(*days)?;
                rest
            }
            [Piece::Date(date), rest @ ..] => {
                self.date = Some(*date);
                rest
            }
            // It turns all steps before it around.
            [Piece::Ago, rest @ ..] => {
                (self.months, self.days, self.seconds) = (-self.months, -self.days, -self.seconds);
                rest
            }
            [Piece::Number(_) | Piece::Ordinal(_) | Piece::Relation(_) | Piece::Unit(_) | Piece::Of, ..]
            | [] => return None,
        })
    }

    /// A month that is named before its day and year, if they are named at all.
    fn take_month<'a>(&mut self, pieces: &'a [Piece]) -> Option<&'a [Piece]> {
        let (month, day, year, rest) = match pieces {
            [Piece::Month(month), Piece::Number(year @ 1000..), rest @ ..] => (month, None, Some(year), rest),
            [Piece::Month(month), Piece::Number(day), Piece::Number(year @ 1000..), rest @ ..] => {
                (month, Some(day), Some(year), rest)
            }
            [Piece::Month(month), Piece::Number(day), rest @ ..] if !matches!(rest, [Piece::Unit(_), ..]) => {
                (month, Some(day), None, rest)
            }
            [Piece::Month(month), rest @ ..] => (month, None, None, rest),
            _ => return None,
        };
        let day = day.map(|day| i8::try_from(*day)).transpose().ok()?;
        let year = year.map(|year| i16::try_from(*year)).transpose().ok()?;
        self.month = Some((*month, day, year));
        Some(rest)
    }

    fn step(&mut self, n: i64, unit: Unit) -> Option<()> {
        let (sum, by) = match unit {
            Unit::Seconds(by) => (&mut self.seconds, by),
            Unit::Days(by) => (&mut self.days, by),
            Unit::Week => (&mut self.days, 7),
            Unit::Months(by) => (&mut self.months, by),
        };
        *sum = sum.checked_add(n.checked_mul(by)?)?;
        Some(())
    }
}

/// `first day of`, `third monday of` and the like, and what follows.
fn of_month(pieces: &[Piece]) -> Option<(OfMonth, &[Piece])> {
    let [which, what, Piece::Of, rest @ ..] = pieces else { return None };
    let day = match (which, what) {
        (Piece::Ordinal(1), Piece::Unit(Unit::Days(1))) => OfMonth::First,
        (Piece::Relation(-1), Piece::Unit(Unit::Days(1))) => OfMonth::Last,
        (Piece::Ordinal(nth), Piece::Weekday(weekday)) => OfMonth::Nth(i8::try_from(*nth).ok()?, *weekday),
        (Piece::Relation(-1), Piece::Weekday(weekday)) => OfMonth::LastWeekday(*weekday),
        _ => return None,
    };
    Some((day, rest))
}
