//! How many tasks there are, and how many there should be at most.

use std::cmp::Ordering;

use crate::page::Page;

/// A number of tasks beside its limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Limit {
    /// How many there are.
    pub(crate) open: i64,
    /// How many there should be at most; 0 for no limit.
    pub(crate) most: i64,
}

impl Limit {
    pub(crate) fn is_set(self) -> bool {
        self.most > 0
    }

    /// How full it is, as the style sheet calls it.
    pub(crate) fn state(self) -> &'static str {
        match self.open.cmp(&self.most) {
            Ordering::Less => "within",
            Ordering::Equal => "full",
            Ordering::Greater => "over",
        }
    }

    pub(crate) fn words(self, page: &Page) -> String {
        let over = self.open - self.most;
        page.locale.with(&format!("limit-{}", self.state()), &[("limit", &self.most), ("over", &over)])
    }
}
