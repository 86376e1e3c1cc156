//! The boxes of check lists, and where each stands in the text.

use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, parse_document};

use super::options;

/// A box of a check list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CheckBox {
    /// What stands beside it, without its marks.
    pub(crate) label: String,
    pub(crate) is_ticked: bool,
    /// Where its mark stands, in bytes: a blank or a letter.
    at: usize,
}

impl CheckBox {
    /// The text with this box ticked or not.
    pub(crate) fn turned(&self, source: &str, is_ticked: bool) -> String {
        let (before, rest) = source.split_at(self.at);
        let mut after = rest.chars();
        let _ = after.next();
        format!("{before}{}{}", if is_ticked { 'x' } else { ' ' }, after.as_str())
    }
}

/// The boxes of a text in the order in which it shows them.
pub(crate) fn boxes(source: &str) -> Vec<CheckBox> {
    let (arena, options) = (Arena::new(), options());
    let root = parse_document(&arena, source, &options);
    root.descendants().filter_map(|node| find(node, source)).collect()
}

fn find(node: Node<'_>, source: &str) -> Option<CheckBox> {
    let data = node.data();
    let NodeValue::TaskItem(item) = &data.value else { return None };
    let (is_ticked, place) = (item.symbol.is_some(), item.symbol_sourcepos.start);
    let line_start = match place.line {
        0 | 1 => 0,
        line => source.match_indices('\n').nth(line - 2)?.0 + 1,
    };
    let at = line_start + place.column.checked_sub(1)?;
    let mark = source.get(at..)?.chars().next()?;
    let is_box = matches!(mark, ' ' | 'x' | 'X') && source.get(..at)?.ends_with('[');
    is_box.then(|| CheckBox { label: label(node), is_ticked, at })
}

/// What stands beside the box, as text.
pub(super) fn label(item: Node<'_>) -> String {
    let Some(line) = item.first_child() else { return String::new() };
    let mut label = String::new();
    for node in line.descendants() {
        let data = node.data();
        if let NodeValue::Text(text) = &data.value {
            label.push_str(text);
        } else if let NodeValue::Code(code) = &data.value {
            label.push_str(&code.literal);
        } else if matches!(data.value, NodeValue::SoftBreak | NodeValue::LineBreak) {
            label.push(' ');
        }
    }
    label.trim().to_owned()
}
