//! Rows on their way into an archive: ids become numbers, people and labels become names.

mod told;

use std::collections::{BTreeSet, HashMap};

use kanso_db::{Conn, Param, Record, params};
use serde_json::{Map, Number, Value};

use super::shape::{EVENTS, Kind, Part};
use crate::{Error, Result};

/// What is known of the ids of an installation while one of its projects is written.
pub(super) struct Outward {
    project: i64,
    /// By table: the numbers of the rows that were written.
    numbers: HashMap<&'static str, HashMap<i64, i64>>,
    users: HashMap<i64, String>,
    groups: HashMap<i64, String>,
    labels: HashMap<i64, String>,
    /// Tags of all projects.
    tags: HashMap<i64, String>,
    contents: HashMap<String, i64>,
    /// Where each content is, by its number, which begins with 1.
    pub(super) paths: Vec<String>,
    /// Who was named so far.
    pub(super) people: BTreeSet<String>,
    pub(super) used_labels: BTreeSet<String>,
    /// How many rows stayed behind since what they name does.
    pub(super) left: i64,
    /// What the event that is being written tells of, if it is no task, and whether that is a group.
    subject: String,
    is_of_group: bool,
}

impl Outward {
    pub(super) async fn of(conn: &Conn, project: i64) -> Result<Self> {
        const USERS: &str = "SELECT id, username FROM users";
        const GROUPS: &str = "SELECT id, name FROM groups";
        const LABELS: &str = "SELECT id, label FROM links";
        const TAGS: &str = "SELECT id, name FROM tags WHERE project_id = 0";
        let mut maps = Vec::new();
        for list in [USERS, GROUPS, LABELS, TAGS] {
            let named: Vec<(i64, String)> = conn.all(list, params![]).await?;
            maps.push(named.into_iter().collect::<HashMap<_, _>>());
        }
        let mut next = move || maps.remove(0);
        Ok(Self {
            project,
            numbers: HashMap::new(),
            users: next(),
            groups: next(),
            labels: next(),
            tags: next(),
            contents: HashMap::new(),
            paths: Vec::new(),
            people: BTreeSet::new(),
            used_labels: BTreeSet::new(),
            left: 0,
            subject: String::new(),
            is_of_group: false,
        })
    }

    /// The row as the archive holds it; `None` when it stays behind.
    pub(super) fn row(&mut self, part: &Part, record: Record) -> Result<Option<Value>> {
        let mut written = Map::new();
        let mut key = None;
        if part.table == EVENTS {
            self.look_at_event(&record)?;
        }
        for (name, value) in record.0 {
            if part.key == Some(name.as_str()) {
                key = Some(int(&value));
                continue;
            }
            let kind = part.columns.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
            let Some(kind) = kind.filter(|kind| *kind != Kind::Home) else { continue };
            match self.value(part, kind, value)? {
                Some(value) => written.insert(name, value),
                None => {
                    self.left += 1;
                    return Ok(None);
                }
            };
        }
        if let Some(key) = key {
            let numbers = self.numbers.entry(part.table).or_default();
            let number = i64::try_from(numbers.len()).unwrap_or(i64::MAX) + 1;
            numbers.insert(key, number);
            written.shift_insert(0, "number".to_owned(), number.into());
        }
        Ok(Some(Value::Object(written)))
    }

    /// `None` where the row makes no sense without it.
    fn value(&mut self, part: &Part, kind: Kind, value: Param<'static>) -> Result<Option<Value>> {
        let keeps_gone = part.table == EVENTS;
        let id = int(&value);
        if matches!(value, Param::Null) {
            return Ok(Some(Value::Null));
        }
        Ok(match kind {
            Kind::Whole | Kind::Hours | Kind::Text | Kind::Home => Some(plain(value)?),
            Kind::Of(table) => self.number(table, id).map(Value::from),
            Kind::May(table) => Some(self.may(table, id, keeps_gone)),
            Kind::Person => Some(self.person(id, keeps_gone)),
            Kind::Member => self.users.contains_key(&id).then(|| self.person(id, false)),
            Kind::Group => self.groups.get(&id).cloned().map(Value::from),
            Kind::Label => self.label(id),
            Kind::Tag => match self.number("tags", id) {
                Some(number) => Some(number.into()),
                None => self.tags.get(&id).cloned().map(Value::from),
            },
            Kind::Content => Some(self.content(text(&value)).into()),
            Kind::Receiver => Some(host(text(&value)).into()),
            Kind::Params => self.params(text(&value))?,
            Kind::Composed => self.composed(text(&value))?,
            Kind::Happened | Kind::Seen => return self.told(kind, text(&value)).map(Some),
        })
    }

    fn number(&self, table: &str, id: i64) -> Option<i64> {
        self.numbers.get(table)?.get(&id).copied()
    }

    fn may(&self, table: &str, id: i64, keeps_gone: bool) -> Value {
        match self.number(table, id) {
            Some(number) => number.into(),
            None if keeps_gone => gone(id),
            None => 0.into(),
        }
    }

    fn person(&mut self, id: i64, keeps_gone: bool) -> Value {
        match self.users.get(&id) {
            Some(name) => {
                self.people.insert(name.clone());
                name.clone().into()
            }
            None if keeps_gone => gone(id),
            None => 0.into(),
        }
    }

    fn label(&mut self, id: i64) -> Option<Value> {
        let label = self.labels.get(&id)?;
        self.used_labels.insert(label.clone());
        Some(label.clone().into())
    }

    fn content(&mut self, path: &str) -> i64 {
        if let Some(number) = self.contents.get(path) {
            return *number;
        }
        self.paths.push(path.to_owned());
        let number = i64::try_from(self.paths.len()).unwrap_or(i64::MAX);
        self.contents.insert(path.to_owned(), number);
        number
    }
}

/// What is there no more keeps apart from others of its kind, and is never taken for one that is there.
fn gone(id: i64) -> Value {
    (-id.saturating_abs()).into()
}

/// The address of a receiver without what only its owner knows.
pub(super) fn host(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return String::new() };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    format!("{scheme}://{host}/")
}

fn int(value: &Param<'_>) -> i64 {
    if let Param::Int(value) = value { *value } else { 0 }
}

fn text<'v>(value: &'v Param<'_>) -> &'v str {
    if let Param::Text(value) = value { value } else { "" }
}

fn plain(value: Param<'static>) -> Result<Value> {
    Ok(match value {
        Param::Null => Value::Null,
        Param::Int(value) => value.into(),
        Param::Real(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
        Param::Text(value) => value.into_owned().into(),
        Param::Blob(_) => return Err(Error::Stored("a row holds bytes, which are not kept".to_owned())),
    })
}
