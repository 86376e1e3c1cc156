//! Ready-made filters, as links that put them into the box.

use kanso_core::custom_filter::CustomFilter;
use kanso_domain::ProjectId;
use kanso_domain::search::{and, with};

use super::view::{ChoiceView, ChoicesView, place_of};
use crate::address;
use crate::page::Page;

/// Filters that every project has, with the key of their name.
const COMMON: [(&str, &str); 9] = [
    ("filter-open", "status:open"),
    ("filter-mine", "status:open assignee:me"),
    ("filter-today", "status:open due:today"),
    ("filter-tomorrow", "status:open due:tomorrow"),
    ("filter-overdue", "status:open due:<today"),
    ("filter-unassigned", "status:open assignee:nobody"),
    ("filter-no-category", "status:open category:none"),
    ("filter-recent", "status:open modified:>=yesterday"),
    ("filter-closed", "status:closed"),
];

/// Where choices lead, and from where.
pub(super) struct Place<'a> {
    pub(super) page: &'a Page,
    pub(super) project: ProjectId,
    pub(super) view: &'static str,
    /// The filter that is there.
    pub(super) query: &'a str,
}

impl Place<'_> {
    pub(super) fn common(&self) -> ChoicesView {
        let choices = COMMON.iter().map(|(key, filter)| self.choice(self.page.text(key), filter));
        ChoicesView { title: self.page.text("filters"), choices: choices.collect() }
    }

    pub(super) fn kept(&self, kept: &[CustomFilter]) -> ChoicesView {
        let choices = kept.iter().map(|kept| ChoiceView {
            label: kept.name.clone(),
            href: self.href_of(kept),
            is_chosen: kept.filter == self.query,
        });
        ChoicesView { title: self.page.text("filters-kept"), choices: choices.collect() }
    }

    pub(super) fn people(&self, people: &[(kanso_domain::UserId, String)]) -> ChoicesView {
        let people = people.iter().map(|(id, name)| (name.clone(), id.to_string()));
        self.values("assignee", self.page.text("assignee"), people)
    }

    pub(super) fn categories(&self, names: impl Iterator<Item = String>) -> ChoicesView {
        self.values("category", self.page.text("category"), names.map(|name| (name.clone(), name)))
    }

    /// The filter with each of these values in place of what it asks of the attribute.
    fn values(
        &self,
        attribute: &str,
        title: String,
        values: impl Iterator<Item = (String, String)>,
    ) -> ChoicesView {
        let choices = values.map(|(label, value)| self.choice(label, &with(self.query, attribute, &value)));
        ChoicesView { title, choices: choices.collect() }
    }

    /// Where choosing a kept filter leads.
    pub(super) fn href_of(&self, kept: &CustomFilter) -> String {
        match kept.appends {
            1 => self.href(&and(self.query, &kept.filter)),
            _ => self.href(&kept.filter),
        }
    }

    fn choice(&self, label: String, filter: &str) -> ChoiceView {
        ChoiceView { label, href: self.href(filter), is_chosen: filter == self.query }
    }

    fn href(&self, filter: &str) -> String {
        address::with(&place_of(self.project, self.view), &[("q", filter)])
    }
}
