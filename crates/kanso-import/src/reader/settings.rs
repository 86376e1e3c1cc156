//! Settings, and what accounts noted of themselves.

use jiff::tz::TimeZone;
use kanso_core::Settings;
use kanso_core::import::{Batch, Cell};

use super::{Reader, batch};
use crate::map::value;

/// What receivers of Kanboard's webhooks got.
const FORMAT: &str = "kanboard-1.2";

/// Which accounts read their newest comments first.
const NEWEST_FIRST: &str =
    "SELECT user_id FROM user_has_metadata WHERE name = 'comment.sorting.direction' AND value = 'DESC'";

impl Reader {
    pub(super) fn settings(&mut self) -> Result<Batch, String> {
        self.notes()?;
        let rows = self.rows("SELECT \"option\", \"value\", changed_on, changed_by FROM settings")?;
        let now = self.context.now;
        let mut cells = vec![setting("webhook_format", FORMAT, now, 0)];
        let tally = self.report.of("settings");
        for row in &rows {
            tally.found += 1;
            let name = value::text(&row[0]).unwrap_or_default();
            let text = value::text(&row[1]).unwrap_or_default().trim().to_owned();
            if !Settings::is_known(&name) || name == "webhook_format" {
                tally.leave("there is no such setting here", || name.clone());
            } else if !Settings::accepts(&name, &text) {
                tally.leave("its value makes no sense here, so it keeps its default", || name.clone());
            } else {
                if name == "application_timezone" {
                    self.zone = TimeZone::get(&text).unwrap_or(TimeZone::UTC);
                }
                let int = |column: usize| value::int(&row[column]).unwrap_or_default();
                cells.push(setting(&name, &text, int(2), int(3)));
                tally.taken += 1;
            }
        }
        self.tell("settings", rows.len());
        batch("settings", cells)
    }

    fn notes(&mut self) -> Result<(), String> {
        for row in self.rows(NEWEST_FIRST)? {
            self.context.newest_first.extend(value::int(&row[0]));
        }
        let rows = self.rows("SELECT name, value, user_id FROM user_has_metadata")?;
        let tally = self.report.of("user_has_metadata");
        for row in &rows {
            tally.found += 1;
            let name = value::text(&row[0]).unwrap_or_default();
            if name == "comment.sorting.direction" {
                tally.taken += 1;
            } else {
                let user = value::int(&row[2]).unwrap_or_default();
                tally.leave("what plugins and pages noted of accounts", || format!("{name} of user {user}"));
            }
        }
        self.tell("user_has_metadata", rows.len());
        Ok(())
    }
}

fn setting(name: &str, value: &str, changed_at: i64, changed_by: i64) -> Vec<Cell> {
    vec![name.into(), value.into(), changed_at.into(), changed_by.into()]
}
