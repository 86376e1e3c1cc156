//! What an automatic action does, in words.

use kanso_domain::Rule;

use super::Speaker;

impl Speaker<'_> {
    /// What the rule does: "close it".
    pub(super) fn effect(&self, rule: Rule) -> String {
        match rule {
            Rule::CommentCreationMoveTaskColumn => self.page.text("rule-then-say-where"),
            Rule::StopSubtaskTimerMoveTaskColumn => self.page.text("rule-then-finish-subtasks"),
            Rule::SubtaskTimerMoveTaskColumn => self.say("rule-then-timer", "subtask", "subtask"),
            Rule::TaskAssignCategoryColor
            | Rule::TaskAssignCategoryLink
            | Rule::TaskAssignCategorySwimlaneChange => {
                self.say("rule-then-category", "category", "category_id")
            }
            Rule::TaskAssignColorCategory
            | Rule::TaskAssignColorColumn
            | Rule::TaskAssignColorLink
            | Rule::TaskAssignColorOnDueDate
            | Rule::TaskAssignColorOnStartDate
            | Rule::TaskAssignColorPriority
            | Rule::TaskAssignColorSwimlane
            | Rule::TaskAssignColorUser => self.say("rule-then-color", "color", "color_id"),
            Rule::TaskAssignCreator | Rule::TaskAssignToUserOnCreationInColumn => {
                self.page.text("rule-then-creator")
            }
            Rule::TaskAssignCurrentUser
            | Rule::TaskAssignCurrentUserColumn
            | Rule::TaskAssignCurrentUserColumnIfNoUserAlreadySet => self.page.text("rule-then-caller"),
            Rule::TaskAssignSpecificUser | Rule::TaskAssignUserSwimlaneChange => {
                self.say("rule-then-assign", "user", "user_id")
            }
            Rule::TaskAssignDueDateOnCreation | Rule::TaskAssignDueDateOnMoveColumn => {
                self.days("rule-then-due")
            }
            Rule::TaskAssignPrioritySwimlane => self.say("rule-then-priority", "priority", "priority"),
            Rule::TaskUpdateStartDate | Rule::TaskUpdateStartDateOnMoveColumn => {
                self.page.text("rule-then-start")
            }
            Rule::TaskCloseColumn
            | Rule::TaskCloseNoActivity
            | Rule::TaskCloseNoActivityColumn
            | Rule::TaskCloseNotMovedColumn => self.page.text("rule-then-close"),
            Rule::TaskDuplicateAnotherProject => self.say("rule-then-copy", "project", "project_id"),
            Rule::TaskMoveAnotherProject => self.say("rule-then-project", "project", "project_id"),
            Rule::TaskEmail | Rule::TaskEmailNoActivity => {
                let (user, subject) = (self.value("user_id"), self.value("subject"));
                self.page.locale.with("rule-then-mail", &[("user", &user), ("subject", &subject)])
            }
            Rule::TaskMoveColumnAssigned
            | Rule::TaskMoveColumnCategoryChange
            | Rule::TaskMoveColumnClosed
            | Rule::TaskMoveColumnNotMovedPeriod
            | Rule::TaskMoveColumnOnDueDate
            | Rule::TaskMoveColumnOnStartDate
            | Rule::TaskMoveColumnUnAssigned => self.say("rule-then-column", "column", "dest_column_id"),
            Rule::TaskMoveSwimlaneAssigned | Rule::TaskMoveSwimlaneCategoryChange => {
                self.say("rule-then-swimlane", "swimlane", "dest_swimlane_id")
            }
        }
    }
}
