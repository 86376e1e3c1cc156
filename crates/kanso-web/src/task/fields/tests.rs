use jiff::tz::TimeZone;

use super::*;
use crate::locale::Locale;
use crate::page::Theme;

fn page() -> Page {
    let zone = TimeZone::get("Europe/Paris").unwrap();
    Page {
        locale: Locale::fallback(),
        theme: Theme::Auto,
        csrf: String::new(),
        viewer: None,
        unread: 0,
        told: 0,
        zone,
        now: 0,
        root: String::new(),
        has_address: true,
        has_stylesheet: false,
        has_lost_secrets: false,
    }
}

fn fields() -> Fields {
    Fields {
        title: "Title".to_owned(),
        description: "One\ntwo".to_owned(),
        color: "blue".to_owned(),
        owner: 2,
        category: 0,
        // 37 seconds past the minute, which the form's field cannot show.
        date_due: 1_773_403_237,
        date_started: 0,
        priority: 1,
        score: 0,
        reference: String::new(),
        estimated: 1.2345,
        spent: 0.0,
        tags: vec!["old".to_owned(), "other".to_owned()],
    }
}

fn patch(form: &TaskForm) -> TaskPatch {
    match form.patch(&fields().form(&page()), &page()) {
        Ok(patch) => patch,
        Err(_) => panic!("the form can be read"),
    }
}

#[test]
fn a_form_that_nobody_touched_changes_nothing() {
    let untouched = patch(&fields().form(&page()));
    assert_eq!(format!("{untouched:?}"), format!("{:?}", TaskPatch::default()));
}

#[test]
fn times_are_those_of_the_wall_clock() {
    let shown = fields().form(&page());
    assert_eq!(shown.date_due, "2026-03-13T13:00");
    let later = TaskForm { date_due: "2026-07-01T09:30".to_owned(), ..shown.clone() };
    assert_eq!(patch(&later).date_due, Some(1_782_891_000));
    assert_eq!(patch(&TaskForm { date_due: String::new(), ..shown }).date_due, Some(0));
}

#[test]
fn what_cannot_be_read_is_refused() {
    let shown = fields().form(&page());
    let read = |form: TaskForm| form.patch(&shown, &page()).is_ok();
    assert!(!read(TaskForm { date_due: "tomorrow".to_owned(), ..shown.clone() }));
    assert!(!read(TaskForm { score: "many".to_owned(), ..shown.clone() }));
    assert!(!read(TaskForm { title: " \n ".to_owned(), ..shown.clone() }));
}

#[test]
fn ones_own_changes_go_on_top_of_those_of_others() {
    let shown = fields().form(&page());
    let own = TaskForm { title: "Mine".to_owned(), ..shown.clone() };
    let now = TaskForm { title: "Theirs".to_owned(), priority: 3, ..shown.clone() };
    let merged = own.over(&shown, &now);
    assert_eq!((merged.title.as_str(), merged.priority), ("Mine", 3));
    let clash = clashes(&page(), &now, &merged, &[], &[]);
    assert_eq!(clash.len(), 1);
    assert_eq!((clash[0].theirs.as_str(), clash[0].yours.as_str()), ("Theirs", "Mine"));
}

#[test]
fn tags_that_others_gave_or_took_meanwhile_stay_so() {
    let shown = fields().form(&page());
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let own = TaskForm { tags: names(&["old", "mine"]), ..shown.clone() };
    assert_eq!(
        own.tags_over(&shown, &names(&["old", "other", "theirs"])),
        Some(names(&["old", "theirs", "mine"]))
    );
    assert_eq!(own.tags_over(&shown, &names(&["theirs"])), Some(names(&["theirs", "mine"])));
    assert_eq!(shown.tags_over(&shown, &names(&["theirs"])), None, "who touched nothing changes nothing");
}

#[test]
fn a_form_is_read_over_what_it_was_shown_with() {
    let pairs = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
    };
    let shown = fields().form(&page());
    assert_eq!(shown.clone().read(&[]), shown);
    let read = shown.clone().read(&pairs(&[
        ("tags", "1"),
        ("tag", "old"),
        ("new_tags", " new, OLD ,, more "),
        ("estimated", "1:30"),
        ("description", "One\r\ntwo"),
    ]));
    assert_eq!(read.tags, ["old", "new", "more"]);
    assert_eq!(patch(&read).time_estimated, Some(1.5));
    assert_eq!(patch(&read).description, None);
    assert!(shown.read(&pairs(&[("tags", "1")])).tags.is_empty());
}
