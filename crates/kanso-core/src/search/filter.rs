//! A query as SQL. Values are bound, never written into the text.

use kanso_db::{Kind, Param, dialect};
use kanso_domain::search::{Condition, DateField, Named, PersonField, Query};
use kanso_domain::{ApplicationRole, ProjectId, TaskId, UserId};

use super::access::{self, Access};
use super::pattern;
use crate::board::TASKS;

/// Who reads what is found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    /// None for the application.
    pub(crate) id: UserId,
    pub(crate) role: ApplicationRole,
}

/// A statement in the making, and the values bound so far.
pub(super) struct Filter {
    pub(super) kind: Kind,
    pub(super) reader: Reader,
    /// The projects whose columns, categories and the like are meant, as SQL, with commas between them.
    home: String,
    values: Vec<Param<'static>>,
}

/// The parts of a statement that reads what a query asks for.
pub(crate) struct Clauses {
    /// The table of the tasks `t`, with the index that leads to them.
    pub(crate) tasks: String,
    /// The condition, which may also speak of the project `p`.
    pub(crate) which: String,
    /// The values of the condition.
    pub(crate) values: Vec<Param<'static>>,
}

impl Clauses {
    /// The place of one more value.
    pub(crate) fn value(&mut self, value: impl Into<Param<'static>>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }
}

/// So many terms are joined by `OR` in one go: SQLite takes expressions of a depth of 1,000.
const TERMS: usize = 100;

impl Filter {
    /// A search of these projects, at least one.
    pub(super) fn of(kind: Kind, projects: &[ProjectId], reader: Reader) -> Self {
        let places: Vec<String> = (1..=projects.len()).map(|n| format!("${n}")).collect();
        let values = projects.iter().map(|project| project.get().into()).collect();
        Self { kind, reader, home: places.join(", "), values }
    }

    pub(super) fn of_task(kind: Kind, task: TaskId, reader: Reader) -> Self {
        Self { kind, reader, home: "t.project_id".to_owned(), values: vec![task.get().into()] }
    }

    /// The statement that answers one row if the task meets the query, and is in the project if one is named.
    pub(super) fn meets(
        mut self,
        query: &Query,
        project: Option<ProjectId>,
    ) -> (String, Vec<Param<'static>>) {
        let mut all = vec!["t.id = $1".to_owned()];
        all.extend(project.map(|project| format!("t.project_id = {}", self.value(project.get()))));
        for group in &query.groups {
            all.push(self.group(group));
        }
        let all = all.join(" AND ");
        let statement = format!(
            "SELECT 1 FROM {TASKS} JOIN projects p ON p.id = t.project_id AND p.removed_at = 0 WHERE {all}"
        );
        (statement, self.values)
    }

    /// The statement that answers the numbers of those queries that the task meets, each as its reader reads it.
    pub(super) fn all_met(
        mut self,
        queries: &[(&Query, Reader)],
        project: ProjectId,
    ) -> (String, Vec<Param<'static>>) {
        let project = self.value(project.get());
        let mut parts = Vec::with_capacity(queries.len());
        for (number, (query, reader)) in queries.iter().enumerate() {
            self.reader = *reader;
            let mut all = vec![format!("t.id = $1 AND t.project_id = {project}")];
            all.extend(query.groups.iter().map(|group| self.group(group)));
            let all = all.join(" AND ");
            parts.push(format!(
                "SELECT {number} FROM {TASKS} JOIN projects p ON p.id = t.project_id AND p.removed_at = 0 WHERE {all}"
            ));
        }
        (parts.join(" UNION ALL "), self.values)
    }

    /// Where what the query asks for is found.
    pub(super) fn clauses(mut self, query: &Query) -> Clauses {
        let access = Access::to(query, self.reader.id);
        let mut all = vec![format!("t.project_id IN ({})", self.home)];
        let names_status = |group: &Vec<_>| matches!(group.as_slice(), [Condition::IsOpen(_)]);
        if access.goes_by_status() && !query.groups.iter().any(names_status) {
            all.push("t.is_active IN (0, 1)".to_owned());
        }
        for group in &query.groups {
            all.push(self.group(group));
        }
        let tasks = format!("{TASKS}{}", dialect::found_by(self.kind, access.index()));
        Clauses { tasks, which: all.join(" AND "), values: self.values }
    }

    /// The condition that the events `e` of the tasks `t` meet that the query asks for: who created is who did it, and
    /// created is when it happened.
    pub(super) fn events(mut self, query: &Query) -> Clauses {
        let mut all = vec![format!("e.project_id IN ({})", self.home)];
        for group in &query.groups {
            let terms: Vec<String> = group.iter().map(|condition| self.of_event(condition)).collect();
            all.push(any(&terms));
        }
        Clauses { tasks: TASKS.to_owned(), which: all.join(" AND "), values: self.values }
    }

