//! The names of what a task left: they are gone with the ids, so they are kept with the event.

use std::fmt::Write;

use kanso_db::{Param, params};
use kanso_domain::{FieldValue, NamedChange, UserId};

use super::{Past, Person, Snapshot};
use crate::Result;
use crate::change::Change;
use crate::task::{Task, TaskDetails, details};

/// Where the names of what an id stands for are found: id, name, second name.
const TAGS: &str = "SELECT CAST(0 AS BIGINT) AS kind, g.id AS id, g.name AS name, '' AS second \
    FROM task_has_tags h JOIN tags g ON g.id = h.tag_id WHERE h.task_id = $1";
const PROJECT: (i64, &str) = (1, "name, '' FROM projects");
const COLUMN: (i64, &str) = (2, "title, '' FROM columns");
const SWIMLANE: (i64, &str) = (3, "name, '' FROM swimlanes");
const CATEGORY: (i64, &str) = (4, "name, '' FROM categories");
const ASSIGNEE: (i64, &str) = (5, "username, COALESCE(name, '') FROM users");

impl Snapshot {
    /// The task as it is now, with the names of what it had before and has no longer: one statement for them and
    /// the tags, however many they are.
    pub(crate) async fn of_changed_task(change: &Change<'_>, before: &Task) -> Result<Self> {
        let task = details(change.conn(), before.id).await?;
        let (tags, past) = names(change, before, &task).await?;
        Ok(Self { task: Some(Box::new(task)), tags, past: past.map(Box::new), ..Self::default() })
    }

    /// The same with both ends of what the event does not tell itself.
    pub(crate) async fn of_turned_task(change: &Change<'_>, before: &Task) -> Result<Self> {
        let mut snapshot = Self::of_changed_task(change, before).await?;
        if let Some(task) = &snapshot.task {
            let changes = changes(before, task);
            snapshot.past.get_or_insert_default().changes = changes;
        }
        Ok(snapshot)
    }

    /// Adds the names of who had what the event is about, if somebody had.
    pub(crate) async fn remember_assignee(&mut self, change: &Change<'_>, before: UserId) -> Result<()> {
        const FIND: &str = "SELECT username, COALESCE(name, '') FROM users WHERE id = $1";
        if before.is_none() {
            return Ok(());
        }
        let found = change.conn().one::<(String, String)>(FIND, params![before.get()]).await?;
        if let Some((username, name)) = found {
            self.past.get_or_insert_default().assignee = Some(person(before.get(), username, name));
        }
        Ok(())
    }
}

/// The names of the tags, and those of what the task left.
async fn names(
    change: &Change<'_>,
    before: &Task,
    after: &TaskDetails,
) -> Result<(Vec<String>, Option<Past>)> {
    let left = [
        (PROJECT, before.project_id.get(), after.project_id),
        (COLUMN, before.column_id.get(), after.column_id),
        (SWIMLANE, before.swimlane_id.get(), after.swimlane_id),
        (CATEGORY, before.category_id.unwrap_or_default(), after.category_id.unwrap_or_default()),
        (ASSIGNEE, before.owner_id.get(), after.owner_id),
    ];
    let (mut find, mut values) = (TAGS.to_owned(), vec![Param::from(before.id.get())]);
    for ((kind, names), from, to) in left {
        if from != to && from != 0 {
            values.push(Param::from(from));
            let at = values.len();
            let _ = write!(find, " UNION ALL SELECT CAST({kind} AS BIGINT), id, {names} WHERE id = ${at}");
        }
    }
    find.push_str(" ORDER BY 1, 2");
    let (mut tags, mut past) = (Vec::new(), None::<Past>);
    for (kind, id, name, second) in change.conn().all::<(i64, i64, String, String)>(&find, &values).await? {
        if kind == 0 {
            tags.push(name);
            continue;
        }
        let past = past.get_or_insert_default();
        match kind {
            1 => past.project = Some(name),
            2 => past.column = Some(name),
            3 => past.swimlane = Some(name),
            4 => past.category = Some(name),
            _ => past.assignee = Some(person(id, name, second)),
        }
    }
    Ok((tags, past))
}

fn person(id: i64, username: String, name: String) -> Person {
    Person { id: id.into(), username, name: Some(name).filter(|name| !name.is_empty()) }
}

/// Both ends of what closing, opening and moving to another project change, by the stored names.
fn changes(before: &Task, after: &TaskDetails) -> Vec<NamedChange> {
    fn between<T: Into<FieldValue>>(field: &str, from: T, to: T) -> Option<NamedChange> {
        NamedChange::between(field, from, to)
    }
    let changes = [
        between("column_id", before.column_id.get(), after.column_id),
        between("swimlane_id", before.swimlane_id.get(), after.swimlane_id),
        between("position", before.position, after.position),
        between("category_id", before.category_id, after.category_id),
        between("owner_id", before.owner_id.get(), after.owner_id),
        between("priority", before.priority, after.priority),
        between("is_active", before.is_active, after.is_active),
        between("date_completed", before.date_completed, after.date_completed),
    ];
    changes.into_iter().flatten().filter(|change| !change.from.means(&change.to)).collect()
}
