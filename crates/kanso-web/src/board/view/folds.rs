//! What a reader folded away on a board. It is kept in a cookie of that board, so that the page comes as it was left
//! and nothing jumps: `c` for one-line tasks, `w` for columns that fit the window, then the ids of folded columns
//! after `h` and of folded swimlanes after `s`, all set apart by dots.

/// What is folded away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Folds {
    /// Whether tasks show their title only.
    pub(crate) is_collapsed: bool,
    /// Whether all columns share the width of the window.
    pub(crate) is_compact: bool,
    columns: Vec<i64>,
    swimlanes: Vec<i64>,
}

impl Folds {
    /// Reads the value of the cookie; what means nothing is passed over.
    pub(crate) fn parse(cookie: &str) -> Self {
        let mut folds = Self::default();
        for part in cookie.split('.') {
            match (part, part.get(..1), part.get(1..).and_then(|id| id.parse().ok())) {
                ("c", ..) => folds.is_collapsed = true,
                ("w", ..) => folds.is_compact = true,
                (_, Some("h"), Some(id)) => folds.columns.push(id),
                (_, Some("s"), Some(id)) => folds.swimlanes.push(id),
                _ => {}
            }
        }
        folds
    }

    pub(crate) fn has_column(&self, id: i64) -> bool {
        self.columns.contains(&id)
    }

    pub(crate) fn has_swimlane(&self, id: i64) -> bool {
        self.swimlanes.contains(&id)
    }
}

#[cfg(test)]
mod tests {
    use super::Folds;

    #[test]
    fn a_cookie_says_what_is_folded() {
        let folds = Folds::parse("c.h12.s7.h3");
        assert!(folds.is_collapsed && !folds.is_compact);
        assert!(folds.has_column(12) && folds.has_column(3) && !folds.has_column(7));
        assert!(folds.has_swimlane(7) && !folds.has_swimlane(12));
        for odd in ["", "...", "hx.s.q9.é1", "cc"] {
            assert_eq!(Folds::parse(odd), Folds::default(), "{odd}");
        }
    }
}
