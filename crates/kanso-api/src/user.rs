//! Accounts.

use std::sync::Arc;

use kanso_core::identity::take_from_directory;
use kanso_core::user::{self, NewUser, User, UserPatch};
use kanso_domain::{ApplicationRole, UserId};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use crate::application::Nothing;
use crate::error::{Failure, Outcome};
use crate::procedure::Caller;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneUser {
    pub(crate) user_id: Id<UserId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct NamedUser {
    username: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateUser {
    username: Given<String>,
    password: Given<String>,
    name: Given<String>,
    email: Given<String>,
    role: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateUser {
    id: Id<UserId>,
    username: Given<String>,
    name: Given<String>,
    email: Given<String>,
    role: Given<String>,
}

pub(crate) async fn create_user(by: Arc<Caller>, params: CreateUser) -> Outcome<UserId> {
    let role = match params.role.optional()? {
        Some(role) => role.parse().map_err(|_| Failure::Refused)?,
        None => ApplicationRole::User,
    };
    let new = NewUser {
        username: params.username.required()?,
        password: params.password.required()?,
        name: params.name.or_empty()?,
        email: params.email.or_empty()?,
        role,
    };
    Ok(user::create_user(&by.app, &by.actor, new).await?)
}

/// Kanboard answers `false` for whom the directory does not know, and when there is none to ask.
pub(crate) async fn create_ldap_user(by: Arc<Caller>, params: NamedUser) -> Outcome<UserId> {
    Ok(take_from_directory(&by.app, &by.actor, params.username.required()?).await?)
}

pub(crate) async fn update_user(by: Arc<Caller>, params: UpdateUser) -> Outcome<bool> {
    let role = params.role.optional()?.map(|role| role.parse().map_err(|_| Failure::Refused)).transpose()?;
    let patch = UserPatch {
        username: params.username.optional()?,
        name: params.name.optional()?,
        email: params.email.optional()?,
        role,
    };
    user::update_user(&by.app, &by.actor, params.id.0, patch).await?;
    Ok(true)
}

pub(crate) async fn remove_user(by: Arc<Caller>, params: OneUser) -> Outcome<bool> {
    user::remove_user(&by.app, &by.actor, params.user_id.0).await?;
    Ok(true)
}

pub(crate) async fn get_user(by: Arc<Caller>, params: OneUser) -> Outcome<User> {
    Ok(user::find_user(&by.app, &by.actor, params.user_id.0).await?)
}

pub(crate) async fn get_user_by_name(by: Arc<Caller>, params: NamedUser) -> Outcome<User> {
    // No account has an empty name: what is no text finds none.
    let username = params.username.required().unwrap_or_default();
    Ok(user::find_user_by_name(&by.app, &by.actor, username).await?)
}

/// By user name, byte by byte.
pub(crate) async fn get_all_users(by: Arc<Caller>, _: Nothing) -> Outcome<Vec<User>> {
    let mut users = user::list_users(&by.app, &by.actor).await?;
    users.sort_by(|a, b| a.username.cmp(&b.username));
    Ok(users)
}

pub(crate) async fn is_active_user(by: Arc<Caller>, params: OneUser) -> Outcome<bool> {
    Ok(user::find_user(&by.app, &by.actor, params.user_id.0).await?.is_active == 1)
}

pub(crate) async fn disable_user(by: Arc<Caller>, params: OneUser) -> Outcome<bool> {
    user::disable_user(&by.app, &by.actor, params.user_id.0).await?;
    Ok(true)
}

pub(crate) async fn enable_user(by: Arc<Caller>, params: OneUser) -> Outcome<bool> {
    user::enable_user(&by.app, &by.actor, params.user_id.0).await?;
    Ok(true)
}
