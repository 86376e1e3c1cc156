//! A type for each kind of id, so that a mix-up does not compile.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// The id as the number that is stored and shown.
            pub const fn get(self) -> i64 {
                self.0
            }

            /// Whether this is 0, which Kanboard's API uses for "none".
            pub const fn is_none(self) -> bool {
                self.0 == 0
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A project.
    ProjectId,
    /// A column of a board.
    ColumnId,
    /// A swimlane of a board.
    SwimlaneId,
    /// A task.
    TaskId,
    /// A comment on a task.
    CommentId,
    /// A category of a project.
    CategoryId,
    /// A tag of a project, or of all.
    TagId,
    /// A part of a task.
    SubtaskId,
    /// A label of links between tasks.
    LinkId,
    /// A link from one task to another.
    TaskLinkId,
    /// A link from a task to something elsewhere.
    ExternalLinkId,
    /// A file of a task or of a project; each kind counts its own.
    FileId,
    /// A search of a project that is kept under a name.
    CustomFilterId,
    /// A group of accounts.
    GroupId,
    /// An automatic action of a project.
    ActionId,
    /// A role that a project made up.
    RoleId,
    /// A text to begin the description of a task with.
    DescriptionId,
    /// An account. 0 stands for nobody.
    UserId,
    /// An entry of the event log.
    EventId,
    /// A place that webhooks are sent to.
    EndpointId,
    /// One event on its way to one endpoint.
    DeliveryId,
    /// One try to deliver.
    AttemptId,
    /// Making up for what an endpoint missed.
    RecoveryId,
}
