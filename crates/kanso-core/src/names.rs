//! What has the same name in another project.

use std::collections::HashMap;

use kanso_db::{Conn, params};
use kanso_domain::ProjectId;

use crate::Result;

/// Ids of one project with those of what is called the same in another.
pub(crate) struct Counterparts(HashMap<i64, i64>);

impl Counterparts {
    /// The columns of both.
    pub(crate) async fn columns(conn: &Conn, from: ProjectId, to: ProjectId) -> Result<Self> {
        const PAIRS: &str = "SELECT o.id, d.id FROM columns o JOIN columns d ON d.title = o.title \
            WHERE o.project_id = $1 AND d.project_id = $2";
        Self::read(conn, PAIRS, from, to).await
    }

    /// The swimlanes of both.
    pub(crate) async fn swimlanes(conn: &Conn, from: ProjectId, to: ProjectId) -> Result<Self> {
        const PAIRS: &str = "SELECT o.id, d.id FROM swimlanes o JOIN swimlanes d ON d.name = o.name \
            WHERE o.project_id = $1 AND d.project_id = $2";
        Self::read(conn, PAIRS, from, to).await
    }

    /// The categories of both.
    pub(crate) async fn categories(conn: &Conn, from: ProjectId, to: ProjectId) -> Result<Self> {
        const PAIRS: &str = "SELECT o.id, d.id FROM categories o JOIN categories d ON d.name = o.name \
            WHERE o.project_id = $1 AND d.project_id = $2";
        Self::read(conn, PAIRS, from, to).await
    }

    async fn read(conn: &Conn, pairs: &str, from: ProjectId, to: ProjectId) -> Result<Self> {
        let pairs: Vec<(i64, i64)> = conn.all(pairs, params![from.get(), to.get()]).await?;
        Ok(Self(pairs.into_iter().collect()))
    }

    /// The id in the other project.
    pub(crate) fn find(&self, id: i64) -> Option<i64> {
        self.0.get(&id).copied()
    }
}
