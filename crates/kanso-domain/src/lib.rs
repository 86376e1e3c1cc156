//! The words and pure rules of Kanso: ids, events, places on a board, roles, automatic actions, recurrence, the
//! retry schedule, the circuit breaker, what people are told of, what they write in mails, colours, dates as people type them, the search language.
//!
//! Nothing here reads a clock, a file, the network or a database, and nothing waits: what a rule needs is
//! handed to it. Begin with [`event::Event`], the one closed list of what can happen.

pub mod action;
pub mod board;
pub mod breaker;
pub mod color;
pub mod date;
pub mod event;
pub mod external_link;
mod ids;
pub mod letter;
pub mod mark;
pub mod notification;
pub mod outage;
pub mod permission;
pub mod rate;
pub mod recurrence;
pub mod restriction;
pub mod role;
pub mod schedule;
pub mod search;
pub mod standing;
pub mod text;
pub mod token;

pub use action::{Rule, Trigger};
pub use board::{Lane, Slot};
pub use event::{
    Act, Event, EventFilter, EventName, Field, FieldChange, FieldValue, NamedChange, Subject, UnknownEvent,
};
pub use ids::{
    ActionId, AttemptId, CategoryId, ColumnId, CommentId, CustomFilterId, DeliveryId, DescriptionId,
    EndpointId, EventId, ExternalLinkId, FileId, GroupId, LinkId, ProjectId, RecoveryId, RoleId, SubtaskId,
    SwimlaneId, TagId, TaskId, TaskLinkId, UserId,
};
pub use permission::Permission;
pub use restriction::{Block, ColumnRule, Passage, Restrictions, TaskAct};
pub use role::{ApplicationRole, GivenRole, ProjectRole, effective_role};
pub use standing::{GroupRules, Standing};
pub use token::{Limits, TokenScope};
