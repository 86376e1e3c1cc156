//! The form of an endpoint as its page shows it.

use kanso_core::endpoint::{Header, Ordering, Retries};

use super::fields::{Fields, Which};
use super::formats::{self, FormatChoice};
use super::names::{self, EventGroup};
use super::preview::PreviewView;
use super::wrong::Wrong;
use crate::page::Page;

/// Rows for headers that a form without script offers beside those there are.
const SPARE_ROWS: usize = 2;

/// Something to choose, with its name.
pub(crate) struct Choice {
    pub(crate) id: &'static str,
    pub(crate) name: String,
    pub(crate) is_chosen: bool,
}

/// The form: the fields, what to choose from, and what is wrong with them.
pub(crate) struct FormView {
    pub(crate) fields: Fields,
    pub(crate) formats: Vec<FormatChoice>,
    pub(crate) groups: Vec<EventGroup>,
    pub(crate) headers: Vec<Header>,
    pub(crate) orderings: Vec<Choice>,
    pub(crate) retries: Vec<Choice>,
    pub(crate) wrong: Option<Wrong>,
    /// Whether only the address was refused, which the form may be saved in spite of.
    pub(crate) may_insist: bool,
    pub(crate) allows_private: bool,
    /// Whether the settings say address, format and token.
    pub(crate) is_of_settings: bool,
    pub(crate) preview: Option<PreviewView>,
}

impl FormView {
    pub(super) fn new(page: &Page, fields: Fields, allows_private: bool, is_of_settings: bool) -> Self {
        let is_ticked = |name: &str| fields.events.iter().any(|ticked| ticked == name);
        let spare = Header { name: String::new(), value: String::new(), secret: false };
        let headers = fields.headers.iter().cloned().chain(vec![spare; SPARE_ROWS]);
        Self {
            formats: formats::choices(page, &fields.format),
            groups: names::groups(page, fields.project.is_some(), |name| is_ticked(name.as_str())),
            headers: headers.collect(),
            orderings: Ordering::ALL.iter().map(|ordering| of_ordering(page, *ordering, &fields)).collect(),
            retries: Retries::ALL.iter().map(|retries| of_retries(page, *retries, &fields)).collect(),
            wrong: None,
            may_insist: false,
            allows_private,
            is_of_settings,
            preview: None,
            fields,
        }
    }

    /// What is wrong with a field, if anything is.
    pub(crate) fn fault(&self, field: &str) -> Option<&str> {
        self.wrong.as_ref().filter(|wrong| wrong.field == field).map(|wrong| wrong.words.as_str())
    }

    /// What is wrong and is said at no field.
    pub(crate) fn fault_of_all(&self) -> Option<&str> {
        let wrong = self.wrong.as_ref()?;
        let is_shown = ["name", "url", "format", "token", "events", "filter", "template", "headers"]
            .contains(&wrong.field)
            || self.is_advanced_wrong();
        (!is_shown).then_some(wrong.words.as_str())
    }

    pub(crate) fn is_advanced_wrong(&self) -> bool {
        let folded = ["ordering", "concurrency", "rate_limit", "timeout_ms", "retries"];
        self.wrong.as_ref().is_some_and(|wrong| folded.contains(&wrong.field))
    }

    pub(crate) fn has_headers(&self) -> bool {
        !self.fields.headers.is_empty() || self.fault("headers").is_some()
    }

    /// Whether the events are chosen this way: `all`, `these` or `patterns`.
    pub(crate) fn chooses(&self, which: &str) -> bool {
        self.fields.which.as_str() == which
    }

    /// Whether there are patterns worth showing.
    pub(crate) fn patterns(&self) -> &str {
        if self.fields.which == Which::All { "" } else { &self.fields.patterns }
    }
}

fn of_ordering(page: &Page, ordering: Ordering, fields: &Fields) -> Choice {
    let name = match ordering {
        Ordering::Task => page.text("ordering-task"),
        Ordering::Endpoint => page.text("ordering-endpoint"),
        Ordering::None => page.text("ordering-none"),
    };
    Choice { id: ordering.as_str(), name, is_chosen: ordering.as_str() == fields.ordering }
}

fn of_retries(page: &Page, retries: Retries, fields: &Fields) -> Choice {
    let name = match retries {
        Retries::Standard => page.text("retries-standard"),
        Retries::Long => page.text("retries-long"),
    };
    Choice { id: retries.as_str(), name, is_chosen: retries.as_str() == fields.retries }
}
