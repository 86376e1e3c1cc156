//! Accepting an invitation.

use kanso_db::{params, row};
use kanso_domain::{ApplicationRole, ProjectId, ProjectRole, UserId};

use crate::token::hashed;
use crate::user::{self, NewUser, hash_password};
use crate::{Actor, App, Error, Kind, Result, project};

/// What somebody says of the account they make.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// 1 to 191 characters, unique.
    pub username: String,
    /// At least 6 characters.
    pub password: String,
    /// The name to show; empty for the user name.
    pub name: String,
}

row! {
    struct Offer {
        email: String,
        project_id: Option<i64>,
    }
}

/// The address that an invitation was made for; `None` when the link is none, or good no more.
#[crate::use_case]
pub async fn find_invitation(app: &App, secret: &str) -> Result<Option<String>> {
    const FIND: &str = "SELECT email FROM invitations WHERE hash = $1 AND expires_at > $2";
    let (hash, now) = (hashed(secret), app.clock().now());
    let found = app.read(move |conn| {
        Box::pin(async move { Ok(conn.one::<(String,)>(FIND, params![hash, now]).await?) })
    });
    Ok(found.await?.map(|(email,)| email))
}

/// Makes the account that an invitation offers: of the lowest role, and a member of the invitation's project. The
/// link is good no more.
///
/// # Errors
///
/// [`Kind::Invitation`] when it was not good any more; [`Error::Invalid`] for values that are refused.
#[crate::use_case]
pub async fn accept_invitation(app: &App, secret: &str, new: NewAccount) -> Result<UserId> {
    const TAKE: &str =
        "DELETE FROM invitations WHERE hash = $1 AND expires_at > $2 RETURNING email, project_id";
    let link = hashed(secret);
    if find_invitation(app, secret).await?.is_none() {
        return Err(Error::NotFound(Kind::Invitation));
    }
    let mut new = NewUser {
        username: new.username.trim().to_owned(),
        password: new.password,
        name: new.name.trim().to_owned(),
        email: String::new(),
        role: ApplicationRole::User,
    };
    new.check()?;
    let hash = hash_password(app, new.password.clone()).await?;
    app.change_instance(&Actor::Application, move |change| {
        Box::pin(async move {
            let taken = change.conn().one::<Offer>(TAKE, params![link, change.now()]).await?;
            let offer = taken.ok_or(Error::NotFound(Kind::Invitation))?;
            new.email = offer.email;
            let created = user::insert_user(change, &new, Some(&hash)).await?;
            if let Some(project) = offer.project_id {
                join(change, project.into(), created).await?;
            }
            Ok(created)
        })
    })
    .await
}

/// Makes somebody a member of a project, as an administrator wished when they invited them.
async fn join(change: &mut crate::change::Change<'_>, project: ProjectId, user: UserId) -> Result<()> {
    if !change.join(project).await? {
        return Ok(());
    }
    let role = ProjectRole::Member.as_str().to_owned();
    project::enter_member(change, project, user, role).await
}
