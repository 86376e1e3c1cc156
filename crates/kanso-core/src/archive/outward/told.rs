//! What is stored as JSON, on its way into an archive.

use kanso_db::Record;
use serde_json::Value;

use super::{Outward, gone, text};
use crate::Result;
use crate::archive::json::{self, Named};
use crate::archive::shape::{EVENTS, Kind};

impl Outward {
    /// `None` when it names what stays behind.
    pub(super) fn params(&mut self, stored: &str) -> Result<Option<Value>> {
        let mut value: Value = serde_json::from_str(stored)?;
        let mut is_whole = true;
        json::params(&mut value, &mut |named, value| {
            let mut id = value.as_str().and_then(|text| text.parse::<i64>().ok()).into();
            self.reword(named, &mut id);
            is_whole &= !is_left(&id);
            *value = id;
        });
        Ok(is_whole.then_some(value))
    }

    /// The same of a composed rule.
    pub(super) fn composed(&mut self, stored: &str) -> Result<Option<Value>> {
        if stored.is_empty() {
            return Ok(Some(Value::Null));
        }
        let mut value: Value = serde_json::from_str(stored)?;
        let mut is_whole = true;
        json::composed(&mut value, &mut |named, value| {
            self.reword(named, value);
            is_whole &= !is_left(value);
        });
        Ok(is_whole.then_some(value))
    }

    pub(super) fn look_at_event(&mut self, record: &Record) -> Result<()> {
        let column =
            |name| record.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| text(value));
        let event: Value = serde_json::from_str(column("event"))?;
        event.get("subject").and_then(Value::as_str).unwrap_or_default().clone_into(&mut self.subject);
        self.is_of_group = column("snapshot").contains("\"group_id\":");
        Ok(())
    }

    pub(super) fn told(&mut self, kind: Kind, stored: &str) -> Result<Value> {
        let mut value: Value = serde_json::from_str(stored)?;
        let (subject, is_of_group) = (self.subject.clone(), self.is_of_group);
        let mut reword = |named: Named, value: &mut Value| self.reword(named, value);
        if kind == Kind::Seen {
            json::snapshot(&mut value, &subject, is_of_group, &mut reword);
        } else {
            json::event(&mut value, is_of_group, &mut reword);
        }
        Ok(value)
    }

    fn reword(&mut self, named: Named, value: &mut Value) {
        if let Named::Content = named {
            let number = value.as_str().and_then(|path| self.contents.get(path));
            *value = number.copied().map_or_else(|| Value::from(""), Value::from);
            return;
        }
        if let Named::Cause = named {
            let known = value.as_str().and_then(|uid| self.cause(uid));
            *value = known.map_or(Value::Null, Value::from);
            return;
        }
        if let Named::Own = named {
            *value = Value::Null;
            return;
        }
        let Some(id) = value.as_i64() else { return };
        *value = match named {
            Named::Row(table) => self.may(table, id, true),
            Named::Person => self.person(id, true),
            Named::Group => self.groups.get(&id).map_or_else(|| gone(id), |name| name.clone().into()),
            Named::Label => self.label(id).unwrap_or_else(|| gone(id)),
            Named::Home if id == self.project => "this".into(),
            Named::Home | Named::Content | Named::Cause | Named::Own => gone(id),
        };
    }

    /// The number of the event and what else is in its outer name, if it is one of this project.
    fn cause(&self, uid: &str) -> Option<String> {
        let (id, salt) = uid.strip_prefix("evt_")?.split_once('_')?;
        Some(format!("{}_{salt}", self.number(EVENTS, id.parse().ok()?)?))
    }
}

/// Whether it names something that stays behind.
fn is_left(value: &Value) -> bool {
    value.as_i64().is_some_and(|id| id < 0)
}
