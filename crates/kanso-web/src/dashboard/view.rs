//! The reader's own pages.

use askama::Template;
use kanso_core::dashboard::{MySubtask, MyTask};

use super::pager::Pager;
use crate::activity::view::ActivityLine;
use crate::board::view::DueView;
use crate::page::Page;
use crate::project::view::ProjectView;

/// A task of the reader's.
pub(crate) struct TaskRow {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) color: String,
    pub(crate) project: i64,
    pub(crate) project_name: String,
    pub(crate) column: String,
    pub(crate) due: Option<DueView>,
    pub(crate) priority: i64,
    /// How many of its subtasks are done; none without subtasks.
    pub(crate) progress: Option<String>,
}

/// The tasks of one project.
pub(crate) struct TaskGroup {
    pub(crate) project: i64,
    pub(crate) name: String,
    pub(crate) tasks: Vec<TaskRow>,
}

/// A subtask of the reader's.
pub(crate) struct SubtaskRow {
    pub(crate) title: String,
    pub(crate) is_begun: bool,
    pub(crate) task: i64,
    pub(crate) task_title: String,
    pub(crate) color: String,
    pub(crate) project_name: String,
    pub(crate) due: Option<DueView>,
}

#[derive(Template)]
#[template(path = "dashboard/show.html")]
pub(super) struct DashboardPage<'a> {
    pub(super) page: &'a Page,
    pub(super) section: &'a str,
    pub(super) tab: &'a str,
    pub(super) overdue: Vec<TaskRow>,
    pub(super) groups: Vec<TaskGroup>,
    /// How many tasks there are in all.
    pub(super) tasks: i64,
    pub(super) subtasks: Vec<SubtaskRow>,
    pub(super) subtasks_in_all: i64,
    pub(super) projects: Vec<ProjectView>,
    pub(super) projects_in_all: i64,
    pub(super) activities: Vec<ActivityLine>,
}

#[derive(Template)]
#[template(path = "dashboard/tasks.html")]
pub(super) struct TasksPage<'a> {
    pub(super) page: &'a Page,
    pub(super) section: &'a str,
    pub(super) tab: &'a str,
    pub(super) tasks: Vec<TaskRow>,
    /// Each order by its name in the address and in words, and whether it is this one.
    pub(super) orders: Vec<(&'static str, String, bool)>,
    pub(super) pager: Pager,
}

#[derive(Template)]
#[template(path = "dashboard/subtasks.html")]
pub(super) struct SubtasksPage<'a> {
    pub(super) page: &'a Page,
    pub(super) section: &'a str,
    pub(super) tab: &'a str,
    pub(super) subtasks: Vec<SubtaskRow>,
    pub(super) pager: Pager,
}

#[derive(Template)]
#[template(path = "dashboard/projects.html")]
pub(super) struct ProjectsPage<'a> {
    pub(super) page: &'a Page,
    pub(super) section: &'a str,
    pub(super) tab: &'a str,
    pub(super) projects: Vec<ProjectView>,
    pub(super) pager: Pager,
    /// Whether there are removed projects that the reader may bring back.
    pub(super) has_removed: bool,
}

#[derive(Template)]
#[template(path = "dashboard/activity.html")]
pub(super) struct ActivityPage<'a> {
    pub(super) page: &'a Page,
    pub(super) section: &'a str,
    pub(super) tab: &'a str,
    pub(super) activities: Vec<ActivityLine>,
}

#[derive(Template)]
#[template(path = "dashboard/feeds.html")]
pub(super) struct FeedsPage<'a> {
    pub(super) page: &'a Page,
    pub(super) section: &'a str,
    pub(super) tab: &'a str,
    /// Of the feed and of the calendar; none while they are off.
    pub(super) addresses: Option<[String; 2]>,
}

impl TaskRow {
    pub(super) fn new(page: &Page, task: MyTask) -> Self {
        let progress = [task.nb_completed_subtasks, task.nb_subtasks];
        Self {
            id: task.id.get(),
            title: task.title,
            color: task.color_id,
            project: task.project_id.get(),
            project_name: task.project_name,
            column: task.column_title,
            due: DueView::new(page, task.date_due.unwrap_or_default()),
            priority: task.priority.unwrap_or_default(),
            progress: (progress[1] > 0).then(|| format!("{}/{}", progress[0], progress[1])),
        }
    }

    /// Whether its due date has passed.
    pub(super) fn is_late(&self) -> bool {
        self.due.as_ref().is_some_and(DueView::is_late)
    }
}

impl TaskGroup {
    /// The tasks by project, each group where its first task stands.
    pub(super) fn all(tasks: Vec<TaskRow>) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        for task in tasks {
            match groups.iter_mut().find(|group| group.project == task.project) {
                Some(group) => group.tasks.push(task),
                None => groups.push(Self {
                    project: task.project,
                    name: task.project_name.clone(),
                    tasks: vec![task],
                }),
            }
        }
        groups
    }
}

impl SubtaskRow {
    pub(super) fn new(page: &Page, subtask: MySubtask) -> Self {
        Self {
            title: subtask.title,
            is_begun: subtask.status == 1,
            task: subtask.task_id.get(),
            task_title: subtask.task_title,
            color: subtask.color_id,
            project_name: subtask.project_name,
            due: DueView::new(page, subtask.date_due.unwrap_or_default()),
        }
    }
}
