use super::*;
use crate::date::{Clock, DateOrder};
use jiff::tz::TimeZone;
use proptest::prelude::*;

/// Monday, 2026-09-21 14:13:20 UTC
const NOW: i64 = 1_790_000_000;
const TODAY: i64 = 1_789_948_800;
const DAY: i64 = 86_400;

fn groups_in(zone: &str, text: &str) -> Vec<Vec<Condition>> {
    let zone = TimeZone::get(zone).unwrap();
    parse(text, &DateInput { order: DateOrder::MonthDayYear, clock: Clock::Hours24, zone }, NOW).groups
}

fn groups(text: &str) -> Vec<Vec<Condition>> {
    groups_in("UTC", text)
}

fn only(text: &str) -> Condition {
    let mut groups = groups(text);
    assert_eq!(groups.len(), 1, "{text}");
    assert_eq!(groups[0].len(), 1, "{text}");
    groups.remove(0).remove(0)
}

fn span(text: &str) -> (Option<i64>, Option<i64>) {
    let Condition::Date(_, span) = only(text) else { panic!("{text} is no date") };
    (span.from, span.until)
}

#[test]
fn repeats_are_one_group_and_other_attributes_have_their_own() {
    assert_eq!(
        groups("assignee:me status:open ASSIGNEE:nobody home page"),
        [
            vec![
                Condition::Person(PersonField::Assignee, Who::Me),
                Condition::Person(PersonField::Assignee, Who::Nobody)
            ],
            vec![Condition::IsOpen(true)],
            vec![Condition::text(Within::Title, "home page")],
        ]
    );
    assert_eq!(groups("desc:a description:b").len(), 1, "two names of one attribute");
    assert_eq!(groups("status:maybe"), Vec::<Vec<Condition>>::new());
    assert_eq!(groups("status:maybe status:closed"), [vec![Condition::IsOpen(false)]]);
    assert_eq!(groups(""), Vec::<Vec<Condition>>::new());
}

#[test]
fn a_number_may_be_a_text_or_an_id() {
    let text = |text: &str, id| Condition::Text { within: Within::Title, text: text.to_owned(), id };
    assert_eq!(only("12"), text("12", Some(12)));
    assert_eq!(only("#12"), text("#12", Some(12)));
    assert_eq!(only("title:#"), text("#", None));
    assert_eq!(only("12 a"), text("12 a", None));
    assert_eq!(only("99999999999999999999"), text("99999999999999999999", None));
    assert_eq!(only("id:7"), Condition::Id(7));
    assert_eq!(only("id:-7"), Condition::Never);
    assert_eq!(only("column:2"), Condition::Column(Named { name: "2".to_owned(), id: Some(2) }));
    assert_eq!(only("assignee:2"), Condition::Person(PersonField::Assignee, Who::Id(2)));
}

#[test]
fn numbers_and_colours() {
    let score = |comparison, n| Condition::Number(NumberField::Score, comparison, n);
    assert_eq!(only("complexity:<=3"), score(Comparison::UpTo, 3));
    assert_eq!(only("score:>-3"), score(Comparison::Above, -3));
    assert_eq!(only("score:=3"), score(Comparison::Is, 3));
    assert_eq!(only("score:high"), Condition::Never);
    assert_eq!(only("colour:\"Dark Grey\""), Condition::Color("dark_grey"));
    assert_eq!(only("color:DARK_GREY"), Condition::Color("dark_grey"));
    assert_eq!(only("color:mauve"), Condition::Never);
}

#[test]
fn a_date_is_its_whole_day() {
    let (begin, end) = (TODAY - 3 * DAY, TODAY - 2 * DAY);
    for date in ["2026-09-18", "\"3 days ago\"", "09/18/2026"] {
        let of = |operator: &str| span(&format!("created:{operator}{date}"));
        assert_eq!(of(""), (Some(begin), Some(end)), "{date}");
        assert_eq!(of("<"), (None, Some(begin)), "{date}");
        assert_eq!(of("<="), (None, Some(end)), "{date}");
        assert_eq!(of(">"), (Some(end), None), "{date}");
        assert_eq!(of(">="), (Some(begin), None), "{date}");
    }
    assert_eq!(only("due:none"), Condition::NoDueDate);
    assert_eq!(only("moved:none"), Condition::Never);
    assert_eq!(only("moved:recently"), Condition::Never);
}

#[test]
fn a_range_includes_both_its_days() {
    let days = (Some(TODAY - 3 * DAY), Some(TODAY + DAY));
    for range in ["\"2026-09-18..2026-09-21\"", "09/18/2026..09/21/2026", "\"3 days ago..today\""] {
        assert_eq!(span(&format!("updatedRange:{range}")), days, "{range}");
    }
    assert_eq!(only("movedRange:2026-09-18"), Condition::Never);
    assert_eq!(only("movedRange:x..y"), Condition::Never);
}

#[test]
fn a_day_is_as_long_as_it_is_where_the_reader_is() {
    // Clocks go back that night.
    let [group] = &groups_in("Europe/Berlin", "due:2026-10-25")[..] else { panic!("one group") };
    let [Condition::Date(DateField::Due, Span { from: Some(from), until: Some(until) })] = group[..] else {
        panic!("{group:?}")
    };
    assert_eq!(until - from, 25 * 3600);
}

#[test]
fn long_texts_take_no_time() {
    for text in ["\"", "title:\"", "a\"", "title:", "=\"", "due:next ", "<", "é:"] {
        parse(
            &text.repeat(50_000),
            &DateInput { order: DateOrder::Iso, clock: Clock::Hours24, zone: TimeZone::UTC },
            NOW,
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,80}") {
        for group in groups(&text) {
            prop_assert!(!group.is_empty());
        }
    }

    #[test]
    fn any_pairs_are_read_without_a_panic(pairs in prop::collection::vec(
        ("(due|moved|createdRange|id|title|priority|subtask:assignee|Ref|foo):?", "[<>=]{0,3}", "\"?[\\PC]{0,12}\"?"),
        0..6,
    )) {
        let text: Vec<String> = pairs.into_iter().map(|(a, b, c)| [a, b, c].concat()).collect();
        for condition in groups(&text.join(" ")).into_iter().flatten() {
            if let Condition::Date(_, Span { from: Some(from), until: Some(until) }) = condition {
                // A range may be the wrong way round; a day is never.
                prop_assert!(from != until);
            }
        }
    }

    #[test]
    fn quoted_text_is_found_as_it_is_written(text in "[^\"\\s][^\"]{0,20}[^\"\\s]") {
        let found = only(&format!("description:\"{text}\""));
        prop_assert_eq!(found, Condition::Text { within: Within::Description, text, id: None });
    }
}
