use kanso_domain::TaskId;
use proptest::prelude::*;
use serde_json::{from_value, json};

use super::*;

fn read<T: Lenient>(value: Value) -> Given<T> {
    from_value(value).unwrap()
}

#[test]
fn whole_numbers_come_as_numbers_or_digits() {
    for (value, number) in [(json!(7), 7), (json!("7"), 7), (json!("-3"), -3), (json!(""), 0)] {
        assert_eq!(read::<i64>(value), Given::Is(number));
    }
    for wrong in [json!(1.5), json!(2.0), json!(true), json!("many"), json!("1.5"), json!([1]), json!({})] {
        assert_eq!(read::<i64>(wrong), Given::Wrong);
    }
    assert_eq!(read::<i64>(json!(null)), Given::Null);
}

#[test]
fn texts_come_as_texts_or_numbers() {
    assert_eq!(read(json!("a")), Given::Is("a".to_owned()));
    assert_eq!(read(json!(2026)), Given::Is("2026".to_owned()));
    for wrong in [json!(false), json!(["a"]), json!({"a": 1}), json!("a\0b")] {
        assert_eq!(read::<String>(wrong), Given::Wrong);
    }
}

#[test]
fn a_number_is_no_date() {
    assert_eq!(read(json!("2026-12-24")), Given::Is(Date("2026-12-24".to_owned())));
    assert_eq!(read::<Date>(json!(1_798_106_400)), Given::Wrong);
}

#[test]
fn hours_are_numbers_or_their_digits() {
    for (value, hours) in [(json!(2), 2.0), (json!(1.25), 1.25), (json!("1.25"), 1.25), (json!(""), 0.0)] {
        assert_eq!(read(value), Given::Is(Hours(hours)));
    }
    for wrong in [json!(true), json!("two"), json!("inf"), json!("NaN"), json!([2])] {
        assert_eq!(read::<Hours>(wrong), Given::Wrong);
    }
}

#[test]
fn an_id_that_is_no_number_is_the_id_of_nothing() {
    let id = |value| from_value::<Id<TaskId>>(value).unwrap().0.get();
    assert_eq!((id(json!(5)), id(json!("5"))), (5, 5));
    for wrong in [json!("five"), json!(5.0), json!(true), json!(null), json!([5])] {
        assert_eq!(id(wrong), NOTHING);
    }
}

#[test]
fn tags_are_a_list_of_names() {
    assert_eq!(read(json!(["a", null, 3])), Given::Is(Tags(vec!["a".to_owned(), "3".to_owned()])));
    assert_eq!(read(json!({"x": "a"})), Given::Is(Tags(vec!["a".to_owned()])));
    assert!(matches!(read::<Tags>(json!("a")).list(), Err(Unfit::Malformed)));
    assert!(matches!(read::<Tags>(json!([["a"]])).list(), Err(Unfit::Malformed)));
    assert!(matches!(read::<Tags>(json!(null)).list(), Ok(None)));
}

#[test]
fn an_explicit_null_is_not_the_default() {
    assert!(matches!(Given::<i64>::Absent.or(3), Ok(Some(3))));
    assert!(matches!(Given::<i64>::Null.or(3), Ok(None)));
    assert!(matches!(Given::Is(4).or(3), Ok(Some(4))));
    assert!(matches!(Given::<i64>::Wrong.or(3), Err(Unfit::Refused)));
}

proptest! {
    #[test]
    fn a_number_and_its_digits_mean_the_same(number: i64) {
        prop_assert_eq!(read::<i64>(json!(number)), read::<i64>(json!(number.to_string())));
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "\\PC{0,24}") {
        let _ = read::<i64>(json!(text));
        let _ = read::<Hours>(json!(text));
        let _ = read::<Person>(json!(text));
    }
}
