//! Kanboard's log and its list of moves, which become one log.

use std::collections::{HashMap, HashSet, VecDeque};

use kanso_core::event::{Past, Snapshot};
use kanso_core::import::{Batch, Cell};
use kanso_domain::{Event, Slot};
use rusqlite::types::Value;

use super::event::{Entry, happened};
use super::told::current;
use super::{ROWS, Reader, Step, batch};
use crate::map::{ACTIVITIES, value};

/// The log and the list of moves tell of the same move at most so many seconds apart.
const APART: i64 = 2;
const MOVES: &str = "transitions";

/// What is known of names, and how far the new log is.
#[derive(Default)]
pub(super) struct History {
    is_begun: bool,
    /// The last number in the new log.
    last: i64,
    /// By id: user name and name.
    people: HashMap<i64, (String, Option<String>)>,
    /// By id: the title.
    columns: HashMap<i64, String>,
    /// Moves that the log does not tell of, from the first to the last.
    moves: VecDeque<Move>,
}

struct Move {
    user: i64,
    project: i64,
    task: i64,
    from: i64,
    to: i64,
    at: i64,
    /// For how long it was where it left.
    spent: i64,
}

impl Reader {
    /// Some entries of the log, with the moves in between of which it does not tell.
    pub(super) fn history(&mut self, after: i64) -> Result<Option<Batch>, String> {
        if !self.history.is_begun {
            self.begin()?;
        }
        let wanted = ["id", "date_creation", "event_name", "creator_id", "project_id", "task_id", "data"];
        let page = self.page(ACTIVITIES, &wanted, after)?.rows;
        let mut cells = Vec::with_capacity(page.len());
        for (_, values) in &page {
            let at = value::int(&values[1]).unwrap_or_default();
            while self.history.moves.front().is_some_and(|known| known.at <= at) {
                cells.extend(self.next_move()?);
            }
            cells.extend(self.entry(values, at)?);
        }
        if let Some((last, _)) = page.last() {
            self.steps.push_front(Step::History(*last));
            self.tell(ACTIVITIES, page.len());
        }
        batch("events", cells).map(Some)
    }

    /// The moves after the last entry of the log.
    pub(super) fn moves(&mut self) -> Result<Option<Batch>, String> {
        let mut cells = Vec::new();
        while cells.len() < ROWS && !self.history.moves.is_empty() {
            cells.extend(self.next_move()?);
        }
        if !self.history.moves.is_empty() {
            self.steps.push_front(Step::Moves);
        }
        batch("events", cells).map(Some)
    }

    fn begin(&mut self) -> Result<(), String> {
        self.history.is_begun = true;
        self.spans()?;
        for row in self.rows("SELECT id, username, name FROM users")? {
            let (Some(id), Some(username)) = (value::int(&row[0]), value::text(&row[1])) else { continue };
            let name = value::text(&row[2]).filter(|name| !name.is_empty());
            self.history.people.insert(id, (username, name));
        }
        for row in self.rows("SELECT id, title FROM columns")? {
            let (Some(id), Some(title)) = (value::int(&row[0]), value::text(&row[1])) else { continue };
            self.history.columns.insert(id, title);
        }
        self.untold_moves()
    }

