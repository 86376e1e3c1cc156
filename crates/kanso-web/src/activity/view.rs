//! An activity as lists show it.

use askama::Template;
use kanso_core::activity::Activity;

use super::words;
use crate::filter::view::FilterBox;
use crate::page::Page;
use crate::person::Person;
use crate::project::tabs::ProjectTabs;

/// What somebody did to a task.
pub(crate) struct ActivityLine {
    pub(crate) who: Person,
    /// Who did what, in a sentence.
    pub(crate) words: String,
    pub(crate) task: i64,
    pub(crate) task_title: String,
    pub(crate) project: i64,
    pub(crate) project_name: String,
    pub(crate) iso: String,
    pub(crate) when: String,
}

#[derive(Template)]
#[template(path = "activity/show.html")]
pub(crate) struct ActivityPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    /// Above the page of a project.
    pub(crate) tabs: Option<ProjectTabs>,
    pub(crate) filter: FilterBox,
    pub(crate) activities: Vec<ActivityLine>,
    pub(crate) older: Option<String>,
    /// Back to the newest.
    pub(crate) newest: Option<String>,
}

impl ActivityLine {
    pub(crate) fn new(page: &Page, activity: &Activity) -> Self {
        let (who, logged) = (Person::new(activity.author.display_name()), &activity.logged);
        let task = logged.snapshot.task.as_deref();
        Self {
            words: words::sentence(page, &who.name, logged),
            who,
            task: logged.event.task().get(),
            task_title: task.map(|task| task.title.clone()).unwrap_or_default(),
            project: logged.project.get(),
            project_name: task.map(|task| task.project_name.clone()).unwrap_or_default(),
            iso: page.iso(logged.at),
            when: page.moment(logged.at),
        }
    }
}
