//! How much is measured.

/// Whether the databases are as large as the figures are about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Size {
    Full,
    /// A hundredth, only to see that it runs: `kanso-bench quick`.
    Quick,
}

impl Size {
    /// What the command line asks for.
    pub(crate) fn asked() -> Self {
        if std::env::args().any(|argument| argument == "quick") { Self::Quick } else { Self::Full }
    }

    /// So many, or a hundredth of them.
    pub(crate) fn of(self, count: u64) -> u64 {
        match self {
            Self::Full => count,
            Self::Quick => count.div_ceil(100),
        }
    }
}
