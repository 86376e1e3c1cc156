//! Going through a list page by page.

use serde::Deserialize;

/// How many rows a page lists.
pub(super) const LISTED: i64 = 30;

/// Which part of a list is asked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Part {
    #[serde(default)]
    skip: i64,
}

/// The ways to the parts before and after.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Pager {
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

impl Part {
    pub(super) fn skip(&self) -> i64 {
        self.skip.max(0)
    }
}

impl Pager {
    /// Of a list of `all` rows, at an address to which `skip=` can be added.
    pub(super) fn new(address: &str, skip: i64, all: i64) -> Self {
        let link = |skip: i64| format!("{address}skip={skip}");
        Self {
            before: (skip > 0).then(|| link((skip - LISTED).max(0))),
            after: (all - LISTED > skip).then(|| link(skip + LISTED)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pager;

    fn links(skip: i64, all: i64) -> [Option<String>; 2] {
        let Pager { before, after } = Pager::new("/x?", skip, all);
        [before, after]
    }

    #[test]
    fn there_is_a_way_on_while_there_is_more() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(links(0, 30), [None, None]);
        assert_eq!(links(0, 31), [None, some("/x?skip=30")]);
        assert_eq!(links(30, 61), [some("/x?skip=0"), some("/x?skip=60")]);
        assert_eq!(links(10, 31), [some("/x?skip=0"), None]);
        assert_eq!(links(i64::MAX, 31)[1], None);
    }
}
