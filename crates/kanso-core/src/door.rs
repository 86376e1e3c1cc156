//! Where somebody comes from, as far as it matters.

/// The way in. Kanboard's API and its pages have other rules for whose comments may be changed and whose tasks deleted,
/// and so has Kanso, since programs rely on the one and people on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Kanboard's API: nobody changes another's comment, and who works in a project deletes every task.
    Api,
    /// The pages: administrators change every comment, and a task is deleted by who created it, by managers of the
    /// project and by administrators.
    Pages,
}
