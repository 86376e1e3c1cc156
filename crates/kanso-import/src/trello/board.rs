//! What is read of the file. Everything may be missing or `null`; what is not named here is not taken.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

/// A list that may be `null`.
pub(super) type Many<T> = Option<Vec<T>>;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Board {
    pub(super) name: Option<String>,
    pub(super) desc: Option<String>,
    pub(super) closed: Option<bool>,
    pub(super) date_last_activity: Option<String>,
    pub(super) lists: Many<List>,
    pub(super) cards: Many<Card>,
    pub(super) labels: Many<Label>,
    pub(super) members: Many<Member>,
    pub(super) checklists: Many<Checklist>,
    pub(super) custom_fields: Many<CustomField>,
    pub(super) actions: Many<Action>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct List {
    pub(super) id: String,
    pub(super) name: Option<String>,
    pub(super) closed: Option<bool>,
    pub(super) pos: Option<f64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Card {
    pub(super) id: String,
    pub(super) short_link: Option<String>,
    pub(super) name: Option<String>,
    pub(super) desc: Option<String>,
    pub(super) closed: Option<bool>,
    pub(super) due: Option<String>,
    pub(super) start: Option<String>,
    pub(super) date_last_activity: Option<String>,
    pub(super) id_list: Option<String>,
    pub(super) id_labels: Many<String>,
    pub(super) id_members: Many<String>,
    pub(super) pos: Option<f64>,
    pub(super) attachments: Many<Attachment>,
    pub(super) custom_field_items: Many<CustomFieldItem>,
    pub(super) badges: Option<Badges>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Badges {
    pub(super) comments: Option<u64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Label {
    pub(super) id: String,
    pub(super) name: Option<String>,
    pub(super) color: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Member {
    pub(super) id: String,
    pub(super) full_name: Option<String>,
    pub(super) username: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Checklist {
    pub(super) id_card: Option<String>,
    pub(super) name: Option<String>,
    pub(super) pos: Option<f64>,
    pub(super) check_items: Many<CheckItem>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct CheckItem {
    pub(super) name: Option<String>,
    pub(super) state: Option<String>,
    pub(super) pos: Option<f64>,
    pub(super) id_member: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Attachment {
    pub(super) name: Option<String>,
    pub(super) url: Option<String>,
    pub(super) date: Option<String>,
    pub(super) is_upload: Option<bool>,
    pub(super) id_member: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CustomField {
    pub(super) id: String,
    pub(super) name: Option<String>,
    pub(super) options: Many<CustomOption>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CustomOption {
    pub(super) id: String,
    pub(super) value: Option<Value>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct CustomFieldItem {
    pub(super) id_custom_field: Option<String>,
    pub(super) id_value: Option<String>,
    pub(super) value: Option<Value>,
}

/// Something that happened.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Action {
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
    pub(super) date: Option<String>,
    pub(super) member_creator: Option<Member>,
    pub(super) data: Option<Told>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Told {
    pub(super) text: Option<String>,
    pub(super) date_last_edited: Option<String>,
    pub(super) card: Option<Named>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Named {
    pub(super) id: String,
}

impl Board {
    /// How many comments the cards say that they have.
    pub(super) fn comments_of_cards(&self) -> u64 {
        let badges = each(&self.cards).filter_map(|card| card.badges.as_ref()?.comments);
        badges.sum()
    }

    /// How many files were attached to cards.
    pub(super) fn uploads(&self) -> u64 {
        let attached = each(&self.cards).flat_map(|card| each(&card.attachments));
        attached.filter(|file| file.is_upload == Some(true)).count() as u64
    }
}

/// What is in a list that may be missing.
pub(super) fn each<T>(many: &Many<T>) -> std::slice::Iter<'_, T> {
    many.as_deref().unwrap_or_default().iter()
}

/// A moment in Unix seconds.
pub(super) fn moment(text: Option<&str>) -> Option<i64> {
    text?.parse::<Timestamp>().ok().map(Timestamp::as_second)
}

/// When something was made: the first 32 bits of an id at Trello are that second.
pub(super) fn born(id: &str) -> Option<i64> {
    i64::from_str_radix(id.get(..8)?, 16).ok().filter(|second| *second > 0)
}
