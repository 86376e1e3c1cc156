use kanso_core::Fault as CoreFault;

use super::wanted::milliseconds;
use super::*;

fn pairs(form: &[(&str, &str)]) -> Vec<(String, String)> {
    form.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn seconds_are_read_as_people_type_them() {
    for (typed, ms) in [("15", 15_000), ("2.5", 2_500), ("2,5", 2_500), ("0.25", 250), ("1.", 1_000)] {
        assert_eq!(milliseconds(typed), Ok(ms), "{typed}");
    }
    for odd in ["", ".5", "-1", "1.2345", "abc", "1.2.3", "+1"] {
        assert!(milliseconds(odd).is_err(), "{odd}");
    }
    assert_eq!(seconds(2_500), "2.5");
    assert_eq!(seconds(15_000), "15");
}

#[test]
fn rows_of_headers_stay_together_and_empty_ones_are_left_out() {
    let form = [
        ("header_name", "A"),
        ("header_value", "1"),
        ("header_kind", "plain"),
        ("header_name", ""),
        ("header_value", ""),
        ("header_kind", "plain"),
        ("header_name", "B"),
        ("header_value", "2"),
        ("header_kind", "secret"),
    ];
    let header =
        |name: &str, value: &str, secret| Header { name: name.to_owned(), value: value.to_owned(), secret };
    assert_eq!(Fields::read(pairs(&form)).headers, [header("A", "1", false), header("B", "2", true)]);
}

#[test]
fn names_are_ticked_and_patterns_are_written() {
    let endpoint = |events: &str| {
        let events = events.parse().unwrap();
        NewEndpoint { events, ..NewEndpoint::default() }.draft(0)
    };
    assert_eq!(Fields::of(&endpoint("")).which, Which::All);
    let named = Fields::of(&endpoint("task.create, task.close"));
    assert_eq!(
        (named.which, named.events.as_slice()),
        (Which::These, ["task.create".to_owned(), "task.close".to_owned()].as_slice())
    );
    let written = Fields::of(&endpoint("task.*, !task.update"));
    assert_eq!((written.which, written.patterns.as_str()), (Which::Patterns, "task.*, !task.update"));
}

#[test]
fn ticking_nothing_asks_for_nothing() {
    let fields = Fields { which: Which::These, ..Fields::starting(None) };
    assert_eq!(fields.wanted().err(), Some(CoreFault::Missing("events")));
}
