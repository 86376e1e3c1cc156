//! A card as the rows of a task.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kanso_domain::text;
use serde_json::{Value, json};

use super::board::{Action, Attachment, Card, Checklist, born, each, moment};
use super::rows::{Known, Row, clean, line, row};

/// The longest name and value of metadata.
const KEY: usize = 50;
const VALUE: usize = 255;

type Tables = BTreeMap<&'static str, Vec<Row>>;

/// Adds all cards with what belongs to them.
pub(super) fn add(known: &Known<'_>, rows: &mut Tables) {
    let mut cards: Vec<&Card> = each(&known.board.cards).collect();
    // Open ones come first in their column, each in its place.
    cards.sort_by(|a, b| {
        let place = |card: &Card| (is_closed(known, card), card.pos.unwrap_or_default());
        let ((first, a), (second, b)) = (place(a), place(b));
        first.cmp(&second).then(a.total_cmp(&b))
    });
    let makers = makers(known);
    let mut positions: HashMap<i64, i64> = HashMap::new();
    let numbers: HashMap<&str, i64> =
        (1..).zip(&cards).map(|(number, card)| (card.id.as_str(), number)).collect();
    for (number, card) in (1..).zip(&cards) {
        let column = column(known, card);
        let position = positions.entry(column).or_default();
        *position += 1;
        let maker = makers.get(card.id.as_str()).map_or_else(|| json!(0), |id| known.people.user(id));
        push(rows, "tasks", task(known, card, (number, column, *position), &maker));
        tags(known, card, number, rows);
        for attachment in each(&card.attachments) {
            rows.entry("task_has_external_links").or_default().extend(link(known, attachment, number));
        }
        fields(known, card, number, rows);
    }
    subtasks(known, &numbers, rows);
    comments(known, &numbers, rows);
    for table in ["task_has_external_links", "subtasks", "comments"] {
        for (number, row) in (1_i64..).zip(rows.entry(table).or_default()) {
            row.insert("number".to_owned(), number.into());
        }
    }
}

fn push(rows: &mut Tables, table: &'static str, row: Row) {
    rows.entry(table).or_default().push(row);
}

/// The column of the card's list; the first for a card of a list that is archived.
fn column(known: &Known<'_>, card: &Card) -> i64 {
    card.id_list.as_deref().and_then(|list| known.columns.get(list)).copied().unwrap_or(1)
}

/// A card is done with when it is archived, or its list is.
fn is_closed(known: &Known<'_>, card: &Card) -> bool {
    let has_column = card.id_list.as_deref().is_some_and(|list| known.columns.contains_key(list));
    card.closed == Some(true) || !has_column
}

fn task(known: &Known<'_>, card: &Card, (number, column, position): (i64, i64, i64), maker: &Value) -> Row {
    let changed = moment(card.date_last_activity.as_deref());
    let made = born(&card.id).or(changed).unwrap_or_default();
    let changed = changed.unwrap_or(made);
    let closed = is_closed(known, card);
    let mut labels = each(&card.id_labels).filter_map(|label| known.tags.get(label.as_str()));
    let owner = each(&card.id_members).next().map_or_else(|| json!(0), |id| known.people.user(id));
    row(json!({
        "number": number,
        "title": line(card.name.as_deref(), "–", text::TITLE),
        "description": description(known, card),
        "date_creation": made, "date_modification": changed, "date_moved": changed,
        "date_completed": closed.then_some(changed),
        "date_due": moment(card.due.as_deref()).unwrap_or_default(),
        "date_started": moment(card.start.as_deref()).unwrap_or_default(),
        "color_id": labels.find_map(|(_, color)| *color).unwrap_or("yellow"),
        "column_id": column, "swimlane_id": 1, "position": position, "is_active": i32::from(!closed),
        "owner_id": owner, "creator_id": maker, "category_id": 0, "score": 0, "priority": 0,
        "reference": line(card.short_link.as_deref(), "", text::NAME),
        "time_spent": 0.0, "time_estimated": 0.0,
        "recurrence_status": 0, "recurrence_trigger": 0, "recurrence_factor": 0,
        "recurrence_timeframe": 0, "recurrence_basedate": 0,
    }))
}

