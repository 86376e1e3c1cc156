//! Composed rules: *when* any event of a task, *if* a filter finds it, *then* one or several deeds, with the rights of
//! who made the rule.

use std::collections::BTreeSet;

use kanso_db::{Conn, params};
use kanso_domain::{ActionId, EventFilter, EventName, Permission, ProjectId, Trigger, text};
use serde::{Deserialize, Serialize};

use super::{Action, Deed};
use crate::endpoint::check_filter;
use crate::{Actor, App, Error, Fault, Kind, Result, Settings, user};

/// How many deeds a rule can have.
pub const MOST_DEEDS: usize = 10;
const LONGEST_FILTER: usize = 1_000;

/// What a composed rule asks and does, besides what sets it off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Composed {
    /// In the search language; empty for all tasks.
    pub filter: String,
    /// What is done, one after the other.
    pub deeds: Vec<Deed>,
}

/// A composed rule as it is stored; `None` for Kanboard's actions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Composition(pub Option<Composed>);

impl From<String> for Composition {
    /// Text that this program did not write is a rule that does nothing.
    fn from(stored: String) -> Self {
        Self((!stored.is_empty()).then(|| serde_json::from_str(&stored).unwrap_or_default()))
    }
}

/// A composed rule to add.
#[derive(Clone, Debug)]
pub struct NewRule {
    /// The project it is for.
    pub project: ProjectId,
    /// Which events set it off, as [`EventFilter`] reads them, or [`Trigger::Daily`]'s name alone.
    pub events: String,
    /// What it asks and does.
    pub composed: Composed,
}

/// Adds a composed rule, which acts with the rights that the actor has when it runs.
///
/// # Errors
///
/// [`Error::Invalid`] for what makes no sense; [`Error::Forbidden`] for a token that is not for everything, since the
/// rule would have the rights of its owner.
#[crate::use_case]
pub async fn create_rule(app: &App, actor: &Actor, new: NewRule) -> Result<ActionId> {
    const INSERT: &str = "INSERT INTO actions \
        (project_id, event_name, action_name, params, reaches, owner_id, composed) \
        VALUES ($1, $2, '', '{}', $3, $4, $5) RETURNING id";
    if !actor.limits().are_none() {
        return Err(Error::Forbidden(Permission::ManageProject));
    }
    app.change(actor, new.project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let events = new.check(change.settings(), change.now())?;
            let stored = serde_json::to_string(&new.composed)?;
            let (reach, owner) = (new.composed.reaches().map(ProjectId::get), change.actor().user_id());
            let values = params![new.project.get(), events, reach, owner.get(), stored];
            let (id,) = change.conn().one::<(i64,)>(INSERT, values).await?.unwrap_or_default();
            change.rules_changed(new.project).await?;
            Ok(id.into())
        })
    })
    .await
}

/// Changes what a composed rule waits for, asks and does. From then on it acts with the rights of the actor, who
/// answers for what it says now; its log, and whether it is paused, stay.
///
/// # Errors
///
/// As [`create_rule`]; [`Kind::Action`] for what is no composed rule of the project.
#[crate::use_case]
pub async fn update_rule(app: &App, actor: &Actor, rule: ActionId, new: NewRule) -> Result<()> {
    const UPDATE: &str = "UPDATE actions SET event_name = $1, reaches = $2, owner_id = $3, composed = $4 \
        WHERE id = $5 AND project_id = $6 AND composed <> ''";
    if !actor.limits().are_none() {
        return Err(Error::Forbidden(Permission::ManageProject));
    }
    app.change(actor, new.project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let events = new.check(change.settings(), change.now())?;
            let stored = serde_json::to_string(&new.composed)?;
            let (reach, owner) = (new.composed.reaches().map(ProjectId::get), change.actor().user_id());
            let values = params![events, reach, owner.get(), stored, rule.get(), new.project.get()];
            let changed = change.conn().execute(UPDATE, values).await?;
            change.rules_changed(new.project).await?;
            (changed > 0).then_some(()).ok_or(Error::NotFound(Kind::Action))
        })
    })
    .await
}

impl NewRule {
    /// The events as they are stored.
    fn check(&self, settings: &Settings, now: i64) -> Result<String> {
        let composed = &self.composed;
        let events = match self.events.trim() {
            "" => return Err(Error::Invalid(Fault::Missing("events"))),
            daily if daily == Trigger::Daily.as_str() => daily.to_owned(),
            events => {
                let events = events.parse::<EventFilter>();
                events.map_err(|unknown| Error::Invalid(Fault::Event(unknown.0)))?.to_string()
            }
        };
        if !text::fits(&composed.filter, LONGEST_FILTER) {
            return Err(Error::Invalid(Fault::TooLong("query", LONGEST_FILTER)));
        }
        check_filter(&composed.filter, settings, now)?;
        composed.check_deeds()?;
        let others: BTreeSet<ProjectId> = composed.deeds.iter().filter_map(Deed::reaches).collect();
        // Who locks the project locks that one too: there is place for one.
        if others.len() > 1 || others.contains(&self.project) {
            return Err(Error::Invalid(Fault::Unknown("project")));
        }
        Ok(events)
    }
}

impl Composed {
    /// Refuses what makes no sense in any project.
    pub(crate) fn check_deeds(&self) -> Result<()> {
        if self.deeds.is_empty() {
            return Err(Error::Invalid(Fault::Missing("deeds")));
        }
        if self.deeds.len() > MOST_DEEDS {
            return Err(Error::Invalid(Fault::TooMany("deeds", MOST_DEEDS)));
        }
        self.deeds.iter().try_for_each(Deed::check)
    }

    /// The other project that it changes.
    pub(super) fn reaches(&self) -> Option<ProjectId> {
        self.deeds.iter().find_map(Deed::reaches)
    }
}

impl Action {
    /// The first of these names that a composed rule waits for.
    pub(crate) fn wanted(&self, names: impl IntoIterator<Item = EventName>) -> Option<EventName> {
        let events: EventFilter = self.event_name.parse().ok()?;
        names.into_iter().find(|name| events.matches(*name))
    }

    /// Who a composed rule acts for; `None` when they are gone or may not sign in.
    pub(crate) async fn owner(&self, conn: &Conn) -> Result<Option<Actor>> {
        if self.owner_id.is_none() {
            return Ok(Some(Actor::Application));
        }
        Ok(user::find_active_in(conn, self.owner_id).await?.map(Actor::User))
    }
}
