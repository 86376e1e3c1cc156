//! A task opened, as its sheet shows it.

use kanso_core::tag::Tag;
use kanso_domain::UserId;

use super::panel::Head;
use crate::board::news::Place;
use crate::comment::view::CommentView;
use crate::external_link::view::ExternalLinkView;
use crate::file::view::FileView;
use crate::link::view::LinkGroup;
use crate::subtask::view::SubtasksView;

/// What the form holds: the stored values, or those that were just refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TaskForm {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) color: String,
    pub(crate) assignee: i64,
    pub(crate) category: i64,
    pub(crate) date_due: String,
    pub(crate) date_started: String,
    pub(crate) priority: i64,
    pub(crate) score: String,
    pub(crate) reference: String,
    pub(crate) estimated: String,
    pub(crate) spent: String,
    pub(crate) tags: Vec<String>,
}

/// Something to choose in a form.
pub(crate) struct Choice {
    pub(crate) id: i64,
    pub(crate) name: String,
}

/// A tag to choose.
pub(crate) struct TagChoice {
    pub(crate) name: String,
    pub(crate) color: String,
    pub(crate) is_chosen: bool,
}

/// A field that somebody else changed, with both values.
pub(crate) struct ClashView {
    pub(crate) label: String,
    pub(crate) theirs: String,
    pub(crate) yours: String,
}

pub(crate) struct ActivityView {
    pub(crate) words: String,
    pub(crate) iso: String,
    pub(crate) when: String,
}

/// All that the sheet shows.
#[derive(Default)]
pub(crate) struct Sheet {
    pub(crate) head: Head,
    pub(crate) form: TaskForm,
    pub(crate) description_html: String,
    /// The fields as they are now, which the form sends back to tell what others changed meanwhile.
    pub(crate) seen: String,
    pub(crate) last_event: Place,
    pub(crate) faults: Vec<String>,
    pub(crate) clash: Option<Vec<ClashView>>,
    pub(crate) subtasks: SubtasksView,
    pub(crate) links: Vec<LinkGroup>,
    pub(crate) labels: Vec<Choice>,
    pub(crate) external_links: Vec<ExternalLinkView>,
    pub(crate) files: Vec<FileView>,
    pub(crate) comments: Vec<CommentView>,
    pub(crate) newest_first: bool,
    pub(crate) audiences: Vec<(&'static str, String)>,
    /// What was typed and refused, or is to be answered.
    pub(crate) new_comment: String,
    pub(crate) new_subtasks: String,
    pub(crate) new_link: String,
    pub(crate) new_url: String,
    /// A comment whose text is being changed, with that text.
    pub(crate) edited_comment: Option<(i64, String)>,
    pub(crate) may_work: bool,
    /// What the reader's role allows besides.
    pub(crate) may_update: bool,
    pub(crate) may_assign: bool,
    pub(crate) may_turn: bool,
    pub(crate) may_remove: bool,
    /// Who reads; 0 for nobody.
    pub(crate) me: i64,
    pub(crate) is_started: bool,
    /// Whether another occurrence of the task will be made.
    pub(crate) recurs: bool,
    /// The occurrences before and after it; 0 for none.
    pub(crate) recurrence_parent: i64,
    pub(crate) recurrence_child: i64,
    pub(crate) dates: Vec<String>,
    pub(crate) assignable: Vec<Choice>,
    pub(crate) colors: Vec<(&'static str, String)>,
    pub(crate) priorities: Vec<i64>,
    pub(crate) columns: Vec<Choice>,
    pub(crate) swimlanes: Vec<Choice>,
    pub(crate) categories: Vec<Choice>,
    pub(crate) tags: Vec<TagChoice>,
    /// Labels and values, for readers who may change nothing.
    pub(crate) facts: Vec<(String, String)>,
}

impl Choice {
    pub(crate) fn new(id: i64, name: &str) -> Self {
        Self { id, name: name.to_owned() }
    }

    pub(crate) fn people(people: &[(UserId, String)]) -> Vec<Self> {
        people.iter().map(|(id, name)| Self::new(id.get(), name)).collect()
    }
}

impl TagChoice {
    /// The tags of the project and of the task by name, those of the form chosen.
    pub(crate) fn all(offered: &[Tag], own: &[Tag], chosen: &[String]) -> Vec<Self> {
        let mut choices: Vec<Self> = Vec::new();
        for tag in offered.iter().chain(own) {
            if choices.iter().all(|known| known.name != tag.name) {
                choices.push(Self::new(&tag.name, tag.color_id.as_deref(), chosen));
            }
        }
        for name in chosen {
            if choices.iter().all(|known| known.name != *name) {
                choices.push(Self::new(name, None, chosen));
            }
        }
        choices
    }

    fn new(name: &str, color: Option<&str>, chosen: &[String]) -> Self {
        Self {
            name: name.to_owned(),
            color: color.unwrap_or_default().to_owned(),
            is_chosen: chosen.iter().any(|one| one == name),
        }
    }
}

impl Sheet {
    /// What the field of a comment's text holds.
    pub(crate) fn comment_text<'a>(&'a self, comment: &'a CommentView) -> &'a str {
        match &self.edited_comment {
            Some((id, text)) if *id == comment.id => text,
            _ => &comment.text,
        }
    }

    pub(crate) fn is_edited(&self, comment: &CommentView) -> bool {
        self.edited_comment.as_ref().is_some_and(|(id, _)| *id == comment.id)
    }

    pub(crate) fn pictures(&self) -> impl Iterator<Item = &FileView> {
        self.files.iter().filter(|file| file.is_picture)
    }

    pub(crate) fn other_files(&self) -> impl Iterator<Item = &FileView> {
        self.files.iter().filter(|file| !file.is_picture)
    }
}
