//! The people of a project, by themselves and through groups.

use std::collections::BTreeMap;

use kanso_db::{Conn, params};
use kanso_domain::{GivenRole, Permission, ProjectId, ProjectRole, UserId, effective_role};

use crate::access::{active_role_name, role_name};
use crate::{Actor, App, Error, Fault, Result};

/// The name of the role that counts for a user in a project, whatever it is: their own, else the highest of their
/// groups'; `None` without one.
#[crate::use_case]
pub async fn find_member_role(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    user: UserId,
) -> Result<Option<String>> {
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move { role_name(conn, project, user).await })
    })
    .await
}

/// The people of a project by display name, disabled accounts too.
#[crate::use_case]
pub async fn list_members(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<(UserId, String)>> {
    Ok(list(app, actor, project).await?.into_iter().map(|person| (person.id, person.name)).collect())
}

/// User names and display names of the active people of a project, by display name: whom a text can mention.
#[crate::use_case]
pub async fn list_mentionable(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<(String, String)>> {
    let people = list(app, actor, project).await?.into_iter().filter(|person| person.is_active);
    Ok(people.map(|person| (person.username, person.name)).collect())
}

/// Who can be given tasks of a project, by display name: active people that may work in it. A role that Kanso does
/// not know counts, as in Kanboard, although it gives no access.
#[crate::use_case]
pub async fn list_assignable_users(
    app: &App,
    actor: &Actor,
    project: ProjectId,
) -> Result<Vec<(UserId, String)>> {
    let people = list(app, actor, project).await?.into_iter();
    let assignable = people.filter_map(|person| {
        let role = effective_role(person.given).filter(|_| person.is_active);
        may_have_tasks(role.as_deref()).then_some((person.id, person.name))
    });
    Ok(assignable.collect())
}

/// Refuses a person who cannot be given tasks of the project; 0, nobody, always can.
pub(crate) async fn require_assignable(conn: &Conn, project: ProjectId, user: UserId) -> Result<()> {
    if user.is_none() {
        return Ok(());
    }
    let role = active_role_name(conn, project, user).await?;
    may_have_tasks(role.as_deref()).then_some(()).ok_or(Error::Invalid(Fault::NotAssignable))
}

fn may_have_tasks(role: Option<&str>) -> bool {
    role.is_some_and(|role| role != ProjectRole::Viewer.as_str())
}

/// Somebody with the roles they were given in a project.
struct Person {
    id: UserId,
    name: String,
    username: String,
    is_active: bool,
    given: Vec<GivenRole>,
}

async fn list(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Person>> {
    const LIST: &str = "SELECT u.id, u.username, u.name, u.is_active, m.role, 1 FROM project_has_users m \
        JOIN users u ON u.id = m.user_id WHERE m.project_id = $1 \
        UNION ALL SELECT u.id, u.username, u.name, u.is_active, g.role, 0 FROM project_has_groups g \
        JOIN group_has_users m ON m.group_id = g.group_id JOIN users u ON u.id = m.user_id WHERE g.project_id = $1";
    type Given = (i64, String, Option<String>, i64, String, i64);
    let rows: Vec<Given> = app
        .read_in(actor, project, Permission::ViewProject, move |conn, project| {
            Box::pin(async move { Ok(conn.all(LIST, params![project.get()]).await?) })
        })
        .await?;
    let mut people = BTreeMap::<i64, Person>::new();
    for (id, username, name, active, role, direct) in rows {
        let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| username.clone());
        let new = || Person { id: id.into(), name, username, is_active: active == 1, given: Vec::new() };
        let given = GivenRole { name: role, is_direct: direct == 1 };
        people.entry(id).or_insert_with(new).given.push(given);
    }
    let mut people: Vec<Person> = people.into_values().collect();
    // Sorted here: the databases' collations differ.
    people.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(people)
}
