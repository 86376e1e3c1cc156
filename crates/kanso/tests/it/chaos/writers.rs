//! Those who change tasks while servers die.

use serde_json::{Value, json};
use tokio::sync::watch;

use super::{Caller, Dice};

/// A change that a server said yes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Acknowledged {
    /// A task with this title was created or renamed.
    Titled(String),
    /// This task was moved.
    Moved(i64),
    /// This task was closed.
    Closed(i64),
}

/// Somebody who works on tasks of their own.
pub(super) struct Writer {
    number: usize,
    urls: watch::Receiver<Vec<String>>,
    token: String,
    project: Value,
    columns: Vec<Value>,
    dice: Dice,
    tasks: Vec<i64>,
}

impl Writer {
    pub(super) fn new(
        number: usize,
        urls: watch::Receiver<Vec<String>>,
        token: &str,
        project: &Value,
        columns: &Value,
    ) -> Self {
        let columns = columns.as_array().expect("a list").iter().map(|column| column["id"].clone()).collect();
        let dice = Dice(100 + u64::try_from(number).expect("a small number"));
        Self {
            number,
            urls,
            token: token.to_owned(),
            project: project.clone(),
            columns,
            dice,
            tasks: Vec::new(),
        }
    }

    /// Makes so many changes that are answered, whatever becomes of each, and answers those that were acknowledged.
    pub(super) async fn work(mut self, changes: usize, done: watch::Sender<usize>) -> Vec<Acknowledged> {
        let (mut acknowledged, mut answered, mut change) = (Vec::new(), 0, 0);
        let mut callers = self.callers();
        while answered < changes {
            if callers.is_empty() {
                // All that are known were killed: one of them comes back.
                self.urls.changed().await.expect("the servers outlive the writers");
            }
            if callers.is_empty() || self.urls.has_changed().is_ok_and(|has| has) {
                callers = self.callers();
            }
            let place = self.dice.roll(callers.len());
            change += 1;
            let Some(answer) = self.change(&callers[place].clone(), change).await else {
                callers.remove(place);
                continue;
            };
            acknowledged.extend(answer);
            answered += 1;
            done.send_modify(|done| *done += 1);
        }
        acknowledged
    }

    fn callers(&mut self) -> Vec<Caller> {
        self.urls.borrow_and_update().iter().map(|url| Caller::new(url, &self.token)).collect()
    }

    /// `None` when nobody answered, else what was acknowledged.
    async fn change(&mut self, caller: &Caller, change: usize) -> Option<Option<Acknowledged>> {
        let title = format!("change {change} of writer {}", self.number);
        let task = match self.tasks.len() {
            0 => None,
            count => Some(self.tasks[self.dice.roll(count)]),
        };
        match (task, self.dice.roll(10)) {
            (None, _) | (_, 0..=2) => {
                let id = caller.call("createTask", (&title, self.project.clone())).await?.as_i64();
                self.tasks.extend(id);
                Some(id.map(|_| Acknowledged::Titled(title)))
            }
            (Some(task), 3..=6) => {
                let answer = caller.call("updateTask", json!({"id": task, "title": title})).await?;
                Some((answer == true).then_some(Acknowledged::Titled(title)))
            }
            (Some(task), 7 | 8) => {
                let column = self.columns[self.dice.roll(self.columns.len())].clone();
                let to = json!({"project_id": self.project, "task_id": task, "column_id": column,
                    "position": 1, "swimlane_id": 1});
                let answer = caller.call("moveTaskPosition", to).await?;
                Some((answer == true).then_some(Acknowledged::Moved(task)))
            }
            (Some(task), _) => {
                let answer = caller.call("closeTask", (task,)).await?;
                self.tasks.retain(|own| *own != task);
                Some((answer == true).then_some(Acknowledged::Closed(task)))
            }
        }
    }
}
