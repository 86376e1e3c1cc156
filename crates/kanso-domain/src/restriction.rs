//! What a role that a project made up keeps its holders from.
//!
//! Such a role includes all that a member may do, but for what its restrictions say. A rule for a column counts
//! before one for the whole project.

use crate::{ColumnId, Permission};

/// Something a member does with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskAct {
    /// Adding one to a column.
    Create(ColumnId),
    /// Deleting it.
    Remove,
    /// Closing it, or opening it again, where it stands.
    OpenOrClose(ColumnId),
    /// Taking it from one column to another, or to another place in the same.
    Move { from: ColumnId, to: ColumnId },
    /// Taking it to another project.
    Leave,
    /// Giving it to somebody.
    Assign,
    /// Changing its fields or tags.
    Update,
}

/// What a role may not do anywhere in the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// `task_creation`
    Creation,
    /// `task_remove`
    Removal,
    /// `task_open_close`
    OpenClose,
    /// `task_move`
    Moving,
    /// `task_change_assignee`
    Assigning,
    /// `task_update_assigned`: only tasks that are one's own may be changed.
    UpdatingOthers,
}

/// What a role may or may not do in one column, whatever counts in the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnRule {
    /// `allow.task_creation`
    AllowCreation,
    /// `block.task_creation`
    BlockCreation,
    /// `allow.task_open_close`
    AllowOpenClose,
    /// `block.task_open_close`
    BlockOpenClose,
}

/// Two columns between which tasks may be moved, both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// One of them.
    pub from: ColumnId,
    /// The other.
    pub to: ColumnId,
    /// Whether only tasks that are one's own may be moved there.
    pub only_own: bool,
}

/// All that a role keeps its holders from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restrictions {
    /// In the whole project.
    pub blocks: Vec<Block>,
    /// In single columns.
    pub columns: Vec<(ColumnId, ColumnRule)>,
    /// If there are any, tasks move nowhere else.
    pub passages: Vec<Passage>,
}

impl Restrictions {
    /// Whether somebody with the role may do it. `is_own` says whether the task is assigned to them.
    pub fn allow(&self, act: TaskAct, is_own: bool) -> bool {
        match act {
            TaskAct::Create(column) => self
                .column(column, ColumnRule::AllowCreation, ColumnRule::BlockCreation)
                .unwrap_or(!self.block(Block::Creation)),
            TaskAct::OpenOrClose(column) => self
                .column(column, ColumnRule::AllowOpenClose, ColumnRule::BlockOpenClose)
                .unwrap_or(!self.block(Block::OpenClose)),
            TaskAct::Move { from, to } if self.passages.is_empty() => {
                from == to || !self.block(Block::Moving)
            }
            TaskAct::Move { from, to } => self.passages.iter().any(|passage| passage.lets(from, to, is_own)),
            TaskAct::Leave => {
                self.passages.is_empty() && !self.block(Block::Moving) && !self.block(Block::Removal)
            }
            TaskAct::Remove => !self.block(Block::Removal),
            TaskAct::Assign => !self.block(Block::Assigning),
            TaskAct::Update => is_own || !self.block(Block::UpdatingOthers),
        }
    }

    fn block(&self, block: Block) -> bool {
        self.blocks.contains(&block)
    }

    /// What the rules of the column say, if they say anything.
    fn column(&self, column: ColumnId, allow: ColumnRule, block: ColumnRule) -> Option<bool> {
        let has = |rule| self.columns.contains(&(column, rule));
        if has(allow) { Some(true) } else { has(block).then_some(false) }
    }
}

impl Passage {
    /// Whether a task may go this way. Inside a column it may if the column is an end of the passage.
    fn lets(&self, from: ColumnId, to: ColumnId, is_own: bool) -> bool {
        let is_end = |column| column == self.from || column == self.to;
        is_end(from) && is_end(to) && (is_own || !self.only_own)
    }
}

impl TaskAct {
    /// The permission that it takes.
    pub fn permission(self) -> Permission {
        match self {
            Self::Create(_) => Permission::CreateTask,
            Self::Remove => Permission::RemoveTask,
            Self::OpenOrClose(_) => Permission::OpenOrCloseTask,
            Self::Move { .. } | Self::Leave => Permission::MoveTask,
            Self::Assign => Permission::AssignTask,
            Self::Update => Permission::UpdateTask,
        }
    }
}

impl Block {
    /// All, in the order in which pages list them.
    pub const ALL: [Self; 6] =
        [Self::Creation, Self::Removal, Self::OpenClose, Self::Moving, Self::Assigning, Self::UpdatingOthers];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Creation => "task_creation",
            Self::Removal => "task_remove",
            Self::OpenClose => "task_open_close",
            Self::Moving => "task_move",
            Self::Assigning => "task_change_assignee",
            Self::UpdatingOthers => "task_update_assigned",
        }
    }

    /// The block of this name, if there is one.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|block| block.as_str() == name)
    }
}

impl ColumnRule {
    /// All.
    pub const ALL: [Self; 4] =
        [Self::AllowCreation, Self::BlockCreation, Self::AllowOpenClose, Self::BlockOpenClose];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AllowCreation => "allow.task_creation",
            Self::BlockCreation => "block.task_creation",
            Self::AllowOpenClose => "allow.task_open_close",
            Self::BlockOpenClose => "block.task_open_close",
        }
    }

    /// The rule of this name, if there is one.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == name)
    }
}

#[cfg(test)]
mod tests;
