//! What is the reader's own: tasks, subtasks, projects, and what happened.

pub(crate) mod activity;
pub(crate) mod feeds;
mod pager;
pub(crate) mod projects;
pub(crate) mod show;
pub(crate) mod subtasks;
pub(crate) mod tasks;
mod view;
