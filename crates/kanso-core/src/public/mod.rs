//! What everybody sees who has the token of a project or of an account: boards, tasks, feeds, calendars.
//!
//! Nothing here asks who it is; the token is the permission. Whatever only some members of a project may read is left
//! out.

mod activity;
mod board;
mod calendar;
mod project;
mod task;
mod user;

pub use activity::{list_public_activities, list_public_activities_of_user};
pub use board::{PublicBoard, PublicCard, find_public_board};
pub use calendar::{CalendarTask, list_calendar, list_calendar_of_user};
pub use project::find_public_project;
pub use task::{PublicTask, find_public_task};
pub use user::{disable_feeds, enable_feeds, find_feed_token};

/// How many activities a feed tells.
pub const FED: usize = 50;
