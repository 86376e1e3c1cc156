//! The procedures: Kanboard's list, and what `docs/api.md` says of those that are there.

use std::collections::HashMap;

use serde_json::Value;

/// Kanboard's procedures, parameters and classes, a line each.
const KANBOARDS: &str = include_str!("../../../../kanso-api/src/methods/contract.txt");
/// Its table of procedures is made from the one of the program.
const DOCUMENT: &str = include_str!("../../../../../docs/api.md");

/// A procedure of Kanboard's.
pub(super) struct Procedure {
    pub(super) name: &'static str,
    /// The parameters that must be given.
    pub(super) required: Vec<&'static str>,
    /// The parameters that may be given.
    pub(super) optional: Vec<&'static str>,
    pub(super) class: &'static str,
    /// What the application is told when the thing it is about is not there. `None`: there is no such procedure.
    missing: Option<Value>,
}

impl Procedure {
    /// What the application is told when the thing it is about is not there.
    pub(super) fn missing(&self) -> &Value {
        self.missing.as_ref().expect("it is there")
    }

    /// Whether it leaves everything as it was.
    pub(super) fn only_reads(&self) -> bool {
        ["get", "is", "has", "download", "search"].iter().any(|verb| self.name.starts_with(verb))
    }

    pub(super) fn is_in_a_project(&self) -> bool {
        self.class.starts_with("P-")
    }
}

/// Kanboard's procedures that are there.
pub(super) fn procedures() -> Vec<Procedure> {
    all().into_iter().filter(|procedure| procedure.missing.is_some()).collect()
}

fn all() -> Vec<Procedure> {
    let mut documented = documented();
    let procedure = |line: &'static str| {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let [name, parameters, class] = cells[..] else { unreachable!("{line}") };
        let names = || parameters.split(", ").filter(|name| !name.is_empty());
        Procedure {
            name,
            required: names().filter(|name| !name.ends_with('?')).collect(),
            optional: names().filter_map(|name| name.strip_suffix('?')).collect(),
            class,
            missing: documented.remove(name),
        }
    };
    let procedures = KANBOARDS.lines().map(procedure).collect();
    assert!(documented.is_empty(), "docs/api.md lists what is none of Kanboard's: {documented:?}");
    procedures
}

/// The procedures of the document by name, with what they answer when a thing is not there.
fn documented() -> HashMap<&'static str, Value> {
    let row = |line: &'static str| {
        let cells: Vec<_> = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let [_, name, _, class, missing, _] = cells[..] else { return None };
        if !["ANY", "USER-ONLY", "APP-", "P-"].iter().any(|known| class.starts_with(known)) {
            return None;
        }
        // A dash: it is about nothing that could be missing.
        let missing =
            if missing == "–" { Value::Null } else { serde_json::from_str(missing).expect("JSON") };
        Some((name, missing))
    };
    DOCUMENT.lines().filter_map(row).collect()
}

#[test]
fn all_of_kanboards_procedures_are_there_to_be_walked() {
    let all = all();
    assert_eq!(all.len(), 160);
    let absent = all.iter().filter(|procedure| procedure.missing.is_none()).map(|procedure| procedure.name);
    assert_eq!(absent.collect::<Vec<_>>(), [""; 0]);
}
