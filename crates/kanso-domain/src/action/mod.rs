//! The automatic actions that a project can have: one closed table.

mod trigger;

pub use trigger::Trigger;

/// Declares the rules: name, the parameters it needs, what sets it off, and what it says to people.
macro_rules! rules {
    ($($name:ident($($parameter:ident),*) on $($trigger:ident)|+: $text:literal;)+) => {
        /// What an automatic action does, by Kanboard's names. How each is carried out stands in `kanso-core`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Rule {
            $(#[doc = $text] $name,)+
        }

        impl Rule {
            /// All, by name.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name in the API.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => concat!(r"\Kanboard\Action\", stringify!($name)),)+
                }
            }

            /// What it does, for people, in English.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }

            /// The parameters it needs; it takes no others.
            pub const fn parameters(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$(stringify!($parameter)),*],)+
                }
            }

            /// What can set it off.
            pub const fn triggers(self) -> &'static [Trigger] {
                match self {
                    $(Self::$name => &[$(Trigger::$trigger),+],)+
                }
            }
        }
    };
}

#[rustfmt::skip]
rules! {
    CommentCreationMoveTaskColumn(column_id) on MoveColumn: "Comment on a task that enters a column";
    StopSubtaskTimerMoveTaskColumn(column_id) on MoveColumn: "Finish the subtasks of a task that enters a column";
    SubtaskTimerMoveTaskColumn(column_id, subtask) on MoveColumn: "Add a subtask with a running timer to a task that enters a column";
    TaskAssignCategoryColor(color_id, category_id) on CreateUpdate: "Set the category of tasks of a colour";
    TaskAssignCategoryLink(category_id, link_id) on LinkCreateUpdate: "Set the category of tasks that get a link";
    TaskAssignCategorySwimlaneChange(swimlane_id, category_id) on Create | MoveSwimlane: "Set the category of tasks of a swimlane";
    TaskAssignColorCategory(color_id, category_id) on CreateUpdate: "Set the colour of tasks of a category";
    TaskAssignColorColumn(column_id, color_id) on Create | MoveColumn: "Set the colour of tasks of a column";
    TaskAssignColorLink(color_id, link_id) on LinkCreateUpdate: "Set the colour of tasks that get a link";
    TaskAssignColorOnDueDate(color_id) on Daily: "Set the colour of tasks on their due date";
    TaskAssignColorOnStartDate(color_id) on Daily: "Set the colour of tasks on their start date";
    TaskAssignColorPriority(color_id, priority) on CreateUpdate: "Set the colour of tasks of a priority";
    TaskAssignColorSwimlane(swimlane_id, color_id) on Create | MoveSwimlane: "Set the colour of tasks of a swimlane";
    TaskAssignColorUser(color_id, user_id) on Create | AssigneeChange: "Set the colour of tasks of an assignee";
    TaskAssignCreator(column_id) on MoveColumn: "Assign a task that enters a column to who created it";
    TaskAssignCurrentUser() on Create: "Assign a new task to who creates it";
    TaskAssignCurrentUserColumn(column_id) on MoveColumn: "Assign a task that enters a column to who moves it";
    TaskAssignCurrentUserColumnIfNoUserAlreadySet(column_id) on MoveColumn: "Assign a task of nobody that enters a column to who moves it";
    TaskAssignDueDateOnCreation(duration) on Create: "Set the due date of a new task";
    TaskAssignDueDateOnMoveColumn(duration, column_id) on MoveColumn: "Set the due date of a task that leaves a column";
    TaskAssignPrioritySwimlane(swimlane_id, priority) on Create | MoveSwimlane: "Set the priority of tasks of a swimlane";
    TaskAssignSpecificUser(column_id, user_id) on CreateUpdate | MoveColumn: "Assign tasks of a column to somebody";
    TaskAssignToUserOnCreationInColumn(column_id) on Create: "Assign a new task of nobody in a column to who created it";
    TaskAssignUserSwimlaneChange(swimlane_id, user_id) on Create | MoveSwimlane: "Assign tasks of a swimlane to somebody";
    TaskCloseColumn(column_id) on MoveColumn: "Close a task that enters a column";
    TaskCloseNoActivity(duration) on Daily: "Close a task that nobody changed for some days";
    TaskCloseNoActivityColumn(duration, column_id) on Daily: "Close a task of a column that nobody changed for some days";
    TaskCloseNotMovedColumn(duration, column_id) on Daily: "Close a task of a column that nobody moved for some days";
    TaskDuplicateAnotherProject(column_id, project_id) on MoveColumn | Close | Create: "Copy a task of a column to another project";
    TaskEmail(column_id, user_id, subject) on MoveColumn | Close | Create: "Mail a task of a column to somebody";
    TaskEmailNoActivity(user_id, subject, duration) on Daily: "Mail a task that nobody changed for some days to somebody";
    TaskMoveAnotherProject(column_id, project_id) on MoveColumn | Close: "Move a task of a column to another project";
    TaskMoveColumnAssigned(src_column_id, dest_column_id) on AssigneeChange | Update: "Move a task that gets an assignee to another column";
    TaskMoveColumnCategoryChange(dest_column_id, category_id) on Update | Create | CreateUpdate: "Move a task of a category to a column";
    TaskMoveColumnClosed(dest_column_id) on Close: "Move a closed task to a column";
    TaskMoveColumnNotMovedPeriod(duration, src_column_id, dest_column_id) on Daily: "Move a task that stayed in a column for some days to another";
    TaskMoveColumnOnDueDate(duration, src_column_id, dest_column_id) on Daily: "Move a task to another column some days before it is due";
    TaskMoveColumnOnStartDate(src_column_id, dest_column_id) on Daily: "Move a task to another column on its start date";
    TaskMoveColumnUnAssigned(src_column_id, dest_column_id) on AssigneeChange | Update: "Move a task that loses its assignee to another column";
    TaskMoveSwimlaneAssigned(user_id, dest_swimlane_id) on CreateUpdate | AssigneeChange | Update: "Move a task of an assignee to a swimlane";
    TaskMoveSwimlaneCategoryChange(dest_swimlane_id, category_id) on Update: "Move a task of a category to a swimlane";
    TaskUpdateStartDate(column_id) on MoveColumn: "Set the start date of a task that enters a column";
    TaskUpdateStartDateOnMoveColumn(column_id) on MoveColumn: "Set the start date of a task that leaves a column without one";
}

impl Rule {
    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_43_and_every_name_reads_back() {
        assert_eq!(Rule::ALL.len(), 43);
        for rule in Rule::ALL {
            assert_eq!(Rule::parse(rule.as_str()), Some(*rule));
        }
        assert_eq!(Rule::TaskCloseColumn.as_str(), "\\Kanboard\\Action\\TaskCloseColumn");
        assert_eq!(Rule::parse("TaskCloseColumn"), None);
    }

    #[test]
    fn no_two_say_the_same_and_triggers_are_sorted() {
        let mut texts: Vec<_> = Rule::ALL.iter().map(|rule| rule.text()).collect();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), Rule::ALL.len());
        assert!(Trigger::ALL.map(Trigger::text).is_sorted());
        for trigger in Trigger::ALL {
            assert_eq!(Trigger::parse(trigger.as_str()), Some(trigger));
        }
    }
}
