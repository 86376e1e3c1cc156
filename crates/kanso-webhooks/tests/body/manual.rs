//! The manual for people: the same in each of its languages, and nothing left out.

use std::fs;
use std::path::Path;

use kanso_core::endpoint::Format;
use kanso_domain::EventName;

const LANGUAGES: [&str; 4] = ["", "fr/", "ru/", "tr/"];

fn manual(language: &str) -> String {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    fs::read_to_string(docs.join(format!("{language}webhooks.md"))).unwrap()
}

/// What stands between fences, each with its language.
fn code(manual: &str) -> Vec<&str> {
    let pieces = manual.split("\n```").collect::<Vec<_>>();
    assert_eq!(pieces.len() % 2, 1, "a fence is open");
    pieces.into_iter().skip(1).step_by(2).collect()
}

/// The marks that lines begin with, outside of code: headings, lists, rows of tables with their number of cells.
fn shape(manual: &str) -> Vec<String> {
    let prose = manual.split("\n```").step_by(2).collect::<String>();
    let mark = |line: &str| match line.split(' ').next() {
        Some(mark @ ("#" | "##" | "###" | "-")) => Some(mark.to_owned()),
        Some("|") => Some("|".repeat(line.matches('|').count())),
        _ => None,
    };
    prose.lines().filter_map(mark).collect()
}

#[test]
fn every_language_has_the_same_code() {
    let english = manual("");
    assert!(code(&english).len() > 20);
    for language in LANGUAGES {
        assert_eq!(code(&manual(language)), code(&english), "{language}");
    }
}

#[test]
fn every_language_has_the_same_headings_lists_and_tables() {
    let english = manual("");
    for language in LANGUAGES {
        assert_eq!(shape(&manual(language)), shape(&english), "{language}");
    }
}

#[test]
fn every_event_and_every_format_is_there() {
    for language in LANGUAGES {
        let manual = manual(language);
        let events = EventName::all().filter(|name| !matches!(name, EventName::Managed(..)));
        let names = events.map(EventName::as_str).chain(Format::ALL.map(Format::as_str));
        for name in names {
            assert!(manual.contains(&format!("`{name}`")), "{language}{name}");
        }
    }
}
