//! People who prove elsewhere who they are: in a directory, to a proxy, to a provider of identities.
//!
//! The places themselves are the edges' business, and come in as [`Lookup`] and [`Provider`]. What they say of a person
//! arrives here as a [`Person`], and `admit.rs` makes an account of it, or says why not.

mod admit;
mod answer;
mod directory;
mod groups;
mod provider;
mod proxy;

use kanso_domain::GroupRules;

pub(crate) use admit::{Known, Proven, admit};
pub use answer::forget_spent_answers;
pub(crate) use directory::{Asked, bring_in};
pub use directory::{Directory, Lookup, Verdict, has_directory, take_from_directory};
pub use provider::{Begun, Claims, Issuer, Provider, Returned, begin_at_provider, finish_at_provider};
pub use proxy::{Proxy, Vouched, admit_by_proxy};

/// The ways in besides a password that is kept here, as the operator set them.
#[derive(Clone, Default)]
pub struct SignOn {
    /// Where names and passwords are asked for that are kept elsewhere.
    pub directory: Option<Directory>,
    /// What a reverse proxy may say.
    pub proxy: Option<Proxy>,
    /// Who vouches for people that come from there.
    pub provider: Option<Issuer>,
    /// Whether the form for name and password is not shown, nor taken.
    pub hides_passwords: bool,
}

/// What another place says of somebody. Empty texts say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub username: String,
    /// The name to show.
    pub name: String,
    pub email: String,
    /// Such as `fr_FR`.
    pub language: String,
    /// The groups they are in; `None` where the place says nothing of groups.
    pub groups: Option<Vec<String>>,
}

/// Who of another place comes in, and as what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admission {
    /// Whether who has no account gets one.
    pub creates: bool,
    /// What groups mean.
    pub groups: GroupRules,
}

/// Why somebody who proved elsewhere who they are does not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    /// They have no account, and none is made by itself.
    NoAccount,
    /// The account is disabled.
    Disabled,
    /// They are in none of the groups that may come in.
    NoGroup,
    /// An account of that name is another's, or has a password of its own.
    NameTaken,
    /// What is said of them has no user name that could be one here.
    NoName,
    /// Their e-mail address is in none of the domains that may come in.
    Domain,
    /// Several accounts have their e-mail address, so none is theirs for certain.
    SeveralAccounts,
}

/// Another place does not answer, or answers what makes no sense; why, for the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Away(pub String);

impl std::fmt::Display for Denial {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NoAccount => "there is no account of this name, and none is made by itself",
            Self::Disabled => "the account is disabled",
            Self::NoGroup => "none of the groups may come in",
            Self::NameTaken => "an account of this name is another's, or has a password of its own",
            Self::NoName => "no user name was said that could be one here",
            Self::Domain => "the address is in none of the domains that may come in",
            Self::SeveralAccounts => "several accounts have this e-mail address",
        })
    }
}

impl Person {
    /// The same with what could be stored alone: blanks around it dropped, what is too long or no address left out.
    fn tidied(mut self) -> Self {
        use kanso_domain::text;
        for value in [&mut self.username, &mut self.name, &mut self.email, &mut self.language] {
            *value = value.trim().chars().filter(|c| !c.is_control()).collect();
        }
        self.name = self.name.chars().take(text::NAME).collect();
        if !text::is_email(&self.email) || !text::fits(&self.email, 255) {
            self.email.clear();
        }
        if !crate::user::is_language(&self.language) {
            self.language.clear();
        }
        self
    }
}
