//! What else must be true for an automatic action, in words.

use kanso_domain::{Rule, Trigger};

use super::Speaker;

impl Speaker<'_> {
    /// What must be true besides what happened.
    pub(super) fn conditions(&self, rule: Rule, trigger: Trigger) -> Vec<String> {
        let takes = |parameter| rule.parameters().contains(&parameter);
        let mut conditions = Vec::new();
        let is_said = matches!(trigger, Trigger::MoveColumn | Trigger::Create);
        if takes("column_id") && !is_said {
            conditions.push(self.say("rule-if-column", "column", "column_id"));
        }
        if takes("src_column_id") {
            conditions.push(self.say("rule-if-column", "column", "src_column_id"));
        }
        conditions.extend(self.fields(rule));
        conditions.extend(self.dates(rule));
        conditions
    }

    /// What the fields of the task must be.
    fn fields(&self, rule: Rule) -> Vec<String> {
        match rule {
            Rule::TaskAssignCategoryColor => vec![self.say("rule-if-color", "color", "color_id")],
            Rule::TaskAssignColorCategory
            | Rule::TaskMoveColumnCategoryChange
            | Rule::TaskMoveSwimlaneCategoryChange => {
                vec![self.say("rule-if-category", "category", "category_id")]
            }
            Rule::TaskAssignColorPriority => vec![self.say("rule-if-priority", "priority", "priority")],
            Rule::TaskAssignColorUser | Rule::TaskMoveSwimlaneAssigned => {
                vec![self.say("rule-if-assignee", "user", "user_id")]
            }
            Rule::TaskAssignColorLink => vec![self.say("rule-if-link", "label", "link_id")],
            Rule::TaskAssignCategoryLink => {
                let uncategorised = self.page.text("rule-if-uncategorised");
                vec![self.say("rule-if-link", "label", "link_id"), uncategorised]
            }
            Rule::TaskAssignCurrentUserColumnIfNoUserAlreadySet
            | Rule::TaskAssignToUserOnCreationInColumn
            | Rule::TaskMoveColumnUnAssigned => vec![self.page.text("rule-if-unassigned")],
            Rule::TaskMoveColumnAssigned => vec![self.page.text("rule-if-assigned")],
            _ => Vec::new(),
        }
    }

    /// What must be true of its dates.
    fn dates(&self, rule: Rule) -> Option<String> {
        Some(match rule {
            Rule::TaskAssignColorOnDueDate => self.page.text("rule-if-due"),
            Rule::TaskAssignColorOnStartDate | Rule::TaskMoveColumnOnStartDate => {
                self.page.text("rule-if-start")
            }
            Rule::TaskUpdateStartDateOnMoveColumn => self.page.text("rule-if-not-started"),
            Rule::TaskCloseNoActivity | Rule::TaskCloseNoActivityColumn | Rule::TaskEmailNoActivity => {
                self.days("rule-if-unchanged")
            }
            Rule::TaskCloseNotMovedColumn | Rule::TaskMoveColumnNotMovedPeriod => {
                self.days("rule-if-unmoved")
            }
            Rule::TaskMoveColumnOnDueDate => self.days("rule-if-due-within"),
            _ => return None,
        })
    }
}
