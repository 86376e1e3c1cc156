//! What the form of a role sends.

use kanso_domain::{Block, ColumnId, ColumnRule, Passage, Restrictions};

use crate::page::Page;

/// The restrictions that a form states: boxes for the project, two choices for each column, and rows of passages.
/// A row without both ends is none.
pub(super) fn restrictions(fields: &[(String, String)]) -> Restrictions {
    let all = |name: &'static str| fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value);
    let id = |value: &String| value.parse::<ColumnId>().ok().filter(|id| !id.is_none());
    let rule = |value: &String| {
        let (column, rule) = value.split_once(':')?;
        Some((column.parse().ok()?, ColumnRule::parse(rule)?))
    };
    let ends = all("from").zip(all("to")).zip(all("whose"));
    let passage = |((from, to), whose): ((&String, &String), &String)| {
        Some(Passage { from: id(from)?, to: id(to)?, only_own: whose == "own" })
    };
    Restrictions {
        blocks: all("block").filter_map(|name| Block::parse(name)).collect(),
        columns: all("rule").filter_map(rule).collect(),
        passages: ends.filter_map(passage).collect(),
    }
}

/// What a block means to people.
pub(super) fn block_name(page: &Page, block: Block) -> String {
    page.text(match block {
        Block::Creation => "block-creation",
        Block::Removal => "block-removal",
        Block::OpenClose => "block-open-close",
        Block::Moving => "block-moving",
        Block::Assigning => "block-assigning",
        Block::UpdatingOthers => "block-updating-others",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_states_all_restrictions_and_empty_rows_none() {
        let fields = [
            ("block", "task_move"),
            ("block", "nonsense"),
            ("rule", "3:allow.task_creation"),
            ("rule", ""),
            ("from", "1"),
            ("to", "2"),
            ("whose", "own"),
            ("from", ""),
            ("to", "2"),
            ("whose", "all"),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let expected = Restrictions {
            blocks: vec![Block::Moving],
            columns: vec![(3.into(), ColumnRule::AllowCreation)],
            passages: vec![Passage { from: 1.into(), to: 2.into(), only_own: true }],
        };
        assert_eq!(restrictions(&fields), expected);
    }
}
