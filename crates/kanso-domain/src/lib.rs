//! The words and pure rules of Kanso: ids, events, places on a board, roles, the retry schedule, colours,
//! dates as people type them.
//!
//! Nothing here reads a clock, a file, the network or a database, and nothing waits: what a rule needs is
//! handed to it. Begin with [`event::Event`], the one closed list of what can happen.

pub mod board;
pub mod color;
pub mod date;
pub mod event;
mod ids;
pub mod permission;
pub mod role;
pub mod schedule;
pub mod text;

pub use board::{Lane, Slot};
pub use event::{Event, EventName, Field, FieldChange, FieldValue};
pub use ids::{
    AttemptId, ColumnId, CommentId, DeliveryId, EndpointId, EventId, ProjectId, SwimlaneId, TaskId, UserId,
};
pub use permission::Permission;
pub use role::{ApplicationRole, ProjectRole};
