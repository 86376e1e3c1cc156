//! Reading how a task comes back.

use jiff::civil::Date;
use kanso_db::{Conn, params, row};
use kanso_domain::{Permission, TaskId};

use super::Recurrence;
use crate::{Actor, App, Error, Result};

row! {
    pub(super) struct Row {
        pub(super) rule: String,
        pub(super) begins_on: String,
        pub(super) occurs_on: String,
        pub(super) next_on: Option<String>,
    }
}

/// How a task comes back on days of the calendar; `None` when it does not.
#[crate::use_case]
pub async fn find_recurrence(app: &App, actor: &Actor, task: TaskId) -> Result<Option<Recurrence>> {
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { load(conn, task).await?.map(|row| row.read()).transpose() })
    })
    .await
}

/// Whether it does.
pub(crate) async fn is_set(conn: &Conn, task: TaskId) -> Result<bool> {
    Ok(load(conn, task).await?.is_some())
}

pub(super) async fn load(conn: &Conn, task: TaskId) -> Result<Option<Row>> {
    let find = format!("SELECT {} FROM recurrences WHERE task_id = $1", Row::COLUMNS);
    Ok(conn.one(&find, params![task.get()]).await?)
}

impl Row {
    pub(super) fn read(&self) -> Result<Recurrence> {
        let rule = self.rule.parse();
        Ok(Recurrence {
            rule: rule.map_err(|error: kanso_domain::recurrence::calendar::NoRule| stored(&error))?,
            begins_on: day(&self.begins_on)?,
            next_on: self.next_on.as_deref().map(day).transpose()?,
        })
    }
}

/// A day as it is stored.
pub(super) fn day(text: &str) -> Result<Date> {
    text.parse().map_err(|error: jiff::Error| stored(&error))
}

fn stored(error: &dyn std::fmt::Display) -> Error {
    Error::Stored(error.to_string())
}
