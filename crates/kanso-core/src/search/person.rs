//! Who has to do with a task, as SQL.

use kanso_db::dialect;
use kanso_domain::search::{PersonField, Who};

use super::filter::Filter;
use super::pattern;

impl Filter {
    pub(super) fn person(&mut self, field: PersonField, who: &Who) -> String {
        match field {
            // The index holds tasks that somebody has, so that must be said.
            PersonField::Assignee => match self.is_nobody(who) {
                true => "t.owner_id = 0".to_owned(),
                false => format!("t.owner_id > 0 AND {}", self.who("t.owner_id", who, pattern::contains)),
            },
            PersonField::Creator => self.who("t.creator_id", who, pattern::contains),
            PersonField::SubtaskAssignee => format!(
                "EXISTS (SELECT 1 FROM subtasks b WHERE b.task_id = t.id AND b.status <> 2 AND {})",
                // Kanboard looks for the beginning of user names here.
                self.who("b.user_id", who, pattern::begins)
            ),
        }
    }

    fn is_nobody(&self, who: &Who) -> bool {
        match who {
            Who::Nobody => true,
            Who::Me => self.reader.id.is_none(),
            Who::Id(id) => *id == 0,
            Who::Anybody | Who::Named(_) => false,
        }
    }

    /// The user names of those meant match what `username` makes of the text; their names contain it.
    pub(super) fn who(&mut self, column: &str, who: &Who, username: fn(&str) -> String) -> String {
        match who {
            Who::Id(id) => format!("{column} = {}", self.value(*id)),
            Who::Me => format!("{column} = {}", self.value(self.reader.id.get())),
            Who::Nobody => format!("{column} = 0"),
            Who::Anybody => format!("{column} > 0"),
            Who::Named(text) => {
                let (username, name) = (self.value(username(text)), self.value(pattern::contains(text)));
                format!(
                    "{column} IN (SELECT w.id FROM users w WHERE {} OR {})",
                    dialect::matches(self.kind, "w.username", &username),
                    dialect::matches(self.kind, "w.name", &name)
                )
            }
        }
    }
}
