//! The filter: which tasks of a project the board, the list and the calendar show.

mod choices;
mod doubt;
pub(crate) mod menu;
pub(crate) mod recall;
pub(crate) mod save;
pub(crate) mod view;
pub(crate) mod words;

pub(crate) use doubt::doubt;
pub(crate) use recall::recall;
