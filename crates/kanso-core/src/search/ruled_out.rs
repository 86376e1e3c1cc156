//! What can be told of a search without asking the database.

use kanso_db::{Conn, params};
use kanso_domain::search::{Comparison, Condition, Named, NumberField, PersonField, Query, Who, Within};

use super::glance::{Glance, Letters};
use crate::Result;
use crate::task::TaskDetails;

/// A task that many queries are asked about. Its texts are in small letters, as far as they are ASCII: the database
/// makes no difference between those either.
pub(crate) struct Sight<'a> {
    task: &'a TaskDetails,
    title: Texts,
    description: String,
    /// The names of its tags, if somebody looked.
    tags: Option<Texts>,
    /// Its comments, whoever may read them, if somebody looked.
    comments: Option<Texts>,
}

/// Texts, and the letters that they have together.
struct Texts {
    all: Vec<String>,
    letters: Letters,
}

impl<'a> Sight<'a> {
    pub(crate) fn of(task: &'a TaskDetails) -> Self {
        let description = task.description.as_deref().unwrap_or_default().to_ascii_lowercase();
        Self { task, title: Texts::of([task.title.clone()]), description, tags: None, comments: None }
    }

    /// Reads what else queries ask about, in a statement for each kind of it.
    pub(crate) async fn look<'q>(
        &mut self,
        conn: &Conn,
        queries: impl Iterator<Item = &'q Glance> + Clone,
    ) -> Result<()> {
        const TAGS: &str =
            "SELECT g.name FROM task_has_tags h JOIN tags g ON g.id = h.tag_id WHERE h.task_id = $1";
        const COMMENTS: &str = "SELECT comment FROM comments WHERE task_id = $1";
        if queries.clone().any(|query| query.asks_tags) {
            self.tags = Some(Texts::read(conn, TAGS, self.task.id).await?);
        }
        if queries.clone().any(|query| query.asks_comments) {
            self.comments = Some(Texts::read(conn, COMMENTS, self.task.id).await?);
        }
        Ok(())
    }

    /// Whether the task certainly does not meet a query of which this is known. Much quicker than asking that itself.
    pub(crate) fn lacks(&self, query: &Glance) -> bool {
        let lack = |texts: &Option<Texts>, letters| {
            texts.as_ref().is_some_and(|texts| !texts.letters.may_have(letters))
        };
        query.number.is_some_and(|(field, comparison, value)| !self.compares(field, comparison, value))
            || !self.title.letters.may_have(query.title)
            || lack(&self.tags, query.tags)
            || lack(&self.comments, query.comments)
    }

    /// Whether the task certainly does not meet the query. Where that takes more than what is known, it may meet it.
    pub(crate) fn rules_out(&self, query: &Query) -> bool {
        query.groups.iter().any(|group| group.iter().all(|condition| !may_meet(condition, self)))
    }

    fn has_text(&self, within: Within, text: &str) -> bool {
        let has_comment = || self.comments.as_ref().is_none_or(|comments| comments.have(text));
        match within {
            Within::Title => self.title.have(text),
            Within::Description => self.description.contains(text),
            Within::Comments => has_comment(),
            Within::Everything => self.title.have(text) || self.description.contains(text) || has_comment(),
        }
    }

    fn compares(&self, field: NumberField, comparison: Comparison, value: i64) -> bool {
        let number = match field {
            NumberField::Priority => Some(self.task.priority.unwrap_or_default()),
            NumberField::Score => self.task.score,
        };
        number.is_some_and(|number| compares(number, comparison, value))
    }
}

impl Texts {
    fn of(texts: impl IntoIterator<Item = String>) -> Self {
        let all: Vec<String> = texts.into_iter().map(|text| text.to_ascii_lowercase()).collect();
        let letters = Letters::of(all.iter().map(String::as_str));
        Self { all, letters }
    }

    async fn read(conn: &Conn, select: &str, task: i64) -> Result<Self> {
        let texts = conn.all::<(String,)>(select, params![task]).await?;
        Ok(Self::of(texts.into_iter().map(|(text,)| text)))
    }

    fn have(&self, text: &str) -> bool {
        self.all.iter().any(|one| one.contains(text))
    }
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
        Condition::Number(field, comparison, value) => sight.compares(*field, *comparison, *value),
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
            sight.tags.as_ref().is_none_or(|tags| tags.have(&text))
        }
        Condition::NoTag => sight.tags.as_ref().is_none_or(|tags| tags.all.is_empty()),
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
