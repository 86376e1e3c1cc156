//! What sets an automatic action off, in words.

use kanso_domain::{Rule, Trigger};

use super::Speaker;
use crate::page::Page;

impl Speaker<'_> {
    /// When the rule acts: "When a task is moved to …".
    pub(super) fn occasion(&self, rule: Rule, trigger: Trigger) -> String {
        let takes = |parameter| rule.parameters().contains(&parameter);
        match trigger {
            Trigger::MoveColumn if is_about_leaving(rule) => {
                self.say("rule-when-column-from", "column", "column_id")
            }
            Trigger::MoveColumn if takes("column_id") => {
                self.say("rule-when-column-to", "column", "column_id")
            }
            Trigger::Create if takes("column_id") => {
                self.say("rule-when-create-column", "column", "column_id")
            }
            Trigger::MoveSwimlane if takes("swimlane_id") => {
                self.say("rule-when-swimlane-to", "swimlane", "swimlane_id")
            }
            Trigger::Create if takes("swimlane_id") => {
                self.say("rule-when-create-swimlane", "swimlane", "swimlane_id")
            }
            _ => occasion(self.page, trigger),
        }
    }
}

fn is_about_leaving(rule: Rule) -> bool {
    matches!(rule, Rule::TaskAssignDueDateOnMoveColumn | Rule::TaskUpdateStartDateOnMoveColumn)
}

/// What sets actions off, whatever it is about.
pub(in crate::action) fn occasion(page: &Page, trigger: Trigger) -> String {
    page.text(match trigger {
        Trigger::LinkCreateUpdate => "rule-when-link",
        Trigger::SubtaskCreateUpdate => "rule-when-subtask",
        Trigger::AssigneeChange => "rule-when-assignee",
        Trigger::Update => "rule-when-update",
        Trigger::Close => "rule-when-close",
        Trigger::Create => "rule-when-create",
        Trigger::CreateUpdate => "rule-when-create-update",
        Trigger::MoveColumn => "rule-when-column",
        Trigger::MoveSwimlane => "rule-when-swimlane",
        Trigger::Open => "rule-when-open",
        Trigger::Daily => "rule-when-daily",
    })
}
