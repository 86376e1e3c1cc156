//! Colours and patterns.

use std::fmt::Write;

use super::WIDTH;

/// Where the colours come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// From the theme of the page.
    Theme,
    /// From the picture: it stands alone, on paper of its own.
    Own,
}

/// The colours of tasks in an order in which neighbours differ, with the hues that the style sheet gives them.
const HUES: [(&str, &str); 16] = [
    ("blue", "#5b9be0"),
    ("orange", "#ec9140"),
    ("green", "#3fb865"),
    ("purple", "#a974dc"),
    ("yellow", "#d8c52c"),
    ("teal", "#1d8c80"),
    ("red", "#e0605c"),
    ("dark_grey", "#61737d"),
    ("cyan", "#22b3cc"),
    ("pink", "#d8447d"),
    ("lime", "#a9b42f"),
    ("brown", "#8a6558"),
    ("amber", "#f0aa1c"),
    ("deep_orange", "#e0562a"),
    ("light_green", "#7fb54e"),
    ("grey", "#a9a9a6"),
];

/// What is drawn over a hue, in a square of 8: nothing, and three patterns that tell equal greys apart.
const STROKES: [&str; 4] = ["", "M0 8L8 0M-2 2L2 -2M6 10L10 6", "M0 4H8", "M4 0V8M0 4H8"];

impl Paint {
    /// How large a picture is that is so high in its own units: as wide as its place in a page.
    pub(super) fn size(self, height: f64) -> String {
        match self {
            Self::Theme => "width=\"100%\"".to_owned(),
            Self::Own => format!("width=\"{}\" height=\"{}\"", 2.0 * WIDTH, 2.0 * height),
        }
    }

    /// Letters and lines that are read.
    pub(super) const fn ink(self) -> &'static str {
        match self {
            Self::Theme => "var(--ink)",
            Self::Own => "#1e2326",
        }
    }

    /// Lines that help to read.
    pub(super) const fn line(self) -> &'static str {
        match self {
            Self::Theme => "var(--line)",
            Self::Own => "#dedbd4",
        }
    }

    /// What the picture is on.
    pub(super) const fn paper(self) -> &'static str {
        match self {
            Self::Theme => "var(--surface)",
            Self::Own => "#ffffff",
        }
    }

    /// The colour of one kind, as attributes; what it is used for is the attribute `name`.
    pub(super) fn hue(self, name: &str, kind: usize) -> String {
        let (color, hue) = HUES[kind % HUES.len()];
        match self {
            Self::Theme => format!("data-color=\"{color}\" {name}=\"var(--hue)\""),
            Self::Own => format!("{name}=\"{hue}\""),
        }
    }

    /// The colour and pattern of one kind, to fill with.
    pub(super) fn fill(kind: usize) -> String {
        format!("url(#kind-{kind})")
    }

    /// The patterns of so many kinds.
    pub(super) fn patterns(self, kinds: usize) -> String {
        let mut patterns = String::from("<defs>");
        for kind in 0..kinds {
            let _ = write!(
                patterns,
                "<pattern id=\"kind-{kind}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
                 <rect width=\"8\" height=\"8\" {}/><path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-opacity=\"0.55\"/>\
                 </pattern>",
                self.hue("fill", kind),
                STROKES[kind % STROKES.len()],
                self.paper(),
            );
        }
        patterns.push_str("</defs>");
        patterns
    }

    /// The paper of a picture that stands alone.
    pub(super) fn ground(self, height: f64) -> String {
        match self {
            Self::Theme => String::new(),
            Self::Own => format!("<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{}\"/>", self.paper()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_the_hues_of_the_style_sheet() {
        let sheet = include_str!("../../../../../web/src/style/tokens.css");
        for (color, hue) in HUES {
            let rule = format!("[data-color=\"{color}\"] {{ --hue: {hue}; }}");
            assert!(sheet.contains(&rule), "{rule}");
        }
    }
}
