use jiff::tz::TimeZone;

use super::due::Near;
use super::task::Chip;
use super::*;
use crate::locale::Locale;
use crate::page::Theme;
use crate::person::Person;

/// A Friday in March 2026, at noon.
const NOW: i64 = 1_773_403_200;

fn page() -> Page {
    let locale = Locale::fallback();
    Page {
        locale,
        theme: Theme::Auto,
        csrf: "t".repeat(48),
        viewer: None,
        unread: 0,
        told: 0,
        zone: TimeZone::UTC,
        now: NOW,
        root: String::new(),
        has_address: true,
        has_stylesheet: false,
        has_lost_secrets: false,
    }
}

fn task(title: &str) -> TaskView {
    let chip = |name: &str| Chip { name: name.to_owned(), color: "light_green".to_owned() };
    TaskView {
        id: 123_456,
        title: title.to_owned(),
        color: "deep_orange".to_owned(),
        category: Some(chip("Documentation")),
        tags: vec![chip("migration"), chip("release notes")],
        reference: "KAN-1234".to_owned(),
        priority: 3,
        score: 13,
        due: DueView::new(&page(), NOW - 90_000),
        hours: "2.5/8".to_owned(),
        is_recurring: true,
        is_milestone: true,
        links: 2,
        external_links: 1,
        subtasks: "3/5".to_owned(),
        files: 4,
        comments: 27,
        has_description: true,
        age: "31d · 4d".to_owned(),
        is_recent: true,
        is_closed: false,
        is_own: true,
        assignee: Some(Person::new("Ada Lovelace")),
        place: None,
    }
}

fn html(task: TaskView) -> String {
    TaskFragment { task, words: BoardWords::new(&page()) }.render().unwrap()
}

#[test]
fn a_task_with_all_its_facts_is_light() {
    let html = html(task("Write the migration guide: database, files, plugins, and what stays behind"));
    assert!(html.len() < 1_536, "{} bytes", html.len());
}

#[test]
fn what_people_write_is_shown_as_text() {
    let html = html(TaskView { color: "\"><script>".to_owned(), ..task("<img src=x onerror=alert(1)>") });
    assert!(!html.contains("<img") && !html.contains("<script"), "{html}");
}

#[test]
fn how_near_a_due_date_is_stands_in_words() {
    let words = |at| DueView::new(&page(), at).map(|due| (due.words, due.near));
    assert_eq!(words(0), None);
    assert_eq!(words(NOW - 90_000), Some(("Overdue, 12 Mar".to_owned(), Near::Late)));
    assert_eq!(words(NOW - 600), Some(("Due today".to_owned(), Near::Today)));
    assert_eq!(words(NOW + 400 * 86_400), Some(("17 Apr 2027".to_owned(), Near::Later)));
}

#[test]
fn a_limit_says_how_full_it_is() {
    let limit = |open| Limit { open, most: 3 };
    let words = [2, 3, 5].map(|open| (limit(open).state(), limit(open).words(&page())));
    let expected = [("within", "limit 3"), ("full", "at the limit of 3"), ("over", "2 over the limit of 3")];
    assert_eq!(words, expected.map(|(state, words)| (state, words.to_owned())));
}
