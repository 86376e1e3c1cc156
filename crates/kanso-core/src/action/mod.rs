//! Automatic actions: what a project does by itself when something happens in it.
//!
//! `kanso_domain::action` has the table of what there is. Here they are kept (`change.rs`, `find.rs`); one that an
//! event sets off is judged by what was true then (`decide.rs`, `effect.rs`) and carried out on what is true now
//! (`carry_out.rs`). `follow/actions.rs` and `daily.rs` set them off.

mod carry_out;
mod change;
mod copy;
mod daily;
mod decide;
mod effect;
mod facts;
mod find;
mod mail;

use std::collections::BTreeMap;

use kanso_db::row;
use kanso_domain::{ActionId, ProjectId};

use crate::{Error, Fault, Result};

pub(crate) use carry_out::carry_out;
pub use change::{NewAction, create_action, remove_action};
pub(crate) use copy::copy;
pub use daily::{next_daily, run_daily};
pub(crate) use decide::{Occasion, decide};
pub(crate) use facts::{Facts, open_tasks};
pub use find::list_actions;
pub(crate) use find::{has_any, load};

row! {
    /// An automatic action of a project, with Kanboard's fields.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct Action {
        pub id: ActionId as i64,
        pub project_id: ProjectId as i64,
        /// What sets it off: the name of a [`Trigger`](kanso_domain::Trigger).
        pub event_name: String,
        /// What it does: the name of a [`Rule`](kanso_domain::Rule).
        pub action_name: String,
        pub params: Params as String,
    }
}

/// The parameters of an automatic action, by name, as text.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Params(pub BTreeMap<String, String>);

impl From<String> for Params {
    /// Text that this program did not write holds no parameters; the action then does nothing.
    fn from(stored: String) -> Self {
        Self(serde_json::from_str(&stored).unwrap_or_default())
    }
}

impl Params {
    pub(crate) fn text(&self, name: &'static str) -> Result<&str> {
        self.0.get(name).map(String::as_str).ok_or(Error::Invalid(Fault::Missing(name)))
    }

    pub(crate) fn number(&self, name: &'static str) -> Result<i64> {
        self.text(name)?.parse().map_err(|_| Error::Invalid(Fault::Unknown(name)))
    }
}
