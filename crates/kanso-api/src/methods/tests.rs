use std::cell::Cell;
use std::collections::HashSet;
use std::fmt::Write;

use serde::de::{DeserializeOwned, Deserializer, Error, Visitor, value};
use serde::forward_to_deserialize_any;

use super::*;
use crate::class::Class;

/// Kanboard's procedures, parameters and classes.
const CONTRACT: &str = include_str!("contract.txt");

/// The names of the fields that `P` reads, in order.
pub(crate) fn fields_of<P: DeserializeOwned>() -> &'static [&'static str] {
    let fields = Cell::new([].as_slice());
    // It stops at the names on purpose.
    let _ = P::deserialize(Names(&fields));
    fields.get()
}

struct Names<'a>(&'a Cell<&'static [&'static str]>);

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = value::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.set(fields);
        Err(Error::custom("only the names are wanted"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(Error::custom("parameters are read as a struct"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

fn class(class: Class) -> &'static str {
    match class {
        Any => "ANY",
        UserOnly => "USER-ONLY",
        AppAdmin => "APP-ADMIN",
        AppManager => "APP-MANAGER",
        Viewer(_) => "P-VIEWER",
        Member(_) => "P-MEMBER",
        Manager(_) => "P-MANAGER",
    }
}

#[test]
fn every_procedure_is_kanboards_once() {
    let contract: HashSet<_> = CONTRACT.lines().collect();
    let mut names = HashSet::new();
    for known in all() {
        let line = format!("{} | {} | {}", known.name, known.parameters.0, class(known.class));
        assert!(contract.contains(line.as_str()), "{line}");
        assert!(names.insert(known.name), "{} is there twice", known.name);
    }
}

#[test]
fn parameters_are_read_in_the_order_they_are_announced() {
    for known in all() {
        let announced = known.parameters.0.split(", ").filter(|name| !name.is_empty());
        let announced: Vec<_> = announced.map(|name| name.trim_end_matches('?')).collect();
        assert_eq!((known.parameters.1)(), announced, "{}", known.name);
    }
}

#[test]
fn optional_parameters_come_last() {
    for known in all() {
        let optional: Vec<_> = known.parameters.0.split(", ").map(|name| name.ends_with('?')).collect();
        assert!(optional.is_sorted(), "{}", known.name);
    }
}

/// The table of `docs/api.md` is made from this one: `KANSO_UPDATE=1 cargo test -p kanso-api` writes it anew.
#[test]
fn the_document_shows_this_table() {
    const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/api.md");
    const MARK: &str = "| Procedure | Parameters | Class | Missing |\n|---|---|---|---|\n";
    let mut known = all();
    known.sort_by_key(|known| known.name);
    let mut table = String::new();
    for known in known {
        let (name, parameters, missing) = (known.name, known.parameters.0, known.missing.as_json());
        let (parameters, missing) = match parameters {
            "" => ("none", "–".to_owned()),
            parameters => (parameters, format!("`{missing}`")),
        };
        writeln!(table, "| `{name}` | {parameters} | {} | {missing} |", class(known.class)).unwrap();
    }
    let document = std::fs::read_to_string(PATH).unwrap();
    let (head, rest) = document.split_once(MARK).unwrap();
    let (shown, tail) = rest.split_once("\n\n").unwrap();
    let table = table.trim_end();
    if std::env::var_os("KANSO_UPDATE").is_some() {
        std::fs::write(PATH, [head, MARK, table, "\n\n", tail].concat()).unwrap();
    } else {
        assert_eq!(shown, table, "docs/api.md is not what the table makes of it");
    }
}
