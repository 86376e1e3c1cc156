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
        let is = |rules: &[Rule]| rules.contains(&rule);
        let mut said = Vec::new();
        if is(&[Rule::TaskAssignCategoryColor]) {
            said.push(self.say("rule-if-color", "color", "color_id"));
        }
        if is(&[
            Rule::TaskAssignColorCategory,
            Rule::TaskMoveColumnCategoryChange,
            Rule::TaskMoveSwimlaneCategoryChange,
        ]) {
            said.push(self.say("rule-if-category", "category", "category_id"));
        }
        if is(&[Rule::TaskAssignColorPriority]) {
            said.push(self.say("rule-if-priority", "priority", "priority"));
        }
        if is(&[Rule::TaskAssignColorUser, Rule::TaskMoveSwimlaneAssigned]) {
            said.push(self.say("rule-if-assignee", "user", "user_id"));
        }
        if is(&[Rule::TaskAssignColorLink, Rule::TaskAssignCategoryLink]) {
            said.push(self.say("rule-if-link", "label", "link_id"));
        }
        if is(&[Rule::TaskAssignCategoryLink]) {
            said.push(self.page.text("rule-if-uncategorised"));
        }
        if is(&[
            Rule::TaskAssignCurrentUserColumnIfNoUserAlreadySet,
            Rule::TaskAssignToUserOnCreationInColumn,
            Rule::TaskMoveColumnUnAssigned,
        ]) {
            said.push(self.page.text("rule-if-unassigned"));
        }
        if is(&[Rule::TaskMoveColumnAssigned]) {
            said.push(self.page.text("rule-if-assigned"));
        }
        said
    }

    /// What must be true of its dates.
    fn dates(&self, rule: Rule) -> Option<String> {
        let is = |rules: &[Rule]| rules.contains(&rule);
        if is(&[Rule::TaskAssignColorOnDueDate]) {
            Some(self.page.text("rule-if-due"))
        } else if is(&[Rule::TaskAssignColorOnStartDate, Rule::TaskMoveColumnOnStartDate]) {
            Some(self.page.text("rule-if-start"))
        } else if is(&[Rule::TaskUpdateStartDateOnMoveColumn]) {
            Some(self.page.text("rule-if-not-started"))
        } else if is(&[Rule::TaskCloseNoActivity, Rule::TaskCloseNoActivityColumn, Rule::TaskEmailNoActivity])
        {
            Some(self.days("rule-if-unchanged"))
        } else if is(&[Rule::TaskCloseNotMovedColumn, Rule::TaskMoveColumnNotMovedPeriod]) {
            Some(self.days("rule-if-unmoved"))
        } else {
            is(&[Rule::TaskMoveColumnOnDueDate]).then(|| self.days("rule-if-due-within"))
        }
    }
}
