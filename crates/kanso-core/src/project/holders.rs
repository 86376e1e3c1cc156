//! Who has which role in a project, and who could be given one.

use kanso_db::{params, row};
use kanso_domain::{GroupId, Permission, ProjectId, UserId};

use crate::{Actor, App, Result};

row! {
    /// Somebody who has a role in a project by themselves.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Member {
        pub id: UserId as i64 = "u.id",
        pub username: String = "u.username",
        pub name: Option<String> = "u.name",
        pub is_active: i64 = "u.is_active",
        /// One of Kanboard's, or one that the project made up.
        pub role: String = "m.role",
    }
}

row! {
    /// A group whose members have a role in a project.
    #[derive(Clone, Debug, PartialEq)]
    pub struct MemberGroup {
        pub id: GroupId as i64 = "g.id",
        pub name: String = "g.name",
        pub role: String = "m.role",
        /// How many people are in it.
        pub people: i64 = "(SELECT COUNT(*) FROM group_has_users h WHERE h.group_id = g.id)",
    }
}

/// Who has a role in a project.
#[derive(Clone, Debug, Default)]
pub struct Holders {
    /// By display name.
    pub members: Vec<Member>,
    /// By name.
    pub groups: Vec<MemberGroup>,
}

/// Who could be given a role in a project: active people and groups that have none.
#[derive(Clone, Debug, Default)]
pub struct Strangers {
    /// With what they are called, by that.
    pub people: Vec<(UserId, String)>,
    /// By name.
    pub groups: Vec<(GroupId, String)>,
}

impl Member {
    /// The name to show: the name, else the user name.
    pub fn display_name(&self) -> &str {
        self.name.as_deref().filter(|name| !name.is_empty()).unwrap_or(&self.username)
    }
}

/// Who has a role in the project, for everybody who sees it.
#[crate::use_case]
pub async fn list_holders(app: &App, actor: &Actor, project: ProjectId) -> Result<Holders> {
    let members = format!(
        "SELECT {} FROM project_has_users m JOIN users u ON u.id = m.user_id WHERE m.project_id = $1",
        Member::COLUMNS
    );
    let groups = format!(
        "SELECT {} FROM project_has_groups m JOIN groups g ON g.id = m.group_id WHERE m.project_id = $1",
        MemberGroup::COLUMNS
    );
    let mut holders = app
        .read_in(actor, project, Permission::ViewProject, move |conn, project| {
            Box::pin(async move {
                let members: Vec<Member> = conn.all(&members, params![project.get()]).await?;
                let groups: Vec<MemberGroup> = conn.all(&groups, params![project.get()]).await?;
                Ok(Holders { members, groups })
            })
        })
        .await?;
    // Sorted here: the databases' collations differ.
    holders.members.sort_by_cached_key(|member| (member.display_name().to_lowercase(), member.id));
    holders.groups.sort_by_cached_key(|group| (group.name.to_lowercase(), group.id));
    Ok(holders)
}

/// Who could be given a role in the project.
#[crate::use_case]
pub async fn list_strangers(app: &App, actor: &Actor, project: ProjectId) -> Result<Strangers> {
    const PEOPLE: &str = "SELECT id, username, name FROM users u WHERE u.is_active = 1 AND NOT EXISTS \
        (SELECT 1 FROM project_has_users m WHERE m.project_id = $1 AND m.user_id = u.id)";
    const GROUPS: &str = "SELECT id, name FROM groups g WHERE NOT EXISTS \
        (SELECT 1 FROM project_has_groups m WHERE m.project_id = $1 AND m.group_id = g.id)";
    let (people, groups) = app
        .read_in(actor, project, Permission::ManageProject, move |conn, project| {
            Box::pin(async move {
                let people: Vec<(i64, String, Option<String>)> =
                    conn.all(PEOPLE, params![project.get()]).await?;
                let groups: Vec<(i64, String)> = conn.all(GROUPS, params![project.get()]).await?;
                Ok((people, groups))
            })
        })
        .await?;
    let called = |username: String, name: Option<String>| match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("{name} ({username})"),
        None => username,
    };
    let mut strangers = Strangers {
        people: people.into_iter().map(|(id, username, name)| (id.into(), called(username, name))).collect(),
        groups: groups.into_iter().map(|(id, name)| (id.into(), name)).collect(),
    };
    strangers.people.sort_by_cached_key(|(id, name)| (name.to_lowercase(), *id));
    strangers.groups.sort_by_cached_key(|(id, name)| (name.to_lowercase(), *id));
    Ok(strangers)
}
