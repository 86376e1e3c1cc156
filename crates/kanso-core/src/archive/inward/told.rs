//! What is stored as JSON, on its way out of an archive.

use std::collections::HashMap;

use kanso_domain::Event;
use serde_json::Value;

use super::{Inward, SALT};
use crate::action::Composed;
use crate::archive::json::{self, Named};
use crate::archive::read::Row;
use crate::archive::shape::EVENTS;
use crate::event::Snapshot;

impl Inward {
    pub(super) fn params(&self, mut value: Value) -> Result<Option<String>, ()> {
        let mut is_whole = value.is_object();
        json::params(&mut value, &mut |named, value| {
            if value.is_null() {
                *value = "".into();
                return;
            }
            let was_none = value.as_i64() == Some(0);
            self.reword(named, value);
            is_whole &= was_none || value.as_i64().is_some_and(|id| id > 0);
            *value = value.as_i64().unwrap_or_default().to_string().into();
        });
        let are_texts = value.as_object().is_some_and(|values| values.values().all(Value::is_string));
        if are_texts { Ok(is_whole.then(|| value.to_string())) } else { Err(()) }
    }

    pub(super) fn composed(&self, mut value: Value) -> Result<Option<String>, ()> {
        let mut is_whole = true;
        json::composed(&mut value, &mut |named, value| {
            let was_none = value.as_i64() == Some(0);
            self.reword(named, value);
            // What a rule makes in a project is made in another one, and those stay behind.
            is_whole &= named != Named::Home && (was_none || value.as_i64().is_some_and(|id| id > 0));
        });
        let composed = serde_json::from_value::<Composed>(value.clone()).map_err(drop)?;
        composed.check_deeds().map_err(drop)?;
        Ok(is_whole.then(|| value.to_string()))
    }

    pub(super) fn event(&self, mut value: Value, rest: &Row) -> Result<String, ()> {
        json::event(&mut value, is_of_group(rest.get("snapshot")), &mut |named, value| {
            self.reword(named, value)
        });
        serde_json::from_value::<Event>(value.clone()).map_err(drop)?;
        Ok(value.to_string())
    }

    pub(super) fn snapshot(&self, mut value: Value, rest: &Row) -> Result<String, ()> {
        let subject = rest.get("subject").and_then(Value::as_str).unwrap_or_default().to_owned();
        let is_of_group = is_of_group(Some(&value));
        json::snapshot(&mut value, &subject, is_of_group, &mut |named, value| self.reword(named, value));
        serde_json::from_value::<Snapshot>(value.clone()).map_err(drop)?;
        Ok(value.to_string())
    }

    fn reword(&self, named: Named, value: &mut Value) {
        let number = value.as_i64();
        *value = match (named, number) {
            (Named::Row(table), Some(number)) => {
                self.id(table, number).unwrap_or_else(|| number.min(0)).into()
            }
            (Named::Person, _) if !value.is_null() => self.person(value, true).into(),
            (Named::Group, _) if value.is_string() => self.among(&self.found.groups, value),
            (Named::Label, _) if value.is_string() => self.among(&self.found.labels, value),
            (Named::Home, _) if value.as_str() == Some("this") => self.project.into(),
            (Named::Group | Named::Label | Named::Home, Some(number)) => number.min(0).into(),
            (Named::Content, _) => {
                let path = number.and_then(|number| self.checked.paths.get(&number));
                path.cloned().unwrap_or_default().into()
            }
            (Named::Cause, _) => self.cause(value).map_or(Value::Null, Value::from),
            (Named::Own, _) => Value::Null,
            _ => return,
        };
    }

    fn among(&self, names: &HashMap<String, i64>, value: &Value) -> Value {
        value.as_str().and_then(|name| names.get(name)).copied().unwrap_or_default().into()
    }

    fn cause(&self, value: &Value) -> Option<String> {
        let (number, salt) = value.as_str()?.split_once('_')?;
        let is_salt = salt.len() <= SALT && salt.bytes().all(|byte| byte.is_ascii_hexdigit());
        let id = self.id(EVENTS, number.parse().ok()?)?;
        is_salt.then(|| format!("evt_{id}_{salt}"))
    }
}

fn is_of_group(snapshot: Option<&Value>) -> bool {
    snapshot.and_then(|snapshot| snapshot.pointer("/managed/group_id")).is_some_and(|group| !group.is_null())
}