/// The text of the card, and what there is no field for: its other members, and the list that is archived.
fn description(known: &Known<'_>, card: &Card) -> String {
    let mut parts = vec![clean(card.desc.as_deref().unwrap_or_default())];
    let others: Vec<String> =
        each(&card.id_members).skip(1).filter_map(|id| known.people.full_name(id)).collect();
    if !others.is_empty() {
        parts.push(format!("+ {}", clean(&others.join(", "))));
    }
    let list = card.id_list.as_deref().filter(|list| !known.columns.contains_key(list));
    let list = list.and_then(|id| each(&known.board.lists).find(|list| list.id == id));
    if let Some(name) = list.and_then(|list| list.name.as_deref()) {
        parts.push(format!("← {}", clean(name)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// Who made which card, as far as the file tells.
fn makers<'b>(known: &Known<'b>) -> HashMap<&'b str, &'b str> {
    let made = each(&known.board.actions).filter(|action| {
        matches!(action.kind.as_deref(), Some("createCard" | "copyCard" | "convertToCardFromCheckItem"))
    });
    made.filter_map(|action| {
        let card = action.data.as_ref()?.card.as_ref()?;
        Some((card.id.as_str(), action.member_creator.as_ref()?.id.as_str()))
    })
    .collect()
}

fn tags(known: &Known<'_>, card: &Card, task: i64, rows: &mut Tables) {
    let labels = each(&card.id_labels).filter_map(|label| known.tags.get(label.as_str()));
    let numbers: BTreeSet<i64> = labels.map(|(number, _)| *number).collect();
    for tag in numbers {
        push(rows, "task_has_tags", row(json!({"task_id": task, "tag_id": tag})));
    }
}

/// An attachment stays where it is.
fn link(known: &Known<'_>, attachment: &Attachment, task: i64) -> Option<Row> {
    let url = clean(attachment.url.as_deref()?);
    let is_web = ["http://", "https://"].iter().any(|scheme| url.to_ascii_lowercase().starts_with(scheme));
    let made = moment(attachment.date.as_deref()).unwrap_or_default();
    let by = attachment.id_member.as_deref().map_or_else(|| json!(0), |id| known.people.user(id));
    is_web.then(|| {
        row(json!({
            "task_id": task, "link_type": "weblink", "dependency": "related", "url": url,
            "title": line(attachment.name.as_deref(), &url, text::TITLE),
            "date_creation": made, "date_modification": made, "creator_id": by,
        }))
    })
}

/// The custom fields of a card.
fn fields(known: &Known<'_>, card: &Card, task: i64, rows: &mut Tables) {
    let mut taken = BTreeSet::new();
    let changed = moment(card.date_last_activity.as_deref()).unwrap_or_default();
    for item in each(&card.custom_field_items) {
        let field = each(&known.board.custom_fields)
            .find(|field| item.id_custom_field.as_deref() == Some(field.id.as_str()));
        let Some(field) = field else { continue };
        let chosen = each(&field.options).find(|option| item.id_value.as_deref() == Some(option.id.as_str()));
        let value = chosen.and_then(|option| option.value.as_ref()).or(item.value.as_ref());
        let Some(value) = value.and_then(said) else { continue };
        let name = line(field.name.as_deref(), &field.id, KEY);
        if taken.insert(name.clone()) {
            let value = line(Some(&value), "", VALUE);
            push(
                rows,
                "task_has_metadata",
                row(json!({
                    "task_id": task, "name": name, "value": value, "changed_by": 0, "changed_on": changed,
                })),
            );
        }
    }
}

/// The one thing that a value says, whatever its kind is called.
fn said(value: &Value) -> Option<String> {
    let said = value.as_object()?.values().next().filter(|said| !said.is_null())?;
    Some(said.as_str().map_or_else(|| said.to_string(), str::to_owned))
}

fn subtasks(known: &Known<'_>, numbers: &HashMap<&str, i64>, rows: &mut Tables) {
    let mut lists: Vec<(i64, &Checklist)> = each(&known.board.checklists)
        .filter_map(|list| Some((*numbers.get(list.id_card.as_deref()?)?, list)))
        .collect();
    lists.sort_by(|(a, first), (b, second)| {
        a.cmp(b).then(first.pos.unwrap_or_default().total_cmp(&second.pos.unwrap_or_default()))
    });
    let mut of_task: HashMap<i64, usize> = HashMap::new();
    lists.iter().for_each(|(task, _)| *of_task.entry(*task).or_default() += 1);
    let mut positions: HashMap<i64, i64> = HashMap::new();
    for (task, list) in &lists {
        let has_others = of_task.get(task).is_some_and(|count| *count > 1);
        let mut items: Vec<_> = each(&list.check_items).collect();
        items.sort_by(|a, b| a.pos.unwrap_or_default().total_cmp(&b.pos.unwrap_or_default()));
        for item in items {
            let name = line(item.name.as_deref(), "–", text::TITLE);
            let of = list.name.as_deref().filter(|name| has_others && !name.trim().is_empty());
            let title = of.map_or_else(|| name.clone(), |of| format!("{}: {name}", clean(of.trim())));
            let position = positions.entry(*task).or_default();
            *position += 1;
            let user = item.id_member.as_deref().map_or_else(|| json!(0), |id| known.people.user(id));
            push(
                rows,
                "subtasks",
                row(json!({
                    "task_id": task, "title": line(Some(&title), "–", text::TITLE), "position": *position,
                    "status": if item.state.as_deref() == Some("complete") { 2 } else { 0 },
                    "user_id": user, "time_estimated": 0.0, "time_spent": 0.0,
                })),
            );
        }
    }
}

/// Comments by their time: the file has the latest first.
fn comments(known: &Known<'_>, numbers: &HashMap<&str, i64>, rows: &mut Tables) {
    let comment = |action: &Action| {
        let data = action.data.as_ref()?;
        let task = *numbers.get(data.card.as_ref()?.id.as_str())?;
        let written = moment(action.date.as_deref()).unwrap_or_default();
        let by = action.member_creator.as_ref().map_or_else(|| json!(0), |by| known.people.user(&by.id));
        let text = clean(data.text.as_deref()?);
        Some((
            written,
            row(json!({
                "task_id": task, "user_id": by, "comment": text, "date_creation": written,
                "date_modification": moment(data.date_last_edited.as_deref()).unwrap_or(written),
                "reference": "", "visibility": "app-user",
            })),
        ))
    };
    let written = each(&known.board.actions)
        .filter(|action| matches!(action.kind.as_deref(), Some("commentCard" | "copyCommentCard")));
    let mut comments: Vec<(i64, Row)> = written.filter_map(comment).collect();
    comments.sort_by_key(|(written, _)| *written);
    rows.entry("comments").or_default().extend(comments.into_iter().map(|(_, row)| row));
}
