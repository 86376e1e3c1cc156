//! What a rule is to be, as requests say it.

use kanso_core::action::{Composed, NewRule as New};
use kanso_domain::ProjectId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::deed::RuleDeed;
use crate::rest::input::given;

/// A new composed rule, which acts with the rights of who makes it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRule {
    /// Names of events, `task.*`, `!task.update`; or `task.cronjob.daily` alone.
    #[schema(example = json!(["task.move.column"]))]
    events: Vec<String>,
    /// Which tasks, in the search language; all unless said.
    #[serde(default)]
    #[schema(example = "priority:>=2")]
    filter: Option<String>,
    /// What is done, one after the other: from one to ten.
    deeds: Vec<RuleDeed>,
}

/// Changes of a composed rule. What is left out stays; a filter of null finds all tasks. The rule then acts with the
/// rights of who changed it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RuleChanges {
    /// Names of events, `task.*`, `!task.update`; or `task.cronjob.daily` alone.
    events: Option<Vec<String>>,
    /// Which tasks, in the search language.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    filter: Option<Option<String>>,
    /// What is done, one after the other: from one to ten.
    deeds: Option<Vec<RuleDeed>>,
}

impl NewRule {
    /// The rule to make.
    pub(crate) fn read(self, project: ProjectId) -> New {
        let filter = self.filter.unwrap_or_default().trim().to_owned();
        let composed = Composed { filter, deeds: self.deeds.into_iter().map(Into::into).collect() };
        New { project, events: self.events.join(", "), composed }
    }
}

impl RuleChanges {
    /// The rule as it shall be, of how it is now.
    pub(crate) fn apply(self, project: ProjectId, events: String, before: Composed) -> New {
        let filter = self.filter.map(|filter| filter.unwrap_or_default().trim().to_owned());
        let deeds = self.deeds.map(|deeds| deeds.into_iter().map(Into::into).collect());
        let composed =
            Composed { filter: filter.unwrap_or(before.filter), deeds: deeds.unwrap_or(before.deeds) };
        New { project, events: self.events.map_or(events, |events| events.join(", ")), composed }
    }
}
