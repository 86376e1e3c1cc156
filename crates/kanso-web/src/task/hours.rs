//! Hours as people read and type them.

/// Hours with two decimals at most and none that say nothing; empty for none.
pub(crate) fn shown(hours: f64) -> String {
    if hours.abs() < 0.005 {
        return String::new();
    }
    format!("{hours:.2}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What was typed: `1.5`, `1,5` or `1:30`; nothing is 0. `None` for what is no time, or more than a life has.
pub(crate) fn read(text: &str) -> Option<f64> {
    const MOST: f64 = 1_000_000.0;
    let text = text.trim();
    let hours = match text.split_once(':') {
        _ if text.is_empty() => 0.0,
        Some((hours, minutes)) => {
            let minutes: u8 = minutes.parse().ok().filter(|minutes| *minutes < 60)?;
            f64::from(hours.parse::<u32>().ok()?) + f64::from(minutes) / 60.0
        }
        None => text.replace(',', ".").parse().ok()?,
    };
    (hours.is_finite() && (0.0..=MOST).contains(&hours)).then(|| (hours * 100.0).round() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_type_them() {
        for (typed, hours) in
            [("", 0.0), ("1.5", 1.5), ("1,25", 1.25), ("1:30", 1.5), ("0:20", 0.33), ("7", 7.0)]
        {
            assert!(read(typed).is_some_and(|read| (read - hours).abs() < 1e-9), "{typed}");
        }
        for odd in ["-1", "a", "1:60", "1:2:3", "inf", "NaN", "1e9"] {
            assert_eq!(read(odd), None, "{odd}");
        }
    }

    #[test]
    fn hours_are_shown_short() {
        for (hours, shown_as) in [(0.0, ""), (1.0, "1"), (1.5, "1.5"), (0.333, "0.33"), (10.0, "10")] {
            assert_eq!(shown(hours), shown_as);
        }
    }
}
