use std::collections::BTreeSet;
use std::path::Path;

use kanso_core::incoming::{IncomingState, Refusal};
use kanso_core::mail::MailKind;
use kanso_domain::notification::{Rhythm, Topic};

use super::*;
use crate::page::{SCRIPT_PATTERNS, SCRIPT_TEXTS};

/// Keys that are put together from parts, or listed.
fn made_keys() -> Vec<String> {
    let colors = kanso_domain::color::ALL.iter().map(|color| format!("color-{}", color.id));
    let months = (1..=12).flat_map(|month| [format!("month-{month}"), format!("month-name-{month}")]);
    let months = months.chain((1..=7).map(|weekday| format!("weekday-{weekday}")));
    let scripts = SCRIPT_TEXTS.into_iter().chain(SCRIPT_PATTERNS.into_iter().map(|(key, _)| key));
    let topics = Topic::ALL.into_iter().map(|topic| format!("topic-{}", topic.as_str()));
    let rhythms = Rhythm::ALL.into_iter().map(|rhythm| format!("rhythm-{}", rhythm.as_str()));
    let incoming = IncomingState::ALL.into_iter().map(|state| format!("mail-in-state-{}", state.as_str()));
    let refusals = Refusal::ALL.into_iter().map(|refusal| format!("mail-in-{}", refusal.as_str()));
    let mails = MailKind::ALL.into_iter().map(|kind| format!("mail-kind-{}", kind.as_str()));
    let told = topics.chain(rhythms).chain(mails).chain(incoming).chain(refusals);
    colors.chain(months).chain(scripts.map(str::to_owned)).chain(told).collect()
}

/// The text of all code and templates.
fn sources() -> String {
    let mut all = String::new();
    for folder in ["src", "templates"] {
        each_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut |text| all.push_str(text));
    }
    all
}

/// Every text in quotes that is given to a function that takes a key, or begins as only keys do.
fn used_keys() -> BTreeSet<String> {
    let all = sources();
    let mut keys: BTreeSet<String> = made_keys().into_iter().collect();
    for call in [".text(\"", ".say(\"", ".count(\"", ".with(\""] {
        keys.extend(all.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    let quoted =
        all.split('"').filter(|text| ["fault-", "conflict-"].iter().any(|start| text.starts_with(start)));
    keys.extend(quoted.filter(|text| !text.contains(char::is_whitespace)).map(str::to_owned));
    keys.retain(|key| !key.contains('{'));
    keys
}

fn each_file(folder: &Path, see: &mut impl FnMut(&str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, see);
        } else if !path.ends_with("locale/tests.rs") {
            see(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn keys_of(tag: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    each_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(tag), &mut |text| {
        keys.extend(names_in(text).map(str::to_owned));
    });
    keys
}

/// The keys that a file gives a text.
fn names_in(text: &str) -> impl Iterator<Item = &str> {
    let names = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    names.filter_map(|line| line.split_once(" =")).map(|(name, _)| name)
}

#[test]
fn every_text_that_is_used_exists_in_every_language() {
    for locale in LOCALES.iter() {
        let missing: Vec<String> = used_keys().into_iter().filter(|key| !locale.has(key)).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", locale.tag);
    }
}

#[test]
fn every_language_has_the_same_texts() {
    let english = keys_of("en");
    for tag in TAGS {
        let own = keys_of(tag);
        let differing: Vec<&String> = english.symmetric_difference(&own).collect();
        assert!(differing.is_empty(), "{tag} differs from en in {differing:?}");
    }
}

#[test]
fn no_text_stands_twice_in_a_language() {
    for tag in TAGS {
        let mut keys = Vec::new();
        each_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(tag), &mut |text| {
            keys.extend(names_in(text).map(str::to_owned));
        });
        keys.sort_unstable();
        let all = keys.clone();
        keys.dedup();
        let twice: Vec<&String> =
            all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert!(twice.is_empty(), "{tag} says {twice:?} more than once; the second is never shown");
        assert!(keys.len() > 100, "{tag}: the files are read");
    }
}

#[test]
fn no_text_is_kept_that_nothing_says() {
    let (all, made) = (sources(), made_keys());
    let quoted: BTreeSet<&str> = all.split('"').collect();
    let is_said = |key: &String| made.contains(key) || quoted.contains(key.as_str());
    let idle: Vec<String> = keys_of("en").into_iter().filter(|key| !is_said(key)).collect();
    assert!(idle.is_empty(), "nothing says {idle:?}");
}

#[test]
fn the_account_decides_before_the_browser_and_the_browser_before_the_application() {
    assert_eq!(Locale::choose("fr_FR", "ru", "tr_TR").tag, "fr");
    assert_eq!(Locale::choose("", "xx, ru-RU;q=0.9, tr", "fr_FR").tag, "ru");
    assert_eq!(Locale::choose("", "xx", "tr_TR").tag, "tr");
    assert_eq!(Locale::choose("", "", "xx").tag, "en");
}

#[test]
fn plurals_follow_the_language() {
    let russian = Locale::find("ru").unwrap();
    let words: Vec<String> = [1, 2, 5, 21].into_iter().map(|n| russian.count("tasks", n)).collect();
    assert_eq!(words, ["1 задача", "2 задачи", "5 задач", "21 задача"]);
    assert_eq!(Locale::fallback().count("tasks", 12_345), "12\u{202f}345 tasks");
}
