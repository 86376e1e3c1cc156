//! What is remembered of the last minutes.

use std::collections::VecDeque;
use std::fmt;
use std::str::FromStr;

use super::{FEWEST, SHARE};

pub(super) const MINUTE_MS: i64 = 60_000;
pub(super) const MINUTES: i64 = 5;

/// The attempts of the last minutes, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recent(VecDeque<Minute>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Minute {
    number: i64,
    attempts: u32,
    failures: u32,
}

impl Recent {
    pub(super) fn add(&mut self, now_ms: i64, attempts: u32, failures: u32) {
        let number = now_ms.div_euclid(MINUTE_MS);
        // A clock that was set back must not keep what it cannot place.
        self.0.retain(|minute| minute.number > number - MINUTES && minute.number <= number);
        match self.0.back_mut() {
            Some(minute) if minute.number == number => {
                minute.attempts = minute.attempts.saturating_add(attempts);
                minute.failures = minute.failures.saturating_add(failures);
            }
            _ => self.0.push_back(Minute { number, attempts, failures }),
        }
    }

    pub(super) fn is_bad(&self) -> bool {
        let sum =
            |count: fn(&Minute) -> u32| self.0.iter().map(|minute| u64::from(count(minute))).sum::<u64>();
        let (attempts, failures) = (sum(|minute| minute.attempts), sum(|minute| minute.failures));
        attempts >= u64::from(FEWEST) && failures * 100 >= attempts * u64::from(SHARE)
    }
}

/// `minute:attempts:failures` between spaces.
impl fmt::Display for Recent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, Minute { number, attempts, failures }) in self.0.iter().enumerate() {
            let space = if place == 0 { "" } else { " " };
            write!(f, "{space}{number}:{attempts}:{failures}")?;
        }
        Ok(())
    }
}

/// A text that is none was not written by [`Recent`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the attempts of the last minutes")]
pub struct NotRecent;

impl FromStr for Recent {
    type Err = NotRecent;

    fn from_str(text: &str) -> Result<Self, NotRecent> {
        let minute = |text: &str| {
            let mut parts = text.split(':');
            let number = parts.next()?.parse().ok()?;
            let (attempts, failures) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            parts.next().is_none().then_some(Minute { number, attempts, failures })
        };
        let minutes: Option<_> = text.split_whitespace().map(minute).collect();
        minutes.map(Self).ok_or(NotRecent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn other_texts_are_refused_or_read_but_never_break(text in ".*") {
            let _ = text.parse::<Recent>();
        }
    }
}
