//! The form that says what several tasks get.

use kanso_core::task::{BulkPatch, Changed, Counted, Order, TaskMove};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{ProjectId, TaskId, UserId};

use crate::board::edit::day;
use crate::fault::Fault;
use crate::page::Page;

/// The fields as they were sent; some of them several times.
pub(super) struct Asked(pub(super) Vec<(String, String)>);

impl Asked {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// What to do.
    pub(super) fn act(&self) -> &str {
        self.get("act").unwrap_or_default()
    }

    /// The tasks, in the order in which they were named.
    pub(super) fn tasks(&self) -> Result<Vec<TaskId>, Fault> {
        let named = self.0.iter().filter(|(name, _)| name == "tasks").flat_map(|(_, value)| value.split(','));
        let filled = named.map(str::trim).filter(|id| !id.is_empty());
        filled.map(|id| id.parse::<i64>().map(TaskId::from).map_err(|_| refused("tasks"))).collect()
    }

    /// A number that must be given, such as an id.
    pub(super) fn number<T: From<i64>>(&self, name: &'static str) -> Result<T, Fault> {
        let number = self.get(name).and_then(|value| value.trim().parse::<i64>().ok());
        number.map(T::from).ok_or_else(|| refused(name))
    }

    /// A number that may be left out or empty.
    pub(super) fn choice<T: From<i64>>(&self, name: &'static str) -> Result<Option<T>, Fault> {
        match self.get(name) {
            None | Some("") => Ok(None),
            Some(_) => self.number(name).map(Some),
        }
    }

    /// The order of a column, such as `due` or `due-desc`.
    pub(super) fn order(&self) -> Result<(Order, bool), Fault> {
        let asked = self.get("order").unwrap_or_default();
        let (name, descending) = asked.strip_suffix("-desc").map_or((asked, false), |name| (name, true));
        let order = Order::ALL.into_iter().find(|order| order.as_str() == name);
        order.map(|order| (order, descending)).ok_or_else(|| refused("order"))
    }

    /// Where each task goes: task, column, swimlane and position, as [`place`] writes them.
    pub(super) fn places(&self) -> Result<Vec<TaskMove>, Fault> {
        let places = self.get("places").unwrap_or_default().split(',');
        places.map(|place| read_place(place).ok_or_else(|| refused("places"))).collect()
    }

    /// What is to be undone, as it was told when it was done.
    pub(super) fn changed(&self) -> Result<Vec<Changed>, Fault> {
        serde_json::from_str(self.get("changed").unwrap_or_default()).map_err(|_| refused("changed"))
    }

    /// New values of fields.
    pub(super) fn patch(&self, page: &Page) -> Result<BulkPatch, Fault> {
        let mut patch = BulkPatch::default();
        let fields = &mut patch.fields;
        match self.act() {
            "assign" => fields.owner = Some(UserId::from(self.number::<i64>("assignee")?)),
            "color" => fields.color = self.get("color").map(str::to_owned),
            "category" => fields.category = Some(self.number("category")?),
            "priority" => fields.priority = Some(self.number("priority")?),
            "due" => fields.date_due = Some(self.day("date_due", page)?),
            "start" => fields.date_started = Some(page.now),
            "tag" => patch.more_tags = tags(self.get("tags").unwrap_or_default()),
            "tags" => fields.tags = Some(tags(self.get("tags").unwrap_or_default())),
            _ => return Err(refused("act")),
        }
        if fields.color.as_deref().is_some_and(|color| kanso_domain::color::find(color).is_none()) {
            return Err(refused("color"));
        }
        Ok(patch)
    }

    fn day(&self, name: &'static str, page: &Page) -> Result<i64, Fault> {
        day(page, self.get(name).unwrap_or_default(), 0).ok_or_else(|| refused(name))
    }

    /// The page to show next: one of ours, else the board.
    pub(super) fn back(&self, project: ProjectId) -> String {
        let here = |path: &&str| path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
        self.get("back").filter(here).map_or_else(|| format!("/board/{project}"), str::to_owned)
    }
}

/// A place as [`Asked::places`] reads it.
pub(super) fn place(to: &TaskMove) -> String {
    let swimlane = to.swimlane.unwrap_or_default();
    format!("{} {} {swimlane} {}", to.task, to.column, to.position)
}

fn read_place(text: &str) -> Option<TaskMove> {
    let mut numbers = text.split(' ').map(|number| number.parse::<i64>().ok());
    let mut next = || numbers.next().flatten();
    let (task, column, swimlane, position) = (next()?, next()?, next()?, next()?);
    Some(TaskMove {
        task: task.into(),
        project: None,
        column: column.into(),
        swimlane: Some(swimlane.into()),
        position,
        counted: Counted::Shown,
    })
}

/// Names of tags, set apart by commas.
pub(crate) fn tags(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn refused(field: &'static str) -> Fault {
    Fault::Core(Error::Invalid(CoreFault::Unknown(field)))
}
