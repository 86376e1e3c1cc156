//! What the reader's role keeps them from on a board, for scripts.

use std::collections::BTreeMap;

use kanso_core::column::Column;
use kanso_domain::{Restrictions, TaskAct};
use serde::Serialize;

/// What is allowed, by the ids of columns.
#[derive(Serialize)]
struct Allowed {
    /// Where tasks of a column may go: others' first, then the reader's own.
    moves: BTreeMap<i64, [Vec<i64>; 2]>,
    /// Where tasks may be closed.
    turns: Vec<i64>,
    /// Whether others' tasks may be changed.
    updates: bool,
    /// Whether tasks may be given to somebody.
    assigns: bool,
}

/// What the role allows, as JSON; nothing for a role without restrictions.
pub(crate) fn allowed(restrictions: &Restrictions, columns: &[Column]) -> Option<String> {
    if *restrictions == Restrictions::default() {
        return None;
    }
    let reached = |from: &Column, is_own: bool| -> Vec<i64> {
        let is_open = |to: &&Column| restrictions.allow(TaskAct::Move { from: from.id, to: to.id }, is_own);
        columns.iter().filter(is_open).map(|to| to.id.get()).collect()
    };
    let moves =
        columns.iter().map(|from| (from.id.get(), [reached(from, false), reached(from, true)])).collect();
    let turns = columns.iter().filter(|column| restrictions.allow(TaskAct::OpenOrClose(column.id), false));
    let allowed = Allowed {
        moves,
        turns: turns.map(|column| column.id.get()).collect(),
        updates: restrictions.allow(TaskAct::Update, false),
        assigns: restrictions.allow(TaskAct::Assign, false),
    };
    serde_json::to_string(&allowed).ok()
}
