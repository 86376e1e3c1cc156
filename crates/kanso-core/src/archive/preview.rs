//! What would become of an archive here.

use std::collections::{BTreeMap, HashMap};

use kanso_db::{Conn, params};
use kanso_domain::Permission;

use super::check::Checked;
use crate::{Actor, Result};

/// What an archive holds, and what of it is not known here.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The name of the project.
    pub name: String,
    /// When it was taken out, in Unix seconds.
    pub exported_at: i64,
    /// How many rows of each table there are.
    pub counts: BTreeMap<&'static str, i64>,
    /// Who is known here: the name there, and the user name here.
    pub people: Vec<(String, String)>,
    /// What cannot be taken as it is.
    pub left: Vec<Left>,
}

/// What of an archive is left out, or is taken otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nobody here is this: their tasks are nobody's, and their name is added to what they had and wrote.
    Person(String),
    /// There is no such group, so nobody gets a role through it.
    Group(String),
    /// There is no such label: links with it are left out.
    Label(String),
    /// There is no such tag for all projects: the project gets one of its own.
    Tag(String),
    /// Another project has this identifier or address.
    Taken(String),
    /// So many files were lost before the archive was written.
    Files(i64),
    /// So many rows name what is in other projects, and stayed there.
    Elsewhere(i64),
    /// Receivers of webhooks come disabled, without secrets and without the rest of their address.
    Endpoints(i64),
}

/// What the names of an archive stand for here.
#[derive(Default)]
pub(super) struct Found {
    pub(super) people: HashMap<String, i64>,
    pub(super) groups: HashMap<String, i64>,
    pub(super) labels: HashMap<String, i64>,
    pub(super) tags: HashMap<String, i64>,
    pub(super) keeps_identifier: bool,
    pub(super) keeps_email: bool,
}

pub(super) async fn of(conn: &Conn, actor: &Actor, checked: &Checked) -> Result<(Preview, Found)> {
    let mut left = Vec::new();
    let mut found = Found { people: people(conn, checked).await?, ..Found::default() };
    let unknown = checked.names.people.keys().filter(|name| !found.people.contains_key(*name));
    left.extend(unknown.map(|name| Left::Person(shown(checked, name))));
    let wanted = [
        ("SELECT id FROM groups WHERE name = $1", checked.groups.iter().collect::<Vec<_>>()),
        ("SELECT id FROM links WHERE label = $1", checked.names.labels.keys().collect()),
        ("SELECT id FROM tags WHERE project_id = 0 AND name = $1", checked.tags.iter().collect()),
    ];
    let kinds: [fn(String) -> Left; 3] = [Left::Group, Left::Label, Left::Tag];
    let [groups, labels, tags] = wanted;
    for (((find, names), kind), into) in [groups, labels, tags].into_iter().zip(kinds).zip([
        &mut found.groups,
        &mut found.labels,
        &mut found.tags,
    ]) {
        for name in names {
            match conn.one::<(i64,)>(find, params![name]).await? {
                Some((id,)) => drop(into.insert(name.clone(), id)),
                None => left.push(kind(name.clone())),
            }
        }
    }
    if actor.require(Permission::Administrate).is_ok() {
        // They are added.
        left.retain(|left| !matches!(left, Left::Label(_)));
    }
    found.keeps_identifier = is_free(conn, "identifier", checked.identifier.as_deref(), &mut left).await?;
    found.keeps_email = is_free(conn, "email", checked.email.as_deref(), &mut left).await?;
    let count = |table| checked.counts.get(table).copied().unwrap_or_default();
    let lost = i64::try_from(checked.names.lost.len()).unwrap_or(i64::MAX);
    let counted =
        [Left::Files(lost), Left::Elsewhere(checked.names.left), Left::Endpoints(count("endpoints"))];
    let is_any = |left: &Left| !matches!(left, Left::Files(0) | Left::Elsewhere(0) | Left::Endpoints(0));
    left.extend(counted.into_iter().filter(is_any));
    let preview = Preview {
        name: checked.head.project.clone(),
        exported_at: checked.head.exported_at,
        counts: checked.counts.clone(),
        people: matched(conn, checked, &found).await?,
        left,
    };
    Ok((preview, found))
}

/// Who is who: by user name, else by an address that one account alone has.
async fn people(conn: &Conn, checked: &Checked) -> Result<HashMap<String, i64>> {
    const BY_NAME: &str = "SELECT id FROM users WHERE username = $1";
    const BY_EMAIL: &str = "SELECT id FROM users WHERE email <> '' AND lower(email) = lower($1) LIMIT 2";
    let mut found = HashMap::new();
    for (username, known) in &checked.names.people {
        let mut ids: Vec<(i64,)> = conn.all(BY_NAME, params![username]).await?;
        if ids.is_empty() {
            ids = conn.all(BY_EMAIL, params![&known.email]).await?;
        }
        if let [(id,)] = ids[..] {
            found.insert(username.clone(), id);
        }
    }
    Ok(found)
}

async fn matched(conn: &Conn, checked: &Checked, found: &Found) -> Result<Vec<(String, String)>> {
    const NAME: &str = "SELECT username FROM users WHERE id = $1";
    let mut matched = Vec::new();
    for username in checked.names.people.keys() {
        let Some(id) = found.people.get(username) else { continue };
        let here = conn.one::<(String,)>(NAME, params![*id]).await?;
        matched.extend(here.map(|(here,)| (shown(checked, username), here)));
    }
    Ok(matched)
}

async fn is_free(conn: &Conn, column: &str, value: Option<&str>, left: &mut Vec<Left>) -> Result<bool> {
    let find = format!("SELECT id FROM projects WHERE {column} = $1 AND removed_at = 0");
    let Some(value) = value.filter(|value| !value.is_empty()) else { return Ok(true) };
    let is_free = conn.one::<(i64,)>(&find, params![value]).await?.is_none();
    if !is_free {
        left.push(Left::Taken(value.to_owned()));
    }
    Ok(is_free)
}

/// What somebody is called whom nobody here knows.
pub(super) fn shown(checked: &Checked, username: &str) -> String {
    match checked.names.people.get(username) {
        Some(known) if !known.name.is_empty() => format!("{} ({username})", known.name),
        _ => username.to_owned(),
    }
}
