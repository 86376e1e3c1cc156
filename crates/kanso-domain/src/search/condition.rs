//! What a search can ask of a task.

use super::attribute::{DateField, NumberField, PersonField};

/// Something that a task meets or does not. Texts are compared without regard to ASCII capitals unless a field
/// says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// No task meets it: the value makes no sense.
    Never,
    /// It has the text somewhere, or this id.
    Text { within: Within, text: String, id: Option<i64> },
    /// It has this id.
    Id(i64),
    /// It is open, or closed.
    IsOpen(bool),
    /// It has to do with that person in this way.
    Person(PersonField, Who),
    /// It has this colour, by its id.
    Color(&'static str),
    /// It is in that category, by its id or whole name.
    Category(Named),
    /// It is in no category.
    NoCategory,
    /// It is in that column, by its id or whole title with its capitals.
    Column(Named),
    /// It is in the swimlane of this whole name.
    Swimlane(String),
    /// It has a tag with this in its name.
    Tag(String),
    /// It has no tag.
    NoTag,
    /// Its number compares so with another one.
    Number(NumberField, Comparison, i64),
    /// It has this whole reference, in which `*` stands for any text.
    Reference(String),
    /// It has no reference.
    NoReference,
    /// It is linked to another task by a link with this whole label.
    Link(String),
    /// It is in that project, by its id or whole name.
    Project(Named),
    /// That moment of it is in this span. A moment that never came is in none.
    Date(DateField, Span),
    /// It has no due date.
    NoDueDate,
}

/// Where a text is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    Title,
    Description,
    Comments,
    /// Title, description and comments.
    Everything,
}

/// A person as a search names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The account with this id.
    Id(i64),
    /// The reader.
    Me,
    Nobody,
    Anybody,
    /// Whoever has this in their user name or name.
    Named(String),
}

/// Something by its name, or by its id where the name is a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub id: Option<i64>,
}

/// How a value compares with the one that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Below,
    UpTo,
    Is,
    From,
    Above,
}

/// Moments in Unix seconds, without the last one; open where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first moment.
    pub from: Option<i64>,
    /// The moment after the last.
    pub until: Option<i64>,
}
