//! Going anywhere by typing: projects, tasks, pages. And the list of keys.

pub(crate) mod keys;
pub(crate) mod list;
