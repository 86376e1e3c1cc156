//! Projects and who belongs to them.

mod access;
mod copy;
mod create;
mod find;
mod groups;
mod holders;
mod members;
mod people;
mod permission;
mod remove;
mod removed;
mod restore;
mod update;

use kanso_db::{Conn, params, row};
use kanso_domain::{ProjectId, Subject, UserId};

use crate::event::Managed;
use crate::{Error, Kind, Result};

pub(crate) use access::close_private;
pub use access::{disable_public_access, enable_public_access, set_active};
pub use copy::{Parts, copy_project, copy_project_privately, import_tasks};
pub use create::{NewProject, create_private_project, create_project};
pub use find::{
    ProjectSummary, count_open_tasks, find_first_project, find_project, find_project_by_email,
    find_project_by_identifier, find_project_by_name, list_all_projects, list_managed_projects,
    list_my_project_names, list_my_projects, list_project_summaries, list_projects_of_user,
};
pub use groups::{add_group, change_group_role, remove_group};
pub use holders::{Holders, Member, MemberGroup, Strangers, list_holders, list_strangers};
pub(crate) use members::enter as enter_member;
pub use members::{add_member, change_member_role, remove_member};
pub(crate) use people::require_assignable;
pub use people::{find_member_role, list_assignable_users, list_members, list_mentionable};
pub(crate) use permission::{Holder, exchange_role, take_all};
pub(crate) use remove::erase;
pub use remove::remove_project;
pub(crate) use removed::removed;
pub use removed::{RemovedProject, list_removed_projects};
pub(crate) use restore::purge_old;
pub use restore::{purge_project, restore_project};
pub use update::{ProjectPatch, update_project};

row! {
    /// A project, with Kanboard's fields in Kanboard's order. `is_everybody_allowed` and
    /// `show_default_swimlane` are relics that never change.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct Project {
        pub id: ProjectId as i64,
        pub name: String,
        pub is_active: i64,
        pub token: String,
        pub last_modified: i64,
        pub is_public: i64,
        pub is_private: i64,
        pub is_everybody_allowed: i64 = "0",
        pub default_swimlane: String,
        pub show_default_swimlane: i64 = "1",
        pub description: Option<String>,
        pub identifier: Option<String>,
        pub start_date: Option<String>,
        pub end_date: Option<String>,
        pub owner_id: Option<UserId> as Option<i64>,
        pub priority_default: i64,
        pub priority_start: i64,
        pub priority_end: i64,
        pub email: Option<String>,
        pub predefined_email_subjects: Option<String>,
        pub per_swimlane_task_limits: i64,
        pub task_limit: i64,
        pub enable_global_tags: i64,
    }
}

impl Managed for Project {
    const SUBJECT: Subject = Subject::Project;
    /// Who knows the token sees the board.
    const SECRETS: &'static [&'static str] = &["token"];

    fn id(&self) -> i64 {
        self.id.get()
    }

    fn project(&self) -> ProjectId {
        self.id
    }
}

/// The project, inside a change that locked it or after a question for permission: also one that was removed.
pub(crate) async fn load(conn: &Conn, project: ProjectId) -> Result<Project> {
    let find = format!("SELECT {} FROM projects WHERE id = $1", Project::COLUMNS);
    conn.one(&find, params![project.get()]).await?.ok_or(Error::NotFound(Kind::Project))
}
