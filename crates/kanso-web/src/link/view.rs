//! What a task is linked to, as its sheet shows it.

use kanso_core::link::{Label, LinkedTask};

use crate::page::Page;
use crate::task::view::Choice;

/// The links of one label.
pub(crate) struct LinkGroup {
    pub(crate) label: String,
    pub(crate) links: Vec<LinkView>,
}

pub(crate) struct LinkView {
    pub(crate) id: i64,
    pub(crate) label_id: i64,
    pub(crate) task: i64,
    pub(crate) title: String,
    pub(crate) is_open: bool,
    /// Where it is: the column, with the project if that is another one.
    pub(crate) place: String,
    pub(crate) assignee: Option<String>,
}

impl LinkGroup {
    /// The links in groups, in the order in which they are given.
    pub(crate) fn all(page: &Page, project: i64, labels: &[Label], linked: &[LinkedTask]) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        for link in linked {
            let label = label_name(page, &link.label);
            let label_id = labels.iter().find(|known| known.label == link.label);
            let view = LinkView::new(project, label_id.map_or(0, |label| label.id.get()), link);
            match groups.iter_mut().find(|group| group.label == label) {
                Some(group) => group.links.push(view),
                None => groups.push(Self { label, links: vec![view] }),
            }
        }
        groups
    }
}

impl LinkView {
    fn new(project: i64, label_id: i64, link: &LinkedTask) -> Self {
        let assignee = link.task_assignee_name.as_deref().filter(|name| !name.is_empty());
        let is_here = link.project_id.get() == project;
        Self {
            id: link.id.get(),
            label_id,
            task: link.task_id.get(),
            title: link.title.clone(),
            is_open: link.is_active == 1,
            place: match is_here {
                true => link.column_title.clone(),
                false => format!("{} · {}", link.project_name, link.column_title),
            },
            assignee: assignee.or(link.task_assignee_username.as_deref()).map(str::to_owned),
        }
    }
}

/// The labels to choose from, in words.
pub(crate) fn label_choices(page: &Page, labels: &[Label]) -> Vec<Choice> {
    labels.iter().map(|label| Choice::new(label.id.get(), &label_name(page, &label.label))).collect()
}

/// A label in the reader's language: those that every installation begins with are translated.
pub(crate) fn label_name(page: &Page, label: &str) -> String {
    match label {
        "relates to" => page.text("link-relates-to"),
        "blocks" => page.text("link-blocks"),
        "is blocked by" => page.text("link-is-blocked-by"),
        "duplicates" => page.text("link-duplicates"),
        "is duplicated by" => page.text("link-is-duplicated-by"),
        "is a child of" => page.text("link-is-a-child-of"),
        "is a parent of" => page.text("link-is-a-parent-of"),
        "targets milestone" => page.text("link-targets-milestone"),
        "is a milestone of" => page.text("link-is-a-milestone-of"),
        "fixes" => page.text("link-fixes"),
        "is fixed by" => page.text("link-is-fixed-by"),
        other => other.to_owned(),
    }
}
