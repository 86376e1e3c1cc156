//! What an endpoint may be told of at all, whatever it asks for.

use kanso_domain::{ApplicationRole, EndpointId, Event, ProjectId, Subject};

use crate::comment::CommentDetails;

/// The eyes of an endpoint: one rule for what follows a change, what is recovered, explained, and shown before saving.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sight {
    endpoint: EndpointId,
    role: ApplicationRole,
}

/// Why an endpoint is never told of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unseen {
    /// The event is about the endpoint. That it was paused would count as missed, and be the first thing that a new
    /// receiver gets.
    Itself,
    /// It is about a comment that not everybody in the project may read.
    Hidden,
}

impl Sight {
    /// The eyes of an endpoint of one project, or of all.
    ///
    /// Any manager of the project may point its endpoint to a place of their own, so it sees what everybody in the
    /// project sees. Endpoints of the whole installation are the administrators' alone.
    pub(crate) fn new(endpoint: EndpointId, project: Option<ProjectId>) -> Self {
        let role = if project.is_some() { ApplicationRole::User } else { ApplicationRole::Admin };
        Self { endpoint, role }
    }

    /// The role it reads with.
    pub(crate) fn role(self) -> ApplicationRole {
        self.role
    }

    /// Why the endpoint is not told of an event, which is about this comment if it is about one.
    pub(crate) fn unseen(self, event: &Event, comment: Option<&CommentDetails>) -> Option<Unseen> {
        let own = self.endpoint.get();
        if matches!(event, Event::Managed { subject: Subject::Endpoint, id, .. } if *id == own) {
            return Some(Unseen::Itself);
        }
        comment.is_some_and(|comment| !comment.is_visible_to(self.role)).then_some(Unseen::Hidden)
    }
}