    fn of_event(&mut self, condition: &Condition) -> String {
        if let Condition::Person(PersonField::Creator, who) = condition {
            return self.who("e.actor_id", who, pattern::contains);
        }
        if let Condition::Date(DateField::Created, span) = condition {
            return self.within("e.created_at", *span);
        }
        self.condition(condition)
    }

    /// The place of a value in the statement.
    pub(super) fn value(&mut self, value: impl Into<Param<'static>>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn group(&mut self, group: &[Condition]) -> String {
        if let Some(ids) = access::ids(group) {
            let ids: Vec<String> = ids.into_iter().map(|id| self.value(id)).collect();
            return format!("t.id IN ({})", ids.join(", "));
        }
        any(&group.iter().map(|condition| self.condition(condition)).collect::<Vec<_>>())
    }

    fn condition(&mut self, condition: &Condition) -> String {
        match condition {
            Condition::Never => "1 = 0".to_owned(),
            Condition::Text { within, text, id } => self.text(*within, text, *id),
            Condition::Id(id) => format!("t.id = {}", self.value(*id)),
            Condition::IsOpen(true) => "t.is_active = 1".to_owned(),
            Condition::IsOpen(false) => "t.is_active = 0".to_owned(),
            Condition::Person(field, who) => self.person(*field, who),
            Condition::Color(color) => format!("t.color_id = {}", self.value(*color)),
            Condition::Category(named) => {
                let meant = self.named("x", &self.folded("x.name"), named, str::to_ascii_lowercase);
                format!("t.category_id > 0 AND t.category_id IN ({})", self.own("categories", &meant))
            }
            Condition::NoCategory => "(t.category_id IS NULL OR t.category_id = 0)".to_owned(),
            Condition::Column(named) => {
                let meant = self.named("x", "x.title", named, str::to_owned);
                format!("t.column_id IN ({})", self.own("columns", &meant))
            }
            Condition::Swimlane(name) => {
                let meant = self.is("x.name", name);
                format!("t.swimlane_id IN ({})", self.own("swimlanes", &meant))
            }
            Condition::Tag(text) => {
                let meant = self.contains("g.name", text);
                format!(
                    "t.id IN (SELECT h.task_id FROM tags g JOIN task_has_tags h ON h.tag_id = g.id \
                     WHERE g.project_id IN (0, {}) AND {meant})",
                    self.home
                )
            }
            Condition::NoTag => {
                "NOT EXISTS (SELECT 1 FROM task_has_tags h WHERE h.task_id = t.id)".to_owned()
            }
            Condition::Number(field, comparison, n) => self.number(*field, *comparison, *n),
            Condition::Reference(text) => self.reference(text),
            Condition::NoReference => "(t.reference IS NULL OR t.reference = '')".to_owned(),
            Condition::Link(label) => format!(
                "EXISTS (SELECT 1 FROM task_has_links h JOIN links l ON l.id = h.link_id \
                 WHERE h.task_id = t.id AND {})",
                self.is("l.label", label)
            ),
            Condition::Project(named) => {
                self.named("p", &self.folded("p.name"), named, str::to_ascii_lowercase)
            }
            Condition::Date(field, span) => self.date(*field, *span),
            Condition::NoDueDate => "(t.date_due IS NULL OR t.date_due = 0)".to_owned(),
        }
    }

    /// Whether the row of `table` has the name or id; `prepare` makes of the name what `column` is compared with.
    fn named(&mut self, table: &str, column: &str, named: &Named, prepare: fn(&str) -> String) -> String {
        let is_named = format!("{column} = {}", self.value(prepare(&named.name)));
        match named.id {
            Some(id) => format!("({is_named} OR {table}.id = {})", self.value(id)),
            None => is_named,
        }
    }

    pub(super) fn is(&mut self, column: &str, text: &str) -> String {
        format!("{} = {}", self.folded(column), self.value(text.to_ascii_lowercase()))
    }

    pub(super) fn contains(&mut self, column: &str, text: &str) -> String {
        let pattern = self.value(pattern::contains(text));
        dialect::matches(self.kind, column, &pattern)
    }

    fn folded(&self, column: &str) -> String {
        dialect::fold_ascii(self.kind, column)
    }

    /// The ids of what the project has in a table and is meant.
    fn own(&self, table: &str, meant: &str) -> String {
        format!("SELECT x.id FROM {table} x WHERE x.project_id IN ({}) AND {meant}", self.home)
    }
}

/// One of the terms.
fn any(terms: &[String]) -> String {
    if let [term] = terms {
        return term.clone();
    }
    if terms.len() <= TERMS {
        return format!("(({}))", terms.join(") OR ("));
    }
    any(&terms.chunks(TERMS).map(any).collect::<Vec<_>>())
}
