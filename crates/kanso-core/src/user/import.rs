//! Many accounts at once, from a list.

use std::collections::HashSet;

use kanso_domain::Permission;

use super::create::insert_user;
use super::{NewUser, password};
use crate::{Actor, App, Error, Fault, Result};

/// More accounts than this are not made at once: each password takes its time.
const MOST: usize = 1_000;

/// An account of a list. Who is remote proves elsewhere who they are; a password is not looked at then.
#[derive(Clone, Debug)]
pub struct ImportedUser {
    /// The account.
    pub new: NewUser,
    /// Whether the password is kept elsewhere.
    pub is_remote: bool,
}

/// What is wrong with each account of a list, for administrators; `None` for those that are good.
///
/// # Errors
///
/// [`Fault::Missing`] for an empty list, [`Fault::TooMany`] for one of more than 1,000.
#[crate::use_case]
pub async fn check_import(app: &App, actor: &Actor, users: &[ImportedUser]) -> Result<Vec<Option<Fault>>> {
    const NAMES: &str = "SELECT username FROM users";
    actor.require(Permission::Administrate)?;
    match users.len() {
        0 => return Err(Error::Invalid(Fault::Missing("file"))),
        many if many > MOST => return Err(Error::Invalid(Fault::TooMany("users", MOST))),
        _ => (),
    }
    let known = app.read(|conn| Box::pin(async move { Ok(conn.all::<(String,)>(NAMES, &[]).await?) }));
    let mut taken: HashSet<String> = known.await?.into_iter().map(|(name,)| name).collect();
    let judge = |user: &ImportedUser| match user.check() {
        Err(Error::Invalid(fault)) => Ok(Some(fault)),
        Err(error) => Err(error),
        // Two of the list cannot have the same name either.
        Ok(()) if !taken.insert(user.new.username.trim().to_owned()) => Ok(Some(Fault::Taken("username"))),
        Ok(()) => Ok(None),
    };
    users.iter().map(judge).collect()
}

/// Creates all accounts of a list or none, for administrators, and answers how many.
///
/// # Errors
///
/// As [`check_import`]; [`Error::Invalid`] also for the first account that is refused.
#[crate::use_case]
pub async fn import_users(app: &App, actor: &Actor, users: Vec<ImportedUser>) -> Result<usize> {
    let faults = check_import(app, actor, &users).await?;
    if let Some(fault) = faults.into_iter().flatten().next() {
        return Err(Error::Invalid(fault));
    }
    let count = users.len();
    let mut entries = Vec::with_capacity(count);
    for ImportedUser { new, is_remote } in users {
        let hash = if is_remote { None } else { Some(password::hash(app, new.password.clone()).await?) };
        entries.push((NewUser { username: new.username.trim().to_owned(), ..new }, hash));
    }
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            for (new, hash) in &entries {
                insert_user(change, new, hash.as_deref()).await?;
            }
            Ok(())
        })
    })
    .await?;
    Ok(count)
}

impl ImportedUser {
    fn check(&self) -> Result<()> {
        let named = NewUser { username: self.new.username.trim().to_owned(), ..self.new.clone() };
        if self.is_remote { named.check_names() } else { named.check() }
    }
}
