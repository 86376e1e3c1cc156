//! The person who calls, and what is theirs.

use std::sync::Arc;

use kanso_core::project::{self, NewProject};
use kanso_core::task::{self, OverdueTask};
use kanso_core::user::{User, find_user};
use kanso_domain::{ProjectId, UserId};
use kanso_rpc::lenient::Given;
use serde::{Deserialize, Serialize};

use crate::application::Nothing;
use crate::error::Outcome;
use crate::json::Dictionary;
use crate::procedure::Caller;
use crate::project::ProjectAnswer;

/// An account as its owner sees it: Kanboard's session, without its secrets.
#[derive(Serialize)]
pub(crate) struct Me {
    id: UserId,
    username: String,
    is_ldap_user: bool,
    name: Option<String>,
    email: Option<String>,
    google_id: Option<String>,
    github_id: Option<String>,
    notifications_enabled: i64,
    timezone: Option<String>,
    language: Option<String>,
    disable_login_form: i64,
    twofactor_activated: bool,
    notifications_filter: i64,
    nb_failed_login: i64,
    lock_expiration_date: i64,
    gitlab_id: Option<i64>,
    role: String,
    is_active: i64,
    avatar_path: Option<String>,
    filter: Option<String>,
    theme: String,
}

impl From<User> for Me {
    fn from(user: User) -> Self {
        Self {
            id: user.id,
            username: user.username,
            is_ldap_user: user.is_ldap_user == 1,
            name: user.name,
            email: user.email,
            google_id: user.google_id,
            github_id: user.github_id,
            notifications_enabled: user.notifications_enabled,
            timezone: user.timezone,
            language: user.language,
            disable_login_form: user.disable_login_form,
            twofactor_activated: user.twofactor_activated == 1,
            notifications_filter: user.notifications_filter,
            nb_failed_login: user.nb_failed_login,
            lock_expiration_date: user.lock_expiration_date,
            gitlab_id: user.gitlab_id,
            role: user.role,
            is_active: user.is_active,
            avatar_path: user.avatar_path,
            filter: user.filter,
            theme: user.theme,
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct PrivateProject {
    name: Given<String>,
    description: Given<String>,
}

pub(crate) async fn get_me(by: Arc<Caller>, _: Nothing) -> Outcome<Me> {
    Ok(find_user(&by.app, &by.actor, by.actor.user_id()).await?.into())
}

pub(crate) async fn get_my_projects(by: Arc<Caller>, _: Nothing) -> Outcome<Vec<ProjectAnswer>> {
    let projects = project::list_my_projects(&by.app, &by.actor).await?;
    Ok(ProjectAnswer::list(&by, projects))
}

pub(crate) async fn get_my_projects_list(
    by: Arc<Caller>,
    _: Nothing,
) -> Outcome<Dictionary<ProjectId, String>> {
    Ok(Dictionary(project::list_my_project_names(&by.app, &by.actor).await?))
}

pub(crate) async fn get_my_overdue_tasks(by: Arc<Caller>, _: Nothing) -> Outcome<Vec<OverdueTask>> {
    Ok(task::list_my_overdue_tasks(&by.app, &by.actor).await?)
}

pub(crate) async fn create_my_private_project(by: Arc<Caller>, params: PrivateProject) -> Outcome<ProjectId> {
    let new = NewProject {
        name: params.name.required()?,
        description: params.description.optional()?,
        ..NewProject::default()
    };
    Ok(project::create_private_project(&by.app, &by.actor, new).await?)
}
