//! What is no board, and values that nobody means.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{NoTrello, from_trello};

fn taken(board: &Value) -> Result<super::FromTrello, NoTrello> {
    from_trello(&serde_json::to_vec(board).unwrap_or_default(), &BTreeMap::new())
}

#[test]
fn what_is_no_board_is_refused_in_words() {
    assert!(matches!(from_trello(b"{\"lists\": [", &BTreeMap::new()), Err(NoTrello::NoJson(_))));
    for other in [json!({}), json!({"name": "a", "lists": []}), json!({"cards": [], "lists": null})] {
        let refused = taken(&other).map(|_| ()).unwrap_err();
        assert_eq!(refused.to_string(), "it is no board of Trello: it has no lists and cards");
    }
}

#[test]
fn a_board_of_which_nothing_is_told_is_a_project() {
    let nulls = json!({
        "name": null, "lists": [{"id": "l", "name": null, "closed": null, "pos": null}],
        "cards": [{"id": "", "name": null, "idList": null, "idLabels": null, "badges": null, "attachments": [{}]}],
        "checklists": [{"idCard": "", "checkItems": [{}]}], "actions": [{"type": "commentCard", "data": null}],
        "labels": [{"id": "x", "color": null}], "members": null, "customFields": [{}],
    });
    assert!(taken(&nulls).is_ok());
}

/// A value of any kind where another one is expected.
fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_filter("a number of JSON", |number| number.is_finite()).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({"id": 1})),
    ]
}

proptest! {
    #[test]
    fn no_value_breaks_it(field in 0_usize..8, value in odd()) {
        let name = ["id", "name", "due", "idList", "idLabels", "pos", "attachments", "customFieldItems"][field];
        let mut card = json!({"id": "5f0a"});
        card[name] = value;
        let board = json!({"name": "b", "lists": [], "cards": [card]});
        // It is taken, or refused in words.
        if let Err(refused) = taken(&board) {
            prop_assert!(refused.to_string().starts_with("it is not JSON"));
        }
    }
}
