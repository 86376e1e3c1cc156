//! Pages about roles.

use askama::Template;
use kanso_core::column::Column;
use kanso_core::role::Role;
use kanso_domain::{Block, ColumnRule, Restrictions};

use super::form::block_name;
use crate::page::Page;
use crate::project::frame::Frame;
use crate::refusal::Told;

/// Rows for passages that the form offers beside those there are.
const SPARE_ROWS: usize = 2;

#[derive(Template)]
#[template(path = "role/list.html")]
pub(crate) struct RolesPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) roles: Vec<Role>,
    pub(crate) name: String,
}

/// A block with its name.
pub(crate) struct BlockView {
    pub(crate) id: &'static str,
    pub(crate) name: String,
    pub(crate) is_set: bool,
}

/// What counts in one column: for each kind the value that is chosen, with all there are.
pub(crate) struct ColumnView {
    pub(crate) title: String,
    pub(crate) creation: Vec<RuleView>,
    pub(crate) open_close: Vec<RuleView>,
}

/// A choice for a column. An empty value: as in the project.
pub(crate) struct RuleView {
    pub(crate) value: String,
    pub(crate) name: String,
    pub(crate) is_chosen: bool,
}

/// Two columns between which tasks may move; 0 for none.
pub(crate) struct PassageView {
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) only_own: bool,
}

#[derive(Template)]
#[template(path = "role/edit.html")]
pub(crate) struct RolePage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) role: Role,
    pub(crate) name: String,
    pub(crate) blocks: Vec<BlockView>,
    pub(crate) rules: Vec<ColumnView>,
    pub(crate) passages: Vec<PassageView>,
    pub(crate) columns: Vec<Column>,
}

/// What the form states of the role.
pub(super) struct Stated {
    pub(super) name: String,
    pub(super) restrictions: Restrictions,
}

impl<'a> RolePage<'a> {
    pub(super) fn new(
        page: &'a Page,
        frame: Frame,
        told: Told,
        role: Role,
        columns: Vec<Column>,
        stated: Stated,
    ) -> Self {
        let Stated { name, restrictions } = stated;
        let block = |block: Block| BlockView {
            id: block.as_str(),
            name: block_name(page, block),
            is_set: restrictions.blocks.contains(&block),
        };
        let spare = || PassageView { from: 0, to: 0, only_own: false };
        let passages = restrictions.passages.iter().map(|passage| PassageView {
            from: passage.from.get(),
            to: passage.to.get(),
            only_own: passage.only_own,
        });
        Self {
            page,
            section: "",
            told,
            name,
            blocks: Block::ALL.into_iter().map(block).collect(),
            rules: columns.iter().map(|column| ColumnView::new(page, column, &restrictions)).collect(),
            passages: passages.chain(std::iter::repeat_with(spare).take(SPARE_ROWS)).collect(),
            columns,
            role,
            frame,
        }
    }
}

impl ColumnView {
    fn new(page: &Page, column: &Column, restrictions: &Restrictions) -> Self {
        let has = |rule| restrictions.columns.contains(&(column.id, rule));
        let choice = |rule: ColumnRule, name: String| RuleView {
            value: format!("{}:{}", column.id, rule.as_str()),
            name,
            is_chosen: has(rule),
        };
        let choices = |allow, block| {
            let as_project = RuleView {
                value: String::new(),
                name: page.text("rule-as-project"),
                is_chosen: !has(allow) && !has(block),
            };
            vec![
                as_project,
                choice(allow, page.text("rule-allowed")),
                choice(block, page.text("rule-blocked")),
            ]
        };
        Self {
            title: column.title.clone(),
            creation: choices(ColumnRule::AllowCreation, ColumnRule::BlockCreation),
            open_close: choices(ColumnRule::AllowOpenClose, ColumnRule::BlockOpenClose),
        }
    }
}
