//! What everybody sees who has a token: a board, its tasks, feeds and calendars, at Kanboard's addresses.

pub(crate) mod board;
pub(crate) mod calendar;
mod calendar_file;
pub(crate) mod feed;
mod feed_file;
pub(crate) mod task;
mod view;
