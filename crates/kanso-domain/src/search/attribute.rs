//! What a search can ask about.

/// An attribute of a search, whatever it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    Title,
    Everything,
    Id,
    Status,
    Person(PersonField),
    Color,
    Category,
    Column,
    Swimlane,
    Tag,
    Number(NumberField),
    Description,
    Comment,
    Reference,
    Link,
    Project,
    Date(DateField),
    Range(DateField),
}

/// Somebody a task has to do with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonField {
    /// Who has the task.
    Assignee,
    /// Who created it.
    Creator,
    /// Who has a subtask of it that is not done.
    SubtaskAssignee,
}

/// A number of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberField {
    Priority,
    Score,
}

/// A moment of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateField {
    Due,
    Started,
    Created,
    Modified,
    Completed,
    /// When it last changed its column or swimlane.
    Moved,
}

/// By name, without regard to capitals.
const NAMES: &[(&str, Attribute)] = &[
    ("title", Attribute::Title),
    ("search", Attribute::Everything),
    ("id", Attribute::Id),
    ("status", Attribute::Status),
    ("assignee", Attribute::Person(PersonField::Assignee)),
    ("creator", Attribute::Person(PersonField::Creator)),
    ("subtask:assignee", Attribute::Person(PersonField::SubtaskAssignee)),
    ("color", Attribute::Color),
    ("colour", Attribute::Color),
    ("category", Attribute::Category),
    ("column", Attribute::Column),
    ("swimlane", Attribute::Swimlane),
    ("tag", Attribute::Tag),
    ("priority", Attribute::Number(NumberField::Priority)),
    ("score", Attribute::Number(NumberField::Score)),
    ("complexity", Attribute::Number(NumberField::Score)),
    ("description", Attribute::Description),
    ("desc", Attribute::Description),
    ("comment", Attribute::Comment),
    ("reference", Attribute::Reference),
    ("ref", Attribute::Reference),
    ("link", Attribute::Link),
    ("project", Attribute::Project),
    ("due", Attribute::Date(DateField::Due)),
    ("started", Attribute::Date(DateField::Started)),
    ("created", Attribute::Date(DateField::Created)),
    ("modified", Attribute::Date(DateField::Modified)),
    ("updated", Attribute::Date(DateField::Modified)),
    ("completed", Attribute::Date(DateField::Completed)),
    ("moved", Attribute::Date(DateField::Moved)),
    ("createdRange", Attribute::Range(DateField::Created)),
    ("modifiedRange", Attribute::Range(DateField::Modified)),
    ("updatedRange", Attribute::Range(DateField::Modified)),
    ("completedRange", Attribute::Range(DateField::Completed)),
    ("movedRange", Attribute::Range(DateField::Moved)),
];

/// All names of attributes, also those that mean the same.
pub fn attribute_names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _)| *name)
}

impl Attribute {
    /// What it is called; the first of its names.
    pub(super) fn name(self) -> &'static str {
        NAMES.iter().find(|(_, attribute)| *attribute == self).map_or("", |(name, _)| name)
    }

    /// The attribute of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, attribute)| *attribute)
    }

    /// The attribute that `text` begins with, and what follows its colon.
    pub(super) fn split(text: &str) -> Option<(Self, &str)> {
        NAMES.iter().find_map(|(name, attribute)| {
            let (begin, rest) = text.split_at_checked(name.len())?;
            let rest = rest.strip_prefix(':')?;
            begin.eq_ignore_ascii_case(name).then_some((*attribute, rest))
        })
    }
}
