//! A board as the rows of a project.

use std::collections::{BTreeMap, HashMap};

use kanso_core::archive::Composition;
use kanso_domain::text;
use serde_json::{Map, Value, json};

use super::board::{Board, Label, List, Member, each, moment};
use super::card;

pub(super) type Row = Map<String, Value>;

/// By the id of a label: the number of its tag, and its colour here.
type Tags<'b> = HashMap<&'b str, (i64, Option<&'static str>)>;

/// What cards name, by Trello's ids.
pub(super) struct Known<'b> {
    pub(super) board: &'b Board,
    /// The numbers of the columns. A list that is archived has none.
    pub(super) columns: HashMap<&'b str, i64>,
    pub(super) tags: Tags<'b>,
    pub(super) people: People<'b>,
}

/// Who is named, by Trello's ids.
pub(super) struct People<'b> {
    members: HashMap<&'b str, &'b Member>,
    here: &'b BTreeMap<String, String>,
}

impl People<'_> {
    /// What somebody is called in rows: their user name here, if one was given for theirs. Nobody is 0.
    pub(super) fn user(&self, id: &str) -> Value {
        self.name(id).map_or_else(|| json!(0), Value::String)
    }

    fn name(&self, id: &str) -> Option<String> {
        let theirs = self.members.get(id)?.username.as_ref()?;
        Some(self.here.get(theirs).unwrap_or(theirs).clone())
    }

    /// What people call them.
    pub(super) fn full_name(&self, id: &str) -> Option<String> {
        let member = self.members.get(id)?;
        member.full_name.clone().filter(|name| !name.is_empty()).or_else(|| member.username.clone())
    }

    /// All of them: the user name, and what people call them.
    fn all(&self) -> BTreeMap<String, String> {
        let named = |id: &&str| Some((self.name(id)?, self.full_name(id)?));
        self.members.keys().filter_map(named).collect()
    }
}

pub(super) fn compose(board: &Board, here: &BTreeMap<String, String>) -> Composition {
    let mut rows: BTreeMap<&'static str, Vec<Row>> = BTreeMap::new();
    let name = line(board.name.as_deref(), "Trello", text::TITLE);
    let exported_at = moment(board.date_last_activity.as_deref()).unwrap_or_default();
    rows.insert("projects", vec![project(board, &name, exported_at)]);
    let lists = lists(board);
    rows.insert("columns", columns(&lists));
    rows.insert("swimlanes", vec![swimlane()]);
    let (tag_rows, tags) = tags(board);
    rows.insert("tags", tag_rows);
    let columns = (1..).zip(&lists).map(|(number, list)| (list.id.as_str(), number)).collect();
    let known = Known { board, columns, tags, people: people(board, here) };
    rows.insert("project_has_users", members(&known));
    card::add(&known, &mut rows);
    Composition { name, exported_at, rows, people: known.people.all() }
}

/// A text for one line: what a database does not take is left out, and what is too long cut.
pub(super) fn line(given: Option<&str>, otherwise: &str, longest: usize) -> String {
    let clean = clean(given.unwrap_or_default());
    let clean = clean.trim();
    let chosen = if clean.is_empty() { otherwise } else { clean };
    chosen.chars().take(longest).collect()
}

/// A text without the one character that no database takes.
pub(super) fn clean(text: &str) -> String {
    text.replace('\0', "")
}

/// A row of the pairs of an object.
pub(super) fn row(object: Value) -> Row {
    if let Value::Object(row) = object { row } else { Row::new() }
}

fn project(board: &Board, name: &str, changed: i64) -> Row {
    let description = clean(board.desc.as_deref().unwrap_or_default());
    row(json!({
        "number": 1, "name": name, "description": description, "last_modified": changed,
        "is_active": i32::from(board.closed != Some(true)), "is_public": 0, "is_private": 0,
        "default_swimlane": SWIMLANE, "start_date": "", "end_date": "", "owner_id": 0,
        "priority_default": 0, "priority_start": 0, "priority_end": 3,
        "per_swimlane_task_limits": 0, "task_limit": 0, "enable_global_tags": 1,
    }))
}

const SWIMLANE: &str = "Default swimlane";

fn swimlane() -> Row {
    row(
        json!({"number": 1, "name": SWIMLANE, "position": 1, "is_active": 1, "description": "", "task_limit": 0}),
    )
}

/// The lists that were on the board, in their order.
fn lists(board: &Board) -> Vec<&List> {
    let mut lists: Vec<&List> = each(&board.lists).filter(|list| list.closed != Some(true)).collect();
    lists.sort_by(|a, b| a.pos.unwrap_or_default().total_cmp(&b.pos.unwrap_or_default()));
    lists
}

/// A board has at least one column.
fn columns(lists: &[&List]) -> Vec<Row> {
    let mut names: Vec<String> =
        lists.iter().map(|list| line(list.name.as_deref(), "–", text::TITLE)).collect();
    if names.is_empty() {
        names.push("Backlog".to_owned());
    }
    let column = |(number, title): (i64, &String)| {
        row(json!({
            "number": number, "title": title, "position": number, "task_limit": 0, "description": "",
            "hide_in_dashboard": 0,
        }))
    };
    (1..).zip(&names).map(column).collect()
}

/// Labels with the same name are one tag; one without a name is called by its colour.
fn tags(board: &Board) -> (Vec<Row>, Tags<'_>) {
    let (mut rows, mut numbers) = (Vec::new(), HashMap::new());
    let mut by_name: HashMap<String, i64> = HashMap::new();
    for label in each(&board.labels) {
        let Some(name) = label_name(label) else { continue };
        let folded = name.to_ascii_lowercase();
        let next = i64::try_from(by_name.len()).unwrap_or(i64::MAX - 1) + 1;
        let number = *by_name.entry(folded.clone()).or_insert(next);
        let color = label.color.as_deref().and_then(color);
        if number == next {
            rows.push(row(json!({"number": number, "name": name, "folded": folded, "color_id": color})));
        }
        numbers.insert(label.id.as_str(), (number, color));
    }
    (rows, numbers)
}

fn label_name(label: &Label) -> Option<String> {
    let name = line(label.name.as_deref(), label.color.as_deref().unwrap_or_default(), text::NAME);
    Some(name).filter(|name| !name.is_empty())
}

/// Kanboard's colour that is nearest to one of Trello's, which come with `_light` and `_dark`.
fn color(theirs: &str) -> Option<&'static str> {
    Some(match theirs.split('_').next()? {
        "green" => "green",
        "yellow" => "yellow",
        "orange" => "orange",
        "red" => "red",
        "purple" => "purple",
        "blue" => "blue",
        "sky" => "cyan",
        "lime" => "lime",
        "pink" => "pink",
        "black" => "dark_grey",
        _ => return None,
    })
}

/// Members, and who wrote something and is none any more.
fn people<'b>(board: &'b Board, here: &'b BTreeMap<String, String>) -> People<'b> {
    let wrote = each(&board.actions).filter_map(|action| action.member_creator.as_ref());
    let members = wrote.chain(each(&board.members)).map(|member| (member.id.as_str(), member)).collect();
    People { members, here }
}

fn members(known: &Known<'_>) -> Vec<Row> {
    let users = each(&known.board.members).map(|member| known.people.user(&member.id));
    let names: std::collections::BTreeSet<String> =
        users.filter_map(|user| user.as_str().map(str::to_owned)).collect();
    names.iter().map(|user| row(json!({"user_id": user, "role": "project-member"}))).collect()
}
