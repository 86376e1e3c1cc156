//! What a project holds, as rows of a file. Headings and words of states are those that other programs look for, in
//! English whatever the reader's language.

use kanso_core::export::{ExportedSubtask, ExportedTask, ExportedTransition, TaskRow};
use kanso_domain::color;
use kanso_domain::date::DateInput;

use crate::csv_file::text;

/// How a file writes what is no text.
pub(super) struct Written {
    /// The form of dates that the settings say, in the reader's time zone.
    pub(super) dates: DateInput,
}

impl Written {
    pub(super) fn task(&self, ExportedTask { task, tags }: &ExportedTask) -> Vec<String> {
        let TaskRow { creator_username, creator_name, assignee_username, assignee_name, .. } = task;
        let color = color::find(&task.color_id).map_or(task.color_id.as_str(), |color| color.name);
        vec![
            task.id.to_string(),
            some(task.reference.as_deref()),
            cell(&task.project_name),
            if task.is_active == 1 { "Open" } else { "Closed" }.to_owned(),
            some(task.category_name.as_deref()),
            some(task.swimlane_name.as_deref()),
            cell(&task.column_title),
            task.position.to_string(),
            cell(color),
            self.moment(task.date_due),
            some(creator_username.as_deref()),
            some(creator_name.as_deref()),
            some(assignee_username.as_deref()),
            some(assignee_name.as_deref()),
            task.score.unwrap_or_default().to_string(),
            cell(&task.title),
            self.moment(Some(task.date_creation)),
            self.moment(Some(task.date_modification)),
            self.moment(task.date_completed),
            self.moment(task.date_started),
            hours(task.time_estimated.unwrap_or_default()),
            hours(task.time_spent.unwrap_or_default()),
            task.priority.unwrap_or_default().to_string(),
            cell(&tags.join(", ")),
        ]
    }

    pub(super) fn subtask(subtask: &ExportedSubtask) -> Vec<String> {
        let name = subtask.assignee_name.as_deref().filter(|name| !name.is_empty());
        vec![
            subtask.id.to_string(),
            cell(&subtask.title),
            match subtask.status {
                0 => "Todo",
                1 => "In progress",
                _ => "Done",
            }
            .to_owned(),
            some(name.or(subtask.assignee_username.as_deref())),
            hours(subtask.time_estimated),
            hours(subtask.time_spent),
            subtask.task_id.to_string(),
            cell(&subtask.task_title),
        ]
    }

    pub(super) fn transition(&self, told: &ExportedTransition) -> Vec<String> {
        let ExportedTransition { id, task_title, transition } = told;
        #[expect(clippy::cast_precision_loss, reason = "hours with two decimals")]
        let spent = transition.spent as f64 / 3600.0;
        vec![
            id.to_string(),
            cell(task_title),
            some(transition.from_title.as_deref()),
            some(transition.to_title.as_deref()),
            some(transition.username.as_deref()),
            self.moment(Some(transition.at)),
            format!("{spent:.2}"),
        ]
    }

    fn moment(&self, at: Option<i64>) -> String {
        at.filter(|at| *at > 0).map(|at| self.dates.write(at)).unwrap_or_default()
    }
}

fn cell(value: &str) -> String {
    text(value).into_owned()
}

fn some(value: Option<&str>) -> String {
    value.map(cell).unwrap_or_default()
}

/// With a point, and no decimals that say nothing.
fn hours(hours: f64) -> String {
    let text = format!("{hours:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
