//! Searches of a project that are kept under a name.
//!
//! Whoever sees a project may keep their own; its managers may share them with all who see it.

mod change;

use kanso_db::{Conn, params, row};
use kanso_domain::{CustomFilterId, Permission, ProjectId, UserId};

use crate::{Actor, App, Error, Kind, Result};

pub use change::{NewFilter, create_filter, remove_filter, update_filter};

row! {
    /// A search under a name.
    #[derive(Clone, Debug, PartialEq)]
    pub struct CustomFilter {
        pub id: CustomFilterId as i64 = "f.id",
        pub project_id: ProjectId as i64 = "f.project_id",
        /// Who keeps it.
        pub user_id: UserId as i64 = "f.user_id",
        pub name: String = "f.name",
        /// In the search language.
        pub filter: String = "f.filter",
        /// 1 when all who see the project may use it.
        pub is_shared: i64 = "f.is_shared",
        /// 1 when choosing it adds to the search that is there, instead of taking its place.
        pub appends: i64 = "f.appends",
        /// The user name of who keeps it.
        pub username: String = "u.username",
        /// The name of who keeps it, if they have one.
        pub user_name: Option<String> = "u.name",
    }
}

/// The actor's own filters of a project and those that are shared, by name.
#[crate::use_case]
pub async fn list_filters(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<CustomFilter>> {
    let me = actor.user_id();
    let mut filters = app
        .read_in(actor, project, Permission::ViewProject, move |conn, project| {
            Box::pin(async move {
                let list = select("f.project_id = $1 AND (f.user_id = $2 OR f.is_shared = 1)");
                Ok(conn.all::<CustomFilter>(&list, params![project.get(), me.get()]).await?)
            })
        })
        .await?;
    // Sorted here: the databases' collations differ.
    filters.sort_by_cached_key(|filter| (filter.name.to_lowercase(), filter.id));
    Ok(filters)
}

/// The filter, if it is the project's and the actor may use it.
async fn load(conn: &Conn, project: ProjectId, filter: CustomFilterId, me: UserId) -> Result<CustomFilter> {
    let find = select("f.id = $3 AND f.project_id = $1 AND (f.user_id = $2 OR f.is_shared = 1)");
    let found = conn.one(&find, params![project.get(), me.get(), filter.get()]).await?;
    found.ok_or(Error::NotFound(Kind::CustomFilter))
}

fn select(which: &str) -> String {
    format!(
        "SELECT {} FROM custom_filters f JOIN users u ON u.id = f.user_id WHERE {which}",
        CustomFilter::COLUMNS
    )
}
