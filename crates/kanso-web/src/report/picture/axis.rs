//! Scales.

use std::fmt::Write;

use super::paint::Paint;
use super::{WIDTH, escaped};

/// The frame of a picture over days, in its units.
pub(super) const LEFT: f64 = 46.0;
pub(super) const RIGHT: f64 = WIDTH - 12.0;
pub(super) const TOP: f64 = 22.0;
pub(super) const BOTTOM: f64 = 232.0;

/// A scale from 0 up to a round number, in steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub(super) step: f64,
    pub(super) end: f64,
}

impl Scale {
    /// The scale on which `most` is found, in five steps at most.
    pub(super) fn up_to(most: f64) -> Self {
        let least = (most / 5.0).max(f64::MIN_POSITIVE);
        let power = 10_f64.powf(least.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|step| step * power)
            .find(|step| *step >= least * 0.999_999);
        let step = step.filter(|_| most > 0.0).unwrap_or(1.0);
        Self { step, end: step * (most / step - 1e-9).ceil().max(1.0) }
    }

    /// The same in whole numbers.
    pub(super) fn whole(most: f64) -> Self {
        let scale = Self::up_to(most);
        if scale.step >= 1.0 { scale } else { Self { step: 1.0, end: most.ceil().max(1.0) } }
    }

    /// Where a value stands.
    pub(super) fn y(self, value: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * (value / self.end).clamp(0.0, 1.0)
    }

    /// The lines and numbers beside the picture.
    pub(super) fn draw(self, paint: Paint) -> String {
        let mut drawn = String::new();
        let mut value = 0.0;
        while value <= self.end * 1.000_001 {
            let y = self.y(value);
            let _ = write!(
                drawn,
                "<path d=\"M{LEFT} {y:.1}H{RIGHT}\" stroke=\"{}\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\" \
                 fill=\"{}\">{}</text>",
                paint.line(),
                LEFT - 6.0,
                y + 4.0,
                paint.ink(),
                brief(value),
            );
            value += self.step;
        }
        drawn
    }
}

/// Where the day of a number stands, of so many.
#[expect(clippy::cast_precision_loss, reason = "days of a picture")]
pub(super) fn x(at: usize, days: usize) -> f64 {
    LEFT + (RIGHT - LEFT) * at as f64 / (days.max(2) - 1) as f64
}

/// The days below the picture: the first, the last, and as many between them as there is room for.
pub(super) fn days(paint: Paint, labels: &[String]) -> String {
    const ROOM: usize = 5;
    let mut drawn = String::new();
    let Some(last) = labels.len().checked_sub(1) else { return drawn };
    let ticks = if last < ROOM { last.max(1) } else { ROOM - 1 };
    let mut shown: Vec<usize> = (0..=ticks).map(|tick| (tick * last + ticks / 2) / ticks).collect();
    shown.dedup();
    for at in shown {
        let anchor = match at {
            0 => "start",
            at if at == last => "end",
            _ => "middle",
        };
        let label = labels.get(at).map_or("", String::as_str);
        let _ = write!(
            drawn,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\" fill=\"{}\">{}</text>",
            x(at, labels.len()),
            BOTTOM + 18.0,
            paint.ink(),
            escaped(label),
        );
    }
    drawn
}

/// A number without decimals that say nothing.
pub(super) fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The same in five letters at most, for there is no room for more beside a scale.
fn brief(value: f64) -> String {
    match value {
        value if value >= 1e6 => short(value / 1e6) + "M",
        value if value >= 1e4 => short(value / 1e3) + "k",
        value => short(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_round_and_holds_all() {
        for (most, step, end) in
            [(0.0, 1.0, 1.0), (4.0, 1.0, 4.0), (7.0, 2.0, 8.0), (99.0, 20.0, 100.0), (0.3, 0.1, 0.3)]
        {
            let scale = Scale::up_to(most);
            assert!((scale.step - step).abs() < 1e-9 && (scale.end - end).abs() < 1e-9, "{most}: {scale:?}");
        }
        assert_eq!(Scale::whole(3.0), Scale { step: 1.0, end: 3.0 });
        assert_eq!(short(2.50), "2.5");
    }

    #[test]
    fn great_numbers_have_room() {
        let shown = [9_000.0, 20_000.0, 150_000.0, 2_500_000.0].map(brief);
        assert_eq!(shown, ["9000", "20k", "150k", "2.5M"]);
    }

    #[test]
    fn no_day_is_written_over_another() {
        let labels: Vec<String> = (0..31).map(|day| format!("d{day}.")).collect();
        let drawn = days(Paint::Own, &labels);
        for shown in ["d0.", "d8.", "d15.", "d23.", "d30."] {
            assert!(drawn.contains(shown), "{shown} in {drawn}");
        }
        assert_eq!(days(Paint::Own, &labels[..1]).matches("<text").count(), 1);
        assert_eq!(days(Paint::Own, &[]), "");
    }
}
