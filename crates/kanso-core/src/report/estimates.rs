//! Hours that were estimated, and hours that were spent.

use kanso_db::row;
use kanso_domain::{Permission, ProjectId, TaskId};

use super::Selection;
use crate::{Actor, App, Result};

/// So many tasks are told one by one.
const MOST: i64 = 1_000;

/// Hours of some tasks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hours {
    pub estimated: f64,
    pub spent: f64,
}

/// The hours of a project's tasks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Estimates {
    pub open: Hours,
    pub closed: Hours,
    /// By the titles of the columns, in the order of the board.
    pub columns: Vec<(String, Hours)>,
    /// Tasks that have any, the latest first.
    pub tasks: Vec<TaskHours>,
    /// How many tasks have any.
    pub total: i64,
}

row! {
    /// A task with its hours.
    #[derive(Clone, Debug, PartialEq)]
    pub struct TaskHours {
        pub id: TaskId as i64 = "t.id",
        pub title: String = "t.title",
        pub is_active: i64 = "t.is_active",
        pub estimated: f64 = "COALESCE(t.time_estimated, 0)",
        pub spent: f64 = "COALESCE(t.time_spent, 0)",
    }
}

/// The hours of tasks, estimated and spent: of those that are open and those that are closed, by column, and task by
/// task. For who manages the project.
#[crate::use_case]
pub async fn report_estimates(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    selection: Selection,
) -> Result<Estimates> {
    let wanted = selection.read(app, actor)?;
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let mut found = wanted.clauses(conn, project);
            let home = found.value(project.get());
            let sums = format!(
                "SELECT c.title, n.is_active, n.tasks, n.estimated, n.spent FROM columns c JOIN \
                 (SELECT t.column_id, t.is_active, \
                  COUNT(CASE WHEN t.time_estimated > 0 OR t.time_spent > 0 THEN 1 END) AS tasks, \
                  COALESCE(SUM(t.time_estimated), 0) AS estimated, COALESCE(SUM(t.time_spent), 0) AS spent \
                  FROM {} WHERE {} GROUP BY t.column_id, t.is_active) n ON n.column_id = c.id \
                 WHERE c.project_id = {home} ORDER BY c.position, c.id",
                found.tasks, found.which
            );
            let mut estimates = Estimates::default();
            for row in conn.all::<(String, i64, i64, f64, f64)>(&sums, &found.values).await? {
                estimates.add(row);
            }
            let mut found = wanted.clauses(conn, project);
            let most = found.value(MOST);
            let list = format!(
                "SELECT {} FROM {} WHERE {} AND (t.time_estimated > 0 OR t.time_spent > 0) \
                 ORDER BY t.id DESC LIMIT {most}",
                TaskHours::COLUMNS,
                found.tasks,
                found.which
            );
            estimates.tasks = conn.all(&list, &found.values).await?;
            Ok(estimates)
        })
    })
    .await
}

impl Estimates {
    fn add(&mut self, (column, active, tasks, estimated, spent): (String, i64, i64, f64, f64)) {
        let hours = Hours { estimated, spent };
        if active == 1 {
            self.open.add(&hours)
        } else {
            self.closed.add(&hours)
        }
        self.total += tasks;
        match self.columns.last_mut() {
            Some((title, sum)) if *title == column => sum.add(&hours),
            _ => self.columns.push((column, hours)),
        }
    }
}

impl Hours {
    fn add(&mut self, other: &Self) {
        self.estimated += other.estimated;
        self.spent += other.spent;
    }
}
