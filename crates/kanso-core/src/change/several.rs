//! Locking several projects for one change.

use kanso_db::{Param, dialect};
use kanso_domain::ProjectId;

use super::{Change, Target};
use crate::{Conflict, Error, Result};

impl Change<'_> {
    /// Locks the project of the scope and those beside it, in the order of their ids, so that no two changes
    /// wait for each other; answers the first. What is beside it and not there is left to the use case.
    ///
    /// Where a project changes hands while this waits, the change is refused: it would be written without its
    /// lock.
    pub(super) async fn lock_all(&mut self, target: Target) -> Result<ProjectId> {
        let conn = self.conn;
        let scopes = || std::iter::once(target.scope).chain(target.beside.iter().copied());
        let (mut finds, mut values) = (Vec::new(), Vec::new());
        for scope in scopes() {
            let (find, id, _) = scope.find();
            values.push(Param::from(id));
            finds.push(format!("({})", find.replace("$1", &format!("${}", values.len()))));
        }
        let lock = format!(
            "UPDATE projects SET revision = revision + 1 WHERE id IN \
             (SELECT id FROM projects WHERE removed_at = 0 AND id IN ({}) ORDER BY id{}) RETURNING id",
            finds.join(", "),
            dialect::for_update(conn.kind())
        );
        let locked: Vec<(i64,)> = conn.all(&lock, &values).await?;
        for scope in scopes().skip(1) {
            match scope.find_project(conn).await {
                Ok(project) => require_locked(&locked, project)?,
                Err(Error::NotFound(_)) => {}
                Err(error) => return Err(error),
            }
        }
        let project = target.scope.find_project(conn).await?;
        require_locked(&locked, project)?;
        for (project,) in locked {
            self.join(project.into()).await?;
        }
        Ok(project)
    }
}

fn require_locked(locked: &[(i64,)], project: ProjectId) -> Result<()> {
    let is_locked = locked.contains(&(project.get(),));
    is_locked.then_some(()).ok_or(Error::Conflict(Conflict::ChangedMeanwhile))
}