    fn untold_moves(&mut self) -> Result<(), String> {
        let told =
            format!("SELECT task_id, date_creation FROM {ACTIVITIES} WHERE event_name = 'task.move.column'");
        let told: HashSet<(Option<i64>, i64)> = self
            .rows(&told)?
            .iter()
            .map(|row| (value::int(&row[0]), value::int(&row[1]).unwrap_or_default()))
            .collect();
        let mut after = 0;
        let wanted = [
            "id",
            "user_id",
            "project_id",
            "task_id",
            "src_column_id",
            "dst_column_id",
            "date",
            "time_spent",
        ];
        let mut moves = Vec::new();
        loop {
            let page = self.page(MOVES, &wanted, after)?.rows;
            let Some((last, _)) = page.last() else { break };
            after = *last;
            let tally = self.report.of(MOVES);
            for (_, row) in &page {
                tally.found += 1;
                let int = |column: usize| value::int(&row[column]).unwrap_or_default();
                let (task, project, at) = (int(3), int(2), int(6));
                if !self.context.has("tasks", task) || !self.context.has("projects", project) {
                    tally
                        .leave("it names what is not in tasks", || format!("{} with task_id {task}", int(0)));
                    continue;
                }
                tally.taken += 1;
                if (at - APART..=at + APART).any(|at| told.contains(&(Some(task), at))) {
                    continue;
                }
                let (user, from, to, spent) = (int(1), int(4), int(5), int(7));
                moves.push(Move { user, project, task, from, to, at, spent });
            }
            self.tell(MOVES, page.len());
        }
        moves.sort_by_key(|known| known.at);
        self.history.moves = moves.into();
        Ok(())
    }

    fn entry(&mut self, values: &[Value], at: i64) -> Result<Option<Vec<Cell>>, String> {
        let int = |column: usize| value::int(&values[column]).unwrap_or_default();
        let (id, by, project, task) = (int(0), int(3), int(4), int(5));
        let tally = self.report.of(ACTIVITIES);
        tally.found += 1;
        for (table, named) in [("users", by), ("projects", project), ("tasks", task)] {
            if !self.context.has(table, named) {
                tally.leave(format!("it names what is not in {table}"), || format!("{id} with {named}"));
                return Ok(None);
            }
        }
        let name = value::text(&values[2]).unwrap_or_default();
        let data = value::text(&values[6]).unwrap_or_default();
        let entry = Entry { name: &name, project, task, at, data: &data };
        match happened(&entry, &self.history.columns) {
            Ok((event, snapshot)) => {
                tally.taken += 1;
                self.enter(project, by, at, &event, snapshot).map(Some)
            }
            Err(why) => {
                tally.leave(why, || format!("{id} {name}"));
                Ok(None)
            }
        }
    }

    fn next_move(&mut self) -> Result<Option<Vec<Cell>>, String> {
        let Some(known) = self.history.moves.pop_front() else { return Ok(None) };
        let Some(mut task) = current(&self.opened.conn, known.task)? else { return Ok(None) };
        let swimlane = task.swimlane_id.into();
        (task.column_id, task.date_moved, task.is_active) = (known.to, known.at, 1);
        task.column_title = self.history.columns.get(&known.to).cloned().unwrap_or_default();
        let event = Event::TaskMoved {
            task: known.task.into(),
            from: Slot::new(swimlane, known.from.into(), 0),
            to: Slot::new(swimlane, known.to.into(), task.position),
            moved_before: known.at - known.spent,
        };
        let past = Past { column: self.history.columns.get(&known.from).cloned(), ..Past::default() };
        let snapshot =
            Snapshot { task: Some(Box::new(task)), past: Some(Box::new(past)), ..Snapshot::default() };
        self.enter(known.project, known.user, known.at, &event, snapshot).map(Some)
    }

    /// A row of the new log.
    fn enter(
        &mut self,
        project: i64,
        by: i64,
        at: i64,
        event: &Event,
        mut snapshot: Snapshot,
    ) -> Result<Vec<Cell>, String> {
        self.history.last += 1;
        self.days.note(project, self.history.last, at);
        let person = self.history.people.get(&by);
        snapshot.actor_name = person.and_then(|(_, name)| name.clone());
        let text = |error: serde_json::Error| error.to_string();
        Ok(vec![
            self.history.last.into(),
            project.into(),
            event.task().get().into(),
            serde_json::to_string(event).map_err(text)?.into(),
            serde_json::to_string(&snapshot).map_err(text)?.into(),
            person.map_or(0, |_| by).into(),
            person.map(|(username, _)| username.clone()).into(),
            at.into(),
        ])
    }
}
