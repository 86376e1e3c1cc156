//! What the names of a list stand for.

use std::collections::HashMap;

use kanso_db::{Conn, params};
use kanso_domain::{ProjectId, UserId};

use super::ListedTask;
use crate::project::require_assignable;
use crate::{Error, Fault, Result};

/// Ids by name.
pub(super) struct Names {
    pub(super) columns: HashMap<String, i64>,
    pub(super) swimlanes: HashMap<String, i64>,
    pub(super) categories: HashMap<String, i64>,
    /// Those of the list; why somebody cannot be given tasks, if they cannot.
    pub(super) people: HashMap<String, Result<UserId, Fault>>,
}

impl Names {
    pub(super) async fn load(conn: &Conn, project: ProjectId, list: &[ListedTask]) -> Result<Self> {
        const COLUMNS: &str = "SELECT title, id FROM columns WHERE project_id = $1";
        const SWIMLANES: &str = "SELECT name, id FROM swimlanes WHERE project_id = $1 AND is_active = 1";
        const CATEGORIES: &str = "SELECT name, id FROM categories WHERE project_id = $1";
        let mut people = HashMap::new();
        for name in list.iter().flat_map(|task| [task.assignee.trim(), task.creator.trim()]) {
            if !name.is_empty() && !people.contains_key(name) {
                people.insert(name.to_owned(), person(conn, project, name).await?);
            }
        }
        Ok(Self {
            columns: ids(conn, project, COLUMNS).await?,
            swimlanes: ids(conn, project, SWIMLANES).await?,
            categories: ids(conn, project, CATEGORIES).await?,
            people,
        })
    }
}

async fn ids(conn: &Conn, project: ProjectId, list: &str) -> Result<HashMap<String, i64>> {
    Ok(conn.all::<(String, i64)>(list, params![project.get()]).await?.into_iter().collect())
}

async fn person(conn: &Conn, project: ProjectId, name: &str) -> Result<Result<UserId, Fault>> {
    const FIND: &str = "SELECT id FROM users WHERE username = $1";
    let Some((id,)) = conn.one::<(i64,)>(FIND, params![name]).await? else {
        return Ok(Err(Fault::Unknown("username")));
    };
    match require_assignable(conn, project, id.into()).await {
        Ok(()) => Ok(Ok(id.into())),
        Err(Error::Invalid(fault)) => Ok(Err(fault)),
        Err(error) => Err(error),
    }
}
