//! Which tasks and days a report is of.

use jiff::ToSpan;
use jiff::civil::Date;
use kanso_core::Error;
use kanso_core::report::Selection;
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::What;
use crate::address;
use crate::export::{self, Between};
use crate::web::Web;

/// So many days are told when none are named.
const USUAL_DAYS: i64 = 30;

/// The query of an address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Given {
    from: String,
    until: String,
    /// In the search language.
    q: String,
    /// `csv` for the table as a file, `svg` for the picture as one; else the page.
    #[serde(rename = "as")]
    pub(super) form: String,
}

/// What a report is of.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub(super) project: ProjectId,
    pub(super) what: What,
    /// As it was written.
    pub(super) from: String,
    pub(super) until: String,
    pub(super) query: String,
    today: Date,
}

impl Ask {
    /// What an address asks for. A report by day is of the last days, unless it says otherwise.
    pub(super) fn new(web: &Web, project: ProjectId, what: What, given: Given) -> Self {
        let zone = web.app.settings().timezone();
        let now = jiff::Timestamp::from_second(web.app.clock().now()).unwrap_or_default();
        let today = now.to_zoned(zone).date();
        let Given { mut from, mut until, q, .. } = given;
        if what.is_by_day() && until.is_empty() {
            until = today.to_string();
        }
        if what.is_by_day() && from.is_empty() {
            let last: Date = until.parse().unwrap_or(today);
            from = last.saturating_sub((USUAL_DAYS - 1).days()).to_string();
        }
        Self { project, what, from, until, query: q, today }
    }

    /// The first and the last day.
    pub(super) fn days(&self) -> Result<(Date, Date), Error> {
        let Between { from, until } = self.between()?;
        Ok((from.unwrap_or(self.today), until.unwrap_or(self.today)))
    }

    /// The tasks: by when they were created, unless the report is by day.
    pub(super) fn selection(&self, web: &Web) -> Result<Selection, Error> {
        let between = if self.what.is_by_day() { Between::default() } else { self.between()? };
        let span = between.moments(&web.app.settings().timezone());
        Ok(Selection { query: self.query.clone(), span })
    }

    /// The address of a report of the same tasks and days, as a page or as a file.
    pub(super) fn href(&self, what: What, form: &str) -> String {
        let path = format!("/project/{}/reports/{}", self.project, what.as_str());
        // The days of one kind of report are not those of the other.
        let is_alike = what.is_by_day() == self.what.is_by_day();
        let day = |day: &'static str, own: &str| (day, if is_alike { own.to_owned() } else { String::new() });
        let values = [day("from", &self.from), day("until", &self.until)];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let [from, until] = values;
        let query = if what.takes_filter() { self.query.as_str() } else { "" };
        address::with(&path, &[from, until, ("q", query), ("as", form)])
    }

    /// The address of this report as a file.
    pub(super) fn file(&self, form: &str) -> String {
        self.href(self.what, form)
    }

    fn between(&self) -> Result<Between, Error> {
        export::Given { from: self.from.clone(), until: self.until.clone() }.read()
    }
}
