//! What all objects of the standard body are made of.

use std::borrow::Cow;

use jiff::Timestamp;
use kanso_core::event::Person;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// A time as RFC 3339 with `Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time(Timestamp);

/// Something that has an id and a name, as it was called then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Named<'a> {
    /// Its id.
    pub(crate) id: i64,
    /// Its name; null when it was not known any more.
    pub(crate) name: Option<&'a str>,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct User<'a> {
    /// Its id.
    pub(crate) id: i64,
    /// Its user name; null when the account was gone.
    pub(crate) username: Option<&'a str>,
    /// The name to show, if it has one.
    pub(crate) name: Option<&'a str>,
}

/// Both ends of a change.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
// One name for one schema, in whatever document it stands.
#[schemars(rename = "Ends_of_{T}")]
pub(crate) struct Ends<T> {
    /// What it was before.
    pub(crate) from: T,
    /// What it is now.
    pub(crate) to: T,
}

impl Time {
    /// Unix seconds as they are stored, where 0 is no time.
    pub(crate) fn stored(seconds: Option<i64>) -> Option<Self> {
        Timestamp::from_second(seconds.filter(|seconds| *seconds != 0)?).ok().map(Self)
    }

    /// Unix seconds; what no calendar has is the beginning of 1970.
    pub(crate) fn at(seconds: i64) -> Self {
        Self(Timestamp::from_second(seconds).unwrap_or_default())
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl JsonSchema for Time {
    fn schema_name() -> Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "A time by RFC 3339, in UTC.",
        })
    }
}

impl<'a> Named<'a> {
    /// `None` for the id 0, which stands for none.
    pub(crate) fn new(id: Option<i64>, name: Option<&'a str>) -> Option<Self> {
        let id = id.filter(|id| *id != 0)?;
        Some(Self { id, name })
    }
}

impl<'a> User<'a> {
    /// `None` for the id 0, which stands for nobody.
    pub(crate) fn new(id: i64, username: Option<&'a str>, name: Option<&'a str>) -> Option<Self> {
        let name = name.filter(|name| !name.is_empty());
        (id != 0).then_some(Self { id, username, name })
    }

    /// An account of which the id is certain, with its names if they were kept.
    pub(crate) fn remembered(id: i64, names: Option<&'a Person>) -> Option<Self> {
        let names = names.filter(|person| person.id.get() == id);
        let username = names.map(|person| person.username.as_str());
        Self::new(id, username, names.and_then(|person| person.name.as_deref()))
    }
}

impl<T: PartialEq> Ends<T> {
    /// `None` when both are the same.
    pub(crate) fn differing(from: T, to: T) -> Option<Self> {
        (from != to).then_some(Self { from, to })
    }
}
