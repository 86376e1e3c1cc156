//! What is told of projects, columns, accounts and the like. Kanboard tells nothing of them, so the nested formats
//! tell it alike.

use kanso_core::event::Logged;
use kanso_domain::{Act, NamedChange, Subject};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::Error;
use super::value::Changed;

/// The object under the name of its kind and, when it was updated, the new values of what changed.
pub(super) struct Managed<'a> {
    subject: Subject,
    object: &'a Value,
    changes: Option<Changes<'a>>,
}

struct Changes<'a>(&'a [NamedChange]);

impl<'a> Managed<'a> {
    pub(super) fn new(
        logged: &'a Logged,
        subject: Subject,
        act: Act,
        changes: &'a [NamedChange],
    ) -> Result<Self, Error> {
        let object = logged.snapshot.managed.as_ref().ok_or(Error::Missing("object"))?;
        Ok(Self { subject, object, changes: (act == Act::Update).then_some(Changes(changes)) })
    }
}

impl Serialize for Managed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(self.subject.as_str(), self.object)?;
        if let Some(changes) = &self.changes {
            map.serialize_entry("changes", changes)?;
        }
        map.end()
    }
}

impl Serialize for Changes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|change| (&change.field, Changed(&change.to))))
    }
}
