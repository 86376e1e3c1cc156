//! Kanboard's rows in this program's words.
//!
//! Most tables are the same but for names: `parts.rs` says for each column what stands in it. Settings, automatic
//! actions, the history and the statistics of days are another shape there (`reader/`).

mod parts;
mod row;
mod take;
pub(crate) mod value;

pub(crate) use parts::PARTS;
pub(crate) use row::{Context, Row};
pub(crate) use take::Take;

/// Kanboard's log.
pub(crate) const ACTIVITIES: &str = "project_activities";

/// A table of Kanboard's and the table that its rows go into.
pub(crate) struct Part {
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    /// What stands in each column of `to`, in its order: the column of `from`, and what that is.
    pub(crate) columns: &'static [(&'static str, Take)],
    /// Columns of `to` that no two rows may have the same of, where old data may.
    pub(crate) unique: &'static [usize],
    /// Whether other rows name these by their id, which is the first column.
    pub(crate) is_named: bool,
}

impl Part {
    /// The columns of Kanboard's table that are read.
    pub(crate) fn wanted(&self) -> Vec<&'static str> {
        let mut wanted = Vec::new();
        for (column, take) in self.columns {
            let also = if let Take::IntElse(other) = take { Some(*other) } else { None };
            for name in [Some(*column).filter(|name| !name.is_empty()), also].into_iter().flatten() {
                if !wanted.contains(&name) {
                    wanted.push(name);
                }
            }
        }
        wanted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_value_for_every_column() {
        for part in PARTS {
            let table = kanso_core::import::table(part.to).unwrap_or_else(|| panic!("{}", part.to));
            assert_eq!(part.columns.len(), table.columns.len(), "{} → {}", part.from, part.to);
            assert!(part.unique.iter().all(|column| *column < part.columns.len()), "{}", part.to);
        }
    }
}
