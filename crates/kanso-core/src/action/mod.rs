//! Automatic actions: what a project does by itself when something happens in it.
//!
//! `kanso_domain::action` has the table of what there is. Here they are kept (`change.rs`, `find.rs`); one that an
//! event sets off is judged by what was true then (`decide.rs`, `effect.rs`) and carried out on what is true now
//! (`carry_out.rs`). `follow/actions.rs` and `daily.rs` set them off; what comes of each is written down with it
//! (`log.rs`, `history.rs`).

mod carry_out;
mod change;
mod composed;
mod copy;
mod daily;
mod decide;
mod deed;
mod effect;
mod facts;
mod find;
mod history;
mod log;
mod mail;
mod outcome;
mod pause;
mod place;
mod trial;
mod unmet;

use std::collections::BTreeMap;

use kanso_db::row;
use kanso_domain::{ActionId, ProjectId, UserId};

use crate::{Error, Fault, Result};

pub(crate) use carry_out::{Carried, carry_out};
pub use change::{NewAction, create_action, remove_action, update_action};
pub use composed::{Composed, Composition, MOST_DEEDS, NewRule, create_rule, update_rule};
pub(crate) use copy::copy;
pub use copy::{Copied, copy_actions};
pub use daily::{next_daily, run_daily};
pub(crate) use decide::{Occasion, Verdict, decide};
pub use deed::{Addressee, Deed};
pub(crate) use effect::Effect;
pub(crate) use facts::{Facts, open_tasks, task_facts};
pub use find::{find_action, list_actions, list_rules};
pub(crate) use find::{has_any, load};
pub use history::{Entry, Logged, list_action_log};
pub use log::{LOGGED_DAYS, forget_old_log};
pub(crate) use log::{Left, Setoff, note, note_left};
pub use outcome::Outcome;
pub use pause::pause_action;
pub(crate) use place::Place;
pub use trial::{Trial, try_action};
pub use unmet::Unmet;

row! {
    /// An automatic action of a project, with Kanboard's fields.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Action {
        pub id: ActionId as i64,
        pub project_id: ProjectId as i64,
        /// What sets it off: the name of a [`Trigger`](kanso_domain::Trigger), or what an
        /// [`EventFilter`](kanso_domain::EventFilter) reads, for composed rules.
        pub event_name: String,
        /// What it does: the name of a [`Rule`](kanso_domain::Rule); empty for composed rules.
        pub action_name: String,
        pub params: Params as String,
        /// 1 while it does nothing.
        pub paused: i64,
        /// Who made it; 0 for the application.
        pub owner_id: UserId as i64,
        /// What a composed rule asks and does.
        pub composed: Composition as String,
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
