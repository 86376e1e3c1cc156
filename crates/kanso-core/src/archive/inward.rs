//! Rows on their way out of an archive: numbers become ids, and names the people and labels of this installation.

mod told;

use std::collections::HashMap;

use jiff::civil::Date;
use kanso_db::Param;
use kanso_domain::recurrence::calendar::CalendarRule;
use serde_json::Value;

use super::check::Checked;
use super::preview::{Found, shown};
use super::read::Row;
use super::shape::{EVENTS, Kind, Part};
use super::unpack::damaged;
use crate::Result;

/// The longest salt of an event.
const SALT: usize = 64;

/// What the numbers and names of an archive stand for while it is put in.
pub(super) struct Inward {
    /// The new project; 0 before its row is there.
    pub(super) project: i64,
    checked: Checked,
    found: Found,
    /// By table: the ids of the rows that were put in.
    ids: HashMap<&'static str, HashMap<i64, i64>>,
    /// What a row names that comes later: its table, its id, the column, and the number.
    pub(super) later: Vec<(&'static str, i64, &'static str, i64)>,
}

impl Inward {
    pub(super) fn new(checked: Checked, found: Found) -> Self {
        Self { project: 0, checked, found, ids: HashMap::new(), later: Vec::new() }
    }

    /// The tags of all projects that there are none of here.
    pub(super) fn missing_tags(&self) -> Vec<String> {
        self.checked.tags.iter().filter(|name| !self.found.tags.contains_key(*name)).cloned().collect()
    }

    /// The labels that there are none of here, each with what it is called from the other side.
    pub(super) fn missing_labels(&self) -> Vec<(String, String)> {
        let labels = self.checked.names.labels.iter();
        let is_missing = |(label, _): &(&String, &String)| !self.found.labels.contains_key(*label);
        labels.filter(is_missing).map(|(label, opposite)| (label.clone(), opposite.clone())).collect()
    }

    pub(super) fn learn_tag(&mut self, name: String, id: i64) {
        self.found.tags.insert(name, id);
    }

    pub(super) fn learn_label(&mut self, label: String, id: i64) {
        self.found.labels.insert(label, id);
    }

    /// Remembers under which id a row was put in.
    pub(super) fn learn(&mut self, part: &Part, number: i64, id: i64) {
        self.ids.entry(part.table).or_default().insert(number, id);
    }

    /// The id of the row with this number.
    pub(super) fn id(&self, table: &str, number: i64) -> Option<i64> {
        self.ids.get(table)?.get(&number).copied()
    }

    /// The values of the row, in the order of the part's columns; `None` when it is left out.
    pub(super) fn values(&mut self, part: &Part, row: &mut Row) -> Result<Option<Vec<Param<'static>>>> {
        self.sign(part, row);
        let mut values = Vec::with_capacity(part.columns.len());
        for (name, kind) in part.columns {
            let value = row.remove(*name).unwrap_or(Value::Null);
            let value = match self.value(part, (name, *kind), value, row) {
                Ok(value) => value,
                Err(()) => return Err(damaged(format!("{}.{name}", part.table))),
            };
            match value {
                Some(value) => values.push(value),
                None => return Ok(None),
            }
        }
        Ok(Some(values))
    }

    /// `None` where the row makes no sense without it; an error where it cannot be meant so.
    fn value(
        &self,
        part: &Part,
        (name, kind): (&str, Kind),
        value: Value,
        rest: &Row,
    ) -> Result<Option<Param<'static>>, ()> {
        let keeps_gone = part.table == EVENTS;
        Ok(match (kind, value) {
            (Kind::Home, _) => Some(self.project.into()),
            (Kind::Text, Value::String(text)) => Some(self.text(part, name, text)?),
            (Kind::Composed, Value::Null) => Some("".into()),
            (Kind::Of(_) | Kind::Member | Kind::Group | Kind::Label | Kind::Tag, Value::Null) => None,
            (_, Value::Null) => Some(Param::Null),
            (Kind::Whole, value) => Some(value.as_i64().ok_or(())?.into()),
            (Kind::Hours, value) => Some(value.as_f64().ok_or(())?.into()),
            (Kind::Of(table), value) => self.id(table, value.as_i64().ok_or(())?).map(Param::from),
            (Kind::May(table), value) => {
                let number = value.as_i64().ok_or(())?;
                let gone = if keeps_gone { number.min(0) } else { 0 };
                Some(self.id(table, number).unwrap_or(gone).into())
            }
            (Kind::Person, value) => Some(self.person(&value, keeps_gone).into()),
            (Kind::Member, value) => self.known(&self.found.people, &value),
            (Kind::Group, value) => self.known(&self.found.groups, &value),
            (Kind::Label, value) => self.known(&self.found.labels, &value),
            (Kind::Tag, Value::Number(number)) => {
                self.id("tags", number.as_i64().ok_or(())?).map(Param::from)
            }
            (Kind::Tag, value) => self.known(&self.found.tags, &value),
            (Kind::Content, value) => {
                let path = self.checked.paths.get(&value.as_i64().ok_or(())?);
                path.map(|path| path.clone().into())
            }
            (Kind::Receiver, Value::String(url)) => Some(super::outward::host(&url).into()),
            (Kind::Params, value) => self.params(value)?.map(Param::from),
            (Kind::Composed, value) => self.composed(value)?.map(Param::from),
            (Kind::Happened, value) => Some(self.event(value, rest)?.into()),
            (Kind::Seen, value) => Some(self.snapshot(value, rest)?.into()),
            (Kind::Text | Kind::Receiver, _) => return Err(()),
        })
    }

    fn text(&self, part: &Part, name: &str, text: String) -> Result<Param<'static>, ()> {
        let is_taken = part.table == "projects"
            && (name == "identifier" && !self.found.keeps_identifier
                || name == "email" && !self.found.keeps_email);
        if is_taken {
            return Ok(Param::Null);
        }
        let is_hex = |text: &str| text.len() <= SALT && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        // PostgreSQL knows no such character in a text.
        if name == "salt" && !is_hex(&text) || text.contains('\0') {
            return Err(());
        }
        if part.table == "recurrences" {
            let is_good = match name {
                "rule" => text.parse::<CalendarRule>().is_ok(),
                _ => text.parse::<Date>().is_ok(),
            };
            if !is_good {
                return Err(());
            }
        }
        Ok(text.into())
    }

    fn person(&self, value: &Value, keeps_gone: bool) -> i64 {
        match value.as_str() {
            Some(name) => self.found.people.get(name).copied().unwrap_or_default(),
            None if keeps_gone => value.as_i64().unwrap_or_default().min(0),
            None => 0,
        }
    }

    fn known(&self, names: &HashMap<String, i64>, value: &Value) -> Option<Param<'static>> {
        names.get(value.as_str()?).copied().map(Param::from)
    }

    /// Adds the name of who is not known here to what they had to do and to what they wrote.
    fn sign(&self, part: &Part, row: &mut Row) {
        let (column, text, mark) = match part.table {
            "tasks" => ("owner_id", "description", '→'),
            "comments" => ("user_id", "comment", '—'),
            _ => return,
        };
        let Some(Value::String(name)) = row.get(column) else { return };
        if self.found.people.contains_key(name) {
            return;
        }
        let name = shown(&self.checked, name);
        let before = row.get(text).and_then(Value::as_str).unwrap_or_default();
        let gap = if before.is_empty() { "" } else { "\n\n" };
        let signed = format!("{before}{gap}{mark} {name}");
        row.insert(text.to_owned(), signed.into());
    }
}
