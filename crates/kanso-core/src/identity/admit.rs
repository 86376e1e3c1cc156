//! Letting in who proved elsewhere who they are: the one place where such accounts are made and kept up to date.

use kanso_db::{params, row};
use kanso_domain::{Act, ApplicationRole, NamedChange, Standing, UserId, text};

use super::{Admission, Denial, Person, groups};
use crate::change::Change;
use crate::user::{NewUser, insert_user, load_user, record_user};
use crate::{Actor, App, Conflict, Error, Fault, Result, SignedIn};

/// Somebody who proved elsewhere who they are.
pub(crate) struct Proven {
    pub(crate) person: Person,
    pub(crate) known: Known,
    pub(crate) admission: Admission,
    /// Whether they are an administrator, whatever their groups are.
    pub(crate) is_administrator: bool,
}

/// By what such a person is known here.
#[derive(Clone, Debug)]
pub(crate) enum Known {
    /// By the user name.
    ByName {
        /// Whether accounts with a password of their own, or that a provider knows, are meant, too.
        means_all: bool,
    },
    /// By what a provider calls them, or by an address that it verified, where that is enough.
    ByProvider { issuer: String, subject: String, email: Option<String> },
}

row! {
    struct Account {
        id: UserId as i64 = "u.id",
        is_active: i64 = "u.is_active",
        is_ldap_user: i64 = "u.is_ldap_user",
        identities: i64 = "(SELECT COUNT(*) FROM identities i WHERE i.user_id = u.id)",
    }
}

/// Finds or makes the account of somebody who proved elsewhere who they are, and puts into it what is said of them.
///
/// # Errors
///
/// [`Conflict::NotLetIn`] says why they stay out.
pub(crate) async fn admit(app: &App, proven: Proven) -> Result<SignedIn> {
    let proven = Proven { person: proven.person.tidied(), ..proven };
    let admitted = app.change_instance(&Actor::Application, move |change| {
        Box::pin(async move {
            let account = proven.settle(change).await?;
            Ok(load_user(change.conn(), account).await?.signed_in())
        })
    });
    admitted.await
}

fn denied<T>(denial: Denial) -> Result<T> {
    Err(Error::Conflict(Conflict::NotLetIn(denial)))
}

impl Proven {
    async fn settle(&self, change: &mut Change<'_>) -> Result<UserId> {
        let role = match self.admission.groups.judge(self.person.groups.as_deref().unwrap_or_default()) {
            _ if self.is_administrator => Some(ApplicationRole::Admin),
            Standing::Outside => return denied(Denial::NoGroup),
            Standing::Inside(role) => role,
        };
        let account = match self.find(change).await? {
            Some(account) if account.is_active == 0 => return denied(Denial::Disabled),
            Some(account) => {
                self.update(change, account.id, role).await?;
                account.id
            }
            None => self.create(change, role).await?,
        };
        if let Some(groups) = &self.person.groups {
            groups::follow(change, account, groups).await?;
        }
        Ok(account)
    }

    /// The account that is meant, linked to the provider's name for the person where it was not yet.
    async fn find(&self, change: &Change<'_>) -> Result<Option<Account>> {
        let conn = change.conn();
        let by = |which: &str| format!("SELECT {} FROM users u WHERE {which}", Account::COLUMNS);
        match &self.known {
            Known::ByName { means_all } => {
                let found =
                    conn.one::<Account>(&by("u.username = $1"), params![&self.person.username]).await?;
                let is_theirs =
                    |account: &Account| *means_all || account.is_ldap_user == 1 && account.identities == 0;
                if found.as_ref().is_some_and(|account| !is_theirs(account)) {
                    return denied(Denial::NameTaken);
                }
                Ok(found)
            }
            Known::ByProvider { issuer, subject, email } => {
                const LINKED: &str =
                    "u.id IN (SELECT i.user_id FROM identities i WHERE i.issuer = $1 AND i.subject = $2)";
                let linked = conn.one::<Account>(&by(LINKED), params![issuer, subject]).await?;
                let Some(email) = email.as_ref().filter(|_| linked.is_none()) else { return Ok(linked) };
                let meant =
                    conn.all::<Account>(&by("lower(u.email) = $1"), params![email.to_lowercase()]).await?;
                if meant.len() > 1 {
                    return denied(Denial::SeveralAccounts);
                }
                // Who is known by another name to this provider is somebody else.
                let meant = meant.into_iter().next().filter(|account| account.identities == 0);
                if let Some(account) = meant.as_ref().filter(|account| account.is_active == 1) {
                    self.link(change, account.id).await?;
                }
                Ok(meant)
            }
        }
    }

    async fn link(&self, change: &Change<'_>, user: UserId) -> Result<()> {
        const LINK: &str =
            "INSERT INTO identities (user_id, issuer, subject, created_at) VALUES ($1, $2, $3, $4)";
        if let Known::ByProvider { issuer, subject, .. } = &self.known {
            change.conn().execute(LINK, params![user.get(), issuer, subject, change.now()]).await?;
        }
        Ok(())
    }

    async fn create(&self, change: &mut Change<'_>, role: Option<ApplicationRole>) -> Result<UserId> {
        const SPEAK: &str = "UPDATE users SET language = $1 WHERE id = $2";
        let Person { username, name, email, language, .. } = &self.person;
        if !self.admission.creates {
            return denied(Denial::NoAccount);
        }
        if username.is_empty() || !text::fits(username, text::NAME) || username == "jsonrpc" {
            return denied(Denial::NoName);
        }
        let new = NewUser {
            username: username.clone(),
            password: String::new(),
            name: name.clone(),
            email: email.clone(),
            role: role.unwrap_or(ApplicationRole::User),
        };
        let created = insert_user(change, &new, None).await.map_err(|error| {
            let is_taken = matches!(error, Error::Invalid(Fault::Taken(_)));
            if is_taken { Error::Conflict(Conflict::NotLetIn(Denial::NameTaken)) } else { error }
        })?;
        if !language.is_empty() {
            change.conn().execute(SPEAK, params![language, created.get()]).await?;
        }
        self.link(change, created).await?;
        Ok(created)
    }

    /// What is said elsewhere goes before what somebody typed here; what is not said there stays.
    async fn update(
        &self,
        change: &mut Change<'_>,
        user: UserId,
        role: Option<ApplicationRole>,
    ) -> Result<()> {
        const UPDATE: &str = "UPDATE users SET name = $1, email = $2, role = $3 WHERE id = $4";
        let before = load_user(change.conn(), user).await?;
        let said = |text: &str, stored: &Option<String>| match text {
            "" => stored.clone(),
            text => Some(text.to_owned()),
        };
        let mut after = before.clone();
        after.name = said(&self.person.name, &before.name);
        after.email = said(&self.person.email, &before.email);
        after.role = role.map_or(after.role, |role| role.as_str().to_owned());
        let changes = [
            NamedChange::between("name", before.name, after.name.clone()),
            NamedChange::between("email", before.email, after.email.clone()),
            NamedChange::between("role", before.role, after.role.as_str()),
        ];
        let changes: Vec<_> = changes.into_iter().flatten().collect();
        if changes.is_empty() {
            return Ok(());
        }
        let values = params![after.name.as_deref(), after.email.as_deref(), &after.role, user.get()];
        change.conn().execute(UPDATE, values).await?;
        record_user(change, Act::Update, &after, changes).await
    }
}
