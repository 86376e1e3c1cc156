//! Reading subtasks.

use std::collections::HashMap;

use kanso_db::{Conn, Param, params};
use kanso_domain::{Permission, SubtaskId, TaskId, UserId};

use super::{Subtask, SubtaskDetails};
use crate::{Actor, App, Error, Kind, Result};

/// With the timer of one user, whose id is the second parameter.
const FROM: &str = "FROM subtasks s LEFT JOIN users u ON u.id = s.user_id \
    LEFT JOIN subtask_timers r ON r.subtask_id = s.id AND r.user_id = $2 AND r.ended_at = 0";

/// The subtask, if the actor may see it.
#[crate::use_case]
pub async fn find_subtask(app: &App, actor: &Actor, subtask: SubtaskId) -> Result<Subtask> {
    app.read_in(actor, subtask, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { load(conn, subtask).await })
    })
    .await
}

/// The subtasks of a task by position, with the actor's timers.
#[crate::use_case]
pub async fn list_subtasks(app: &App, actor: &Actor, task: TaskId) -> Result<Vec<SubtaskDetails>> {
    let list =
        format!("SELECT {} {FROM} WHERE s.task_id = $1 ORDER BY s.position, s.id", SubtaskDetails::COLUMNS);
    let me = actor.user_id();
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { Ok(conn.all(&list, params![task.get(), me.get()]).await?) })
    })
    .await
}

/// The subtasks of several tasks by position, with the timers of `user`.
pub(crate) async fn list_of_tasks(
    conn: &Conn,
    user: UserId,
    tasks: &[TaskId],
) -> Result<HashMap<TaskId, Vec<SubtaskDetails>>> {
    let places: Vec<String> = (3..tasks.len() + 3).map(|n| format!("${n}")).collect();
    // The first parameter is the task where there is one; here it is none.
    let list = format!(
        "SELECT {} {FROM} WHERE s.task_id > $1 AND s.task_id IN ({}) ORDER BY s.position, s.id",
        SubtaskDetails::COLUMNS,
        places.join(", ")
    );
    let mut values = params![0, user.get()].to_vec();
    values.extend(tasks.iter().map(|task| Param::from(task.get())));
    let mut subtasks = HashMap::<TaskId, Vec<SubtaskDetails>>::new();
    for subtask in conn.all::<SubtaskDetails>(&list, &values).await? {
        subtasks.entry(subtask.task_id).or_default().push(subtask);
    }
    Ok(subtasks)
}

/// The subtask, inside a transaction or a read that has asked for permission.
pub(super) async fn load(conn: &Conn, subtask: SubtaskId) -> Result<Subtask> {
    let find = format!("SELECT {} FROM subtasks WHERE id = $1", Subtask::COLUMNS);
    conn.one(&find, params![subtask.get()]).await?.ok_or(Error::NotFound(Kind::Subtask))
}

/// The same with the names and the timer of `user`, as events carry it.
pub(super) async fn details(conn: &Conn, subtask: SubtaskId, user: UserId) -> Result<SubtaskDetails> {
    let find = format!("SELECT {} {FROM} WHERE s.id = $1", SubtaskDetails::COLUMNS);
    let found = conn.one(&find, params![subtask.get(), user.get()]).await?;
    found.ok_or(Error::NotFound(Kind::Subtask))
}
