//! Values as people read them.

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use kanso_domain::color;

/// A moment in Unix seconds: the day, and the time of day unless it is midnight, which stands for the whole day.
pub(super) fn date(at: i64, zone: &TimeZone) -> Option<String> {
    let local = Timestamp::from_second(at).ok()?.to_zoned(zone.clone());
    let form = if local.time() == Time::midnight() { "%-d %B %Y" } else { "%-d %B %Y, %H:%M %Z" };
    Some(local.strftime(form).to_string())
}

/// Hours with as many decimals as they need, two at most.
pub(super) fn hours(hours: f64) -> String {
    let rounded = format!("{hours:.2}");
    format!("{} h", rounded.trim_end_matches('0').trim_end_matches('.'))
}

/// Bytes in the largest unit of which there is one.
pub(super) fn size(bytes: i64) -> String {
    const UNITS: [(i64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    let unit = UNITS.into_iter().find(|(unit, _)| bytes >= *unit);
    unit.map_or_else(
        || format!("{bytes} bytes"),
        |(unit, name)| {
            // Tenths, rounded down, so that 999,999 bytes do not become 1000.0 kB.
            let tenths = bytes / (unit / 10);
            format!("{}.{} {name}", tenths / 10, tenths % 10)
        },
    )
}

/// The strong shade of a task's colour, as red, green and blue.
pub(super) fn color(id: &str) -> Option<u32> {
    let css = color::find(id)?.border;
    if let Some(hex) = css.strip_prefix('#') {
        return u32::from_str_radix(hex, 16).ok();
    }
    let parts = css.trim_start_matches("rgb(").trim_end_matches(')').split(',');
    parts
        .map(|part| part.trim().parse::<u8>().ok())
        .try_fold(0, |all, part| Some(all << 8 | u32::from(part?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_place() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        assert_eq!(date(1_784_757_600, &zone).as_deref(), Some("23 July 2026"));
        assert_eq!(date(1_784_757_600, &TimeZone::UTC).as_deref(), Some("22 July 2026, 22:00 UTC"));
        assert_eq!(date(i64::MAX, &TimeZone::UTC), None);
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, 1.5, 0.25, 100.0, 0.0].map(hours), ["1 h", "1.5 h", "0.25 h", "100 h", "0 h"]);
        assert_eq!([12, 1_000, 999_999, 4_907_308].map(size), ["12 bytes", "1.0 kB", "999.9 kB", "4.9 MB"]);
    }

    #[test]
    fn every_colour_has_a_shade() {
        for known in color::ALL {
            assert!(color(known.id).is_some_and(|shade| shade <= 0x00ff_ffff), "{}", known.id);
        }
        assert_eq!(color("red"), Some(0x00ff_9797));
        assert_eq!(color("brown"), Some(0x004e_342e));
        assert_eq!(color("plaid"), None);
    }
}
