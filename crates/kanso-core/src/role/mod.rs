//! Roles that a project made up for itself: like a member's, but for what they are kept from.

mod change;
mod find;
mod restrict;

use kanso_db::{Conn, params, row};
use kanso_domain::{ProjectId, RoleId};

use crate::{Error, Kind, Result};

pub use change::{create_role, remove_role, rename_role};
pub(crate) use find::is_made_up;
pub use find::{find_role, list_role_names, list_roles};
pub(crate) use restrict::write as write_restrictions;
pub use restrict::{find_rights, restrict_role};

row! {
    /// A role of a project.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Role {
        pub id: RoleId as i64 = "r.role_id",
        /// What people are given.
        pub name: String = "r.role",
        pub project_id: ProjectId as i64 = "r.project_id",
        /// How many people and groups have it.
        pub holders: i64 = "(SELECT COUNT(*) FROM project_has_users m WHERE m.project_id = r.project_id \
            AND m.role = r.role) + (SELECT COUNT(*) FROM project_has_groups g WHERE g.project_id = r.project_id \
            AND g.role = r.role)",
    }
}

/// The role, if it is the project's.
async fn load(conn: &Conn, project: ProjectId, role: RoleId) -> Result<Role> {
    let find = format!(
        "SELECT {} FROM project_has_roles r WHERE r.role_id = $1 AND r.project_id = $2",
        Role::COLUMNS
    );
    conn.one(&find, params![role.get(), project.get()]).await?.ok_or(Error::NotFound(Kind::Role))
}
