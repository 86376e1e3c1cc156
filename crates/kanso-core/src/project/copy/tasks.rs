//! The tasks of a project.

use kanso_db::params;
use kanso_domain::ProjectId;

use crate::Result;
use crate::change::Change;
use crate::task::{self, Destination, find};

/// Copies the open tasks of a project in the order of its board to the ends of the same lanes of another one;
/// answers how many. The change holds both locks.
pub(super) async fn copy(change: &mut Change<'_>, from: ProjectId, to: ProjectId) -> Result<usize> {
    const LIST: &str = "SELECT t.id FROM tasks t JOIN columns c ON c.id = t.column_id \
        WHERE t.project_id = $1 AND t.is_active = 1 ORDER BY c.position, c.id, t.position, t.id";
    let ids: Vec<(i64,)> = change.conn().all(LIST, params![from.get()]).await?;
    let destination = Destination { project: to, ..Destination::default() };
    let home = change.enter(to);
    for (id,) in &ids {
        let task = find::load(change.conn(), (*id).into()).await?;
        task::copy_in(change, &task, &destination).await?;
    }
    change.enter(home);
    Ok(ids.len())
}
