//! How use cases read and write: every transaction begins here.

use std::sync::Arc;

use kanso_db::{BoxFuture, Conn};
use kanso_domain::{Permission, ProjectId, TaskId};

use super::App;
use crate::access::require;
use crate::change::{Change, Opening, Scope, Target};
use crate::{Actor, Error, Result};

impl App {
    /// Reads, outside of any transaction.
    pub(crate) async fn read<T, F>(&self, act: F) -> Result<T>
    where
        F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        self.parts.db.read(act).await
    }

    /// Reads what belongs to one project, if the actor may.
    pub(crate) async fn read_in<T, F>(
        &self,
        actor: &Actor,
        scope: impl Into<Scope>,
        needs: Permission,
        act: F,
    ) -> Result<T>
    where
        F: for<'c> FnOnce(&'c Conn, ProjectId) -> BoxFuture<'c, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        let (actor, scope) = (actor.clone(), scope.into());
        self.read(move |conn| {
            Box::pin(async move {
                let project = scope.find_project(conn).await?;
                require(conn, &actor, project, needs).await?;
                act(conn, project).await
            })
        })
        .await
    }

    /// Refuses unless the actor has the permission in the project. Use cases ask by themselves; this is for an
    /// edge that refuses a request before it reaches one, and must not tell more than the use case would.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] for who may not see it, else
    /// [`Error::Forbidden`].
    pub async fn require(&self, actor: &Actor, scope: impl Into<Scope>, needs: Permission) -> Result<()> {
        self.read_in(actor, scope, needs, |_, _| Box::pin(async { Ok(()) })).await
    }

    /// Changes one project, if the actor may: a transaction that locks the project first, hands `act` the
    /// [`Change`], and carries out all that follows from the events it recorded.
    pub(crate) async fn change<T, F>(
        &self,
        actor: &Actor,
        target: impl Into<Target>,
        needs: Permission,
        act: F,
    ) -> Result<T>
    where
        F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        actor.require_writing()?;
        let (opening, target) = (self.opening(actor), target.into());
        let _under_way = self.parts.traffic.begin();
        self.parts
            .db
            .write(move |conn| {
                Box::pin(async move {
                    let mut change = opening.change(conn, target, needs).await?;
                    let answer = act(&mut change).await?;
                    change.finish();
                    Ok(answer)
                })
            })
            .await
    }

    /// Changes a task's project together with another one, if the actor may in both: a transaction that locks both
    /// first. The change is in `other`.
    pub(crate) async fn change_both<T, F>(
        &self,
        actor: &Actor,
        task: TaskId,
        other: ProjectId,
        needs: Permission,
        act: F,
    ) -> Result<T>
    where
        F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        actor.require_writing()?;
        let opening = self.opening(actor);
        let _under_way = self.parts.traffic.begin();
        let scope = Scope::from(task);
        // Outside of the transaction, which begins with the locks.
        let from = self.read(move |conn| Box::pin(async move { scope.find_project(conn).await })).await?;
        self.parts
            .db
            .write(move |conn| {
                Box::pin(async move {
                    let mut change = opening.change_both(conn, (task, from), other, needs).await?;
                    let answer = act(&mut change).await?;
                    change.finish();
                    Ok(answer)
                })
            })
            .await
    }

    /// Changes what belongs to no project (users, settings, groups, new projects): a transaction whose first
    /// statement locks the one row that stands for the instance. It asks for no permission, the use case does; but
    /// a token for less than all does not come here.
    pub(crate) async fn change_instance<T, F>(&self, actor: &Actor, act: F) -> Result<T>
    where
        F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        self.change_instance_with(actor, act).await
    }

    /// The same for an act with errors of its own.
    pub(crate) async fn change_instance_with<T, E, F>(&self, actor: &Actor, act: F) -> Result<T, E>
    where
        F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + From<kanso_db::Error> + Send + 'static,
    {
        actor.require_scope(Permission::Administrate)?;
        let opening = self.opening(actor);
        let _under_way = self.parts.traffic.begin();
        self.parts
            .db
            .write(move |conn| {
                Box::pin(async move {
                    let mut change = opening.change_instance(conn).await?;
                    let answer = act(&mut change).await?;
                    change.finish();
                    Ok(answer)
                })
            })
            .await
    }

    fn opening(&self, actor: &Actor) -> Opening {
        Opening {
            actor: actor.clone(),
            settings: self.settings(),
            now_ms: self.clock().now_ms(),
            cause: self.cause,
            rules: Arc::clone(&self.parts.rules),
        }
    }

    /// Reads on a connection of its own where every statement sees the same, for as long as it takes.
    pub(crate) async fn snapshot<T, E, F>(&self, act: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<kanso_db::Error> + Send + 'static,
    {
        self.parts.db.snapshot(act).await
    }

    /// Writes rows that carry their own order (sessions, leases, attempts): no lock, no bell.
    pub(crate) async fn note<T, F>(&self, act: F) -> Result<T>
    where
        F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        self.parts.db.write(act).await
    }
}
