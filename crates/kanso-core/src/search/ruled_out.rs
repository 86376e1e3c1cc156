//! What can be told of a search without asking the database.

use kanso_db::{Conn, params};
use kanso_domain::search::{Comparison, Condition, Named, NumberField, PersonField, Query, Who, Within};

use crate::Result;
use crate::task::TaskDetails;

/// A task that many queries are asked about. Its texts are in small letters, as far as they are ASCII: the database
/// makes no difference between those either.
pub(crate) struct Sight<'a> {
    task: &'a TaskDetails,
    title: String,
    description: String,
    /// The names of its tags, if somebody looked.
    tags: Option<Vec<String>>,
    /// Its comments, whoever may read them, if somebody looked.
    comments: Option<Vec<String>>,
}

impl<'a> Sight<'a> {
    pub(crate) fn of(task: &'a TaskDetails) -> Self {
        let folded = |text: &str| text.to_ascii_lowercase();
        let description = task.description.as_deref().map(folded).unwrap_or_default();
        Self { task, title: folded(&task.title), description, tags: None, comments: None }
    }

    /// Reads what else the queries ask about, in a statement for each kind of it.
    pub(crate) async fn look<'q>(
        &mut self,
        conn: &Conn,
        queries: impl Iterator<Item = &'q Query> + Clone,
    ) -> Result<()> {
        const TAGS: &str =
            "SELECT g.name FROM task_has_tags h JOIN tags g ON g.id = h.tag_id WHERE h.task_id = $1";
        const COMMENTS: &str = "SELECT comment FROM comments WHERE task_id = $1";
        let asks = |is_about: fn(&Condition) -> bool| {
            queries.clone().any(|query| query.groups.iter().flatten().any(is_about))
        };
        if asks(is_about_tags) {
            self.tags = Some(texts(conn, TAGS, self.task.id).await?);
        }
        if asks(is_about_comments) {
            self.comments = Some(texts(conn, COMMENTS, self.task.id).await?);
        }
        Ok(())
    }

    /// Whether the task certainly does not meet the query. Where that takes more than what is known, it may meet it.
    pub(crate) fn rules_out(&self, query: &Query) -> bool {
        query.groups.iter().any(|group| group.iter().all(|condition| !may_meet(condition, self)))
    }

    fn has_text(&self, within: Within, text: &str) -> bool {
        let has_comment =
            || self.comments.as_ref().is_none_or(|all| all.iter().any(|one| one.contains(text)));
        match within {
            Within::Title => self.title.contains(text),
            Within::Description => self.description.contains(text),
            Within::Comments => has_comment(),
            Within::Everything => {
                self.title.contains(text) || self.description.contains(text) || has_comment()
            }
        }
    }
}

const fn is_about_tags(condition: &Condition) -> bool {
    matches!(condition, Condition::Tag(_) | Condition::NoTag)
}

const fn is_about_comments(condition: &Condition) -> bool {
    matches!(condition, Condition::Text { within: Within::Comments | Within::Everything, .. })
}

async fn texts(conn: &Conn, select: &str, task: i64) -> Result<Vec<String>> {
    let texts = conn.all::<(String,)>(select, params![task]).await?;
    Ok(texts.into_iter().map(|(text,)| text.to_ascii_lowercase()).collect())
}

fn may_meet(condition: &Condition, sight: &Sight<'_>) -> bool {
    let task = sight.task;
    match condition {
        Condition::Id(id) => task.id == *id,
        Condition::IsOpen(is_open) => (task.is_active == 1) == *is_open,
        Condition::Color(color) => task.color_id == *color,
        Condition::Column(named) => named.id == Some(task.column_id) || named.name == task.column_title,
        Condition::NoCategory => task.category_id.unwrap_or_default() == 0,
        Condition::Category(named) => {
            let id = task.category_id.unwrap_or_default();
            id > 0 && task.category_name.as_deref().is_none_or(|name| is_named(named, name, id))
        }
        Condition::Swimlane(name) => {
            task.swimlane_name.as_deref().is_none_or(|known| known.eq_ignore_ascii_case(name))
        }
        Condition::Project(named) => is_named(named, &task.project_name, task.project_id),
        Condition::Person(PersonField::Assignee, Who::Id(id)) => task.owner_id == *id,
        Condition::Person(PersonField::Assignee, Who::Nobody) => task.owner_id == 0,
        Condition::Person(PersonField::Assignee, Who::Anybody) => task.owner_id != 0,
        Condition::Number(NumberField::Priority, comparison, value) => {
            compares(task.priority.unwrap_or_default(), *comparison, *value)
        }
        Condition::Number(NumberField::Score, comparison, value) => {
            task.score.is_some_and(|score| compares(score, *comparison, *value))
        }
        Condition::Text { within, text, id } => {
            *id == Some(task.id) || sight.has_text(*within, &text.to_ascii_lowercase())
        }
        Condition::NoReference => reference(task).is_empty(),
        Condition::Reference(text) => {
            let known = reference(task);
            !known.is_empty() && (text.contains('*') || known.eq_ignore_ascii_case(text))
        }
        Condition::NoDueDate => task.date_due.unwrap_or_default() == 0,
        Condition::Tag(text) => {
            let text = text.to_ascii_lowercase();
            sight.tags.as_ref().is_none_or(|tags| tags.iter().any(|tag| tag.contains(&text)))
        }
        Condition::NoTag => sight.tags.as_ref().is_none_or(Vec::is_empty),
        Condition::Never | Condition::Person(..) | Condition::Link(_) | Condition::Date(..) => true,
    }
}

fn is_named(named: &Named, name: &str, id: i64) -> bool {
    named.id == Some(id) || named.name.eq_ignore_ascii_case(name)
}

fn reference(task: &TaskDetails) -> &str {
    task.reference.as_deref().unwrap_or_default()
}

fn compares(number: i64, comparison: Comparison, value: i64) -> bool {
    match comparison {
        Comparison::Below => number < value,
        Comparison::UpTo => number <= value,
        Comparison::Is => number == value,
        Comparison::From => number >= value,
        Comparison::Above => number > value,
    }
}
