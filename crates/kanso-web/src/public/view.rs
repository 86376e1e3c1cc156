//! The pages that are open to everybody.

use askama::Template;
use kanso_core::public::{PublicBoard, PublicCard};
use kanso_domain::{ColumnId, SwimlaneId};

use crate::board::view::DueView;
use crate::page::Page;
use crate::person::Person;

#[derive(Template)]
#[template(path = "public/board.html")]
pub(super) struct BoardPage<'a> {
    pub(super) page: &'a Page,
    pub(super) token: &'a str,
    pub(super) name: String,
    /// How often a script looks for news, in seconds; 0 for never.
    pub(super) refresh: u32,
    pub(super) columns: Vec<ColumnView>,
    pub(super) swimlanes: Vec<SwimlaneView>,
}

pub(super) struct ColumnView {
    pub(super) title: String,
    pub(super) open: i64,
}

pub(super) struct SwimlaneView {
    pub(super) name: String,
    pub(super) lanes: Vec<LaneView>,
}

pub(super) struct LaneView {
    pub(super) title: String,
    pub(super) tasks: Vec<CardView>,
}

pub(super) struct CardView {
    pub(super) id: i64,
    pub(super) title: String,
    pub(super) color: String,
    pub(super) category: String,
    pub(super) due: Option<DueView>,
    pub(super) priority: i64,
    pub(super) assignee: Option<Person>,
}

#[derive(Template)]
#[template(path = "public/task.html")]
pub(super) struct TaskPage<'a> {
    pub(super) page: &'a Page,
    pub(super) token: &'a str,
    pub(super) project: String,
    pub(super) id: i64,
    pub(super) title: String,
    pub(super) is_open: bool,
    pub(super) description_html: String,
    pub(super) tags: Vec<String>,
    /// Labels and values.
    pub(super) facts: Vec<(String, String)>,
    /// Titles, who has them, and whether they are done.
    pub(super) subtasks: Vec<(String, String, bool)>,
    /// Labels, ids and titles.
    pub(super) links: Vec<(String, i64, String)>,
    pub(super) comments: Vec<CommentView>,
}

pub(super) struct CommentView {
    pub(super) author: Person,
    pub(super) iso: String,
    pub(super) when: String,
    pub(super) html: String,
}

impl<'a> BoardPage<'a> {
    pub(super) fn new(page: &'a Page, token: &'a str, refresh: u32, board: &PublicBoard) -> Self {
        let in_column = |column: ColumnId| board.tasks.iter().filter(move |task| task.column_id == column);
        let lane = |swimlane: SwimlaneId, column: ColumnId| {
            let tasks = in_column(column).filter(|task| task.swimlane_id == swimlane);
            tasks.map(|task| CardView::new(page, task)).collect::<Vec<_>>()
        };
        let is_shown = |task: &&PublicCard| board.swimlanes.iter().any(|lane| lane.id == task.swimlane_id);
        let count = |column| i64::try_from(in_column(column).filter(is_shown).count()).unwrap_or(i64::MAX);
        let columns = board.columns.iter();
        let swimlanes = board.swimlanes.iter().map(|swimlane| SwimlaneView {
            name: swimlane.name.clone(),
            lanes: columns
                .clone()
                .map(|column| LaneView { title: column.title.clone(), tasks: lane(swimlane.id, column.id) })
                .collect(),
        });
        let swimlanes = swimlanes.collect();
        let columns = columns
            .clone()
            .map(|column| ColumnView { title: column.title.clone(), open: count(column.id) })
            .collect();
        let name = board.project.name.clone();
        Self { page, token, name, refresh, columns, swimlanes }
    }
}

impl CardView {
    fn new(page: &Page, task: &PublicCard) -> Self {
        Self {
            id: task.id.get(),
            title: task.title.clone(),
            color: task.color_id.clone(),
            category: task.category_name.clone().unwrap_or_default(),
            due: DueView::new(page, task.date_due.unwrap_or_default()),
            priority: task.priority.unwrap_or_default(),
            assignee: Person::named(task.assignee_name.as_deref(), task.assignee_username.as_deref()),
        }
    }
}
