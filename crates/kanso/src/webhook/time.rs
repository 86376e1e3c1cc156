//! Times as people write and read them.

use anyhow::bail;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// What times are read and shown by.
pub(super) struct Times {
    pub(super) zone: TimeZone,
    /// In Unix milliseconds.
    pub(super) now_ms: i64,
}

impl Times {
    /// Reads how long ago (`2h`, `3d`), a day, a time of the zone, or a time with its own zone, as Unix
    /// milliseconds.
    ///
    /// # Errors
    ///
    /// When it is none of them, or later than now.
    pub(super) fn read(&self, text: &str) -> anyhow::Result<i64> {
        let text = text.trim();
        let Some(at) = self.parse(text) else {
            bail!("{text:?} is no time: write 2h, 3d, 2026-09-21, 2026-09-21 14:00 or 2026-09-21T14:00:00Z");
        };
        if at > self.now_ms {
            bail!("{text:?} is still to come");
        }
        Ok(at)
    }

    fn parse(&self, text: &str) -> Option<i64> {
        if let Ok(at) = text.parse::<Timestamp>() {
            return Some(at.as_millisecond());
        }
        // A day is read as its first moment.
        let at = if let Ok(time) = text.parse::<DateTime>() {
            time.to_zoned(self.zone.clone()).ok()?
        } else {
            let ago: Span = text.parse().ok()?;
            let now = Timestamp::from_millisecond(self.now_ms).ok()?.to_zoned(self.zone.clone());
            now.checked_sub(ago.abs()).ok()?
        };
        Some(at.timestamp().as_millisecond())
    }

    /// A time in the zone, to the second.
    pub(super) fn show(&self, at_ms: i64) -> String {
        let at = Timestamp::from_millisecond(at_ms).unwrap_or_default().to_zoned(self.zone.clone());
        at.strftime("%Y-%m-%d %H:%M:%S").to_string()
    }

    /// How long ago a time was, roughly.
    pub(super) fn ago(&self, at_ms: i64) -> String {
        let seconds = (self.now_ms - at_ms).max(0) / 1000;
        match seconds {
            0..60 => format!("{seconds} s ago"),
            60..3600 => format!("{} min ago", seconds / 60),
            3600..172_800 => format!("{} h ago", seconds / 3600),
            _ => format!("{} days ago", seconds / 86_400),
        }
    }
}

/// A time for programs: RFC 3339.
pub(super) fn rfc3339(at_ms: i64) -> String {
    Timestamp::from_millisecond(at_ms).unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_790_000_000_000;

    fn times(zone: &str) -> Times {
        Times { zone: TimeZone::get(zone).unwrap(), now_ms: NOW }
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let cases = [
            ("2h", "2026-09-21T12:13:20Z"),
            ("1d 30m", "2026-09-20T13:43:20Z"),
            ("2 days", "2026-09-19T14:13:20Z"),
            ("2026-09-21", "2026-09-20T22:00:00Z"),
            ("2026-09-21 14:00", "2026-09-21T12:00:00Z"),
            ("2026-09-21T14:00:05", "2026-09-21T12:00:05Z"),
            ("2026-09-21T14:00:00Z", "2026-09-21T14:00:00Z"),
            ("2026-09-21T14:00:00+03:00", "2026-09-21T11:00:00Z"),
        ];
        for (written, expected) in cases {
            assert_eq!(rfc3339(times("Europe/Paris").read(written).unwrap()), expected, "{written}");
        }
    }

    #[test]
    fn what_is_no_time_or_still_to_come_is_refused() {
        for odd in ["", "yesterday", "2026-13-01", "h", "2027-01-01", "2026-09-22"] {
            assert!(times("UTC").read(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn times_are_shown_in_the_zone() {
        assert_eq!(times("Asia/Tokyo").show(NOW), "2026-09-21 23:13:20");
        let ago = [5, 300, 7200, 300_000].map(|seconds| times("UTC").ago(NOW - seconds * 1000));
        assert_eq!(ago, ["5 s ago", "5 min ago", "2 h ago", "3 days ago"]);
    }
}
