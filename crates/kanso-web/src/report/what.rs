//! Which reports there are.

/// A report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Distribution,
    Assignees,
    Flow,
    Burndown,
    Times,
    ColumnTimes,
    Estimates,
    ColumnEstimates,
}

impl What {
    /// All, as the menu lists them.
    pub(super) const ALL: [Self; 8] = [
        Self::Distribution,
        Self::Assignees,
        Self::Flow,
        Self::Burndown,
        Self::Times,
        Self::ColumnTimes,
        Self::Estimates,
        Self::ColumnEstimates,
    ];

    /// The end of its address, and of the names of its files.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Distribution => "distribution",
            Self::Assignees => "assignees",
            Self::Flow => "flow",
            Self::Burndown => "burndown",
            Self::Times => "times",
            Self::ColumnTimes => "column-times",
            Self::Estimates => "estimates",
            Self::ColumnEstimates => "column-estimates",
        }
    }

    /// Where its title is found, what it says of itself, and what to do when there is nothing to tell.
    pub(super) const fn texts(self) -> [&'static str; 3] {
        const TASKS: &str = "report-empty-tasks";
        const DAYS: &str = "report-empty-days";
        const HOURS: &str = "report-empty-hours";
        match self {
            Self::Distribution => ["report-distribution", "report-distribution-hint", TASKS],
            Self::Assignees => ["report-assignees", "report-assignees-hint", TASKS],
            Self::Flow => ["report-flow", "report-flow-hint", DAYS],
            Self::Burndown => ["report-burndown", "report-burndown-hint", DAYS],
            Self::Times => ["report-times", "report-times-hint", TASKS],
            Self::ColumnTimes => ["report-column-times", "report-column-times-hint", TASKS],
            Self::Estimates => ["report-estimates", "report-estimates-hint", HOURS],
            Self::ColumnEstimates => ["report-column-estimates", "report-column-estimates-hint", HOURS],
        }
    }

    /// Whether it is told day by day; else its days are those on which tasks were created.
    pub(super) const fn is_by_day(self) -> bool {
        matches!(self, Self::Flow | Self::Burndown | Self::Times)
    }

    /// Whether it can be of some tasks only: what a board held is kept as a whole.
    pub(super) const fn takes_filter(self) -> bool {
        !matches!(self, Self::Flow | Self::Burndown)
    }
}
