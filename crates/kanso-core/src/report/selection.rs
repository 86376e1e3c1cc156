//! Which tasks a report is about.

use kanso_db::Conn;
use kanso_domain::ProjectId;
use kanso_domain::search::Query;

use crate::export::Span;
use crate::search::{Clauses, Reader, clauses, read};
use crate::{Actor, App, Result};

/// The tasks of a project that meet a query and were created in a span.
#[derive(Clone, Debug)]
pub struct Selection {
    /// In the search language; empty for all.
    pub query: String,
    pub span: Span,
}

/// The same, read.
pub(super) struct Wanted {
    query: Query,
    span: Span,
    reader: Reader,
}

impl Selection {
    pub(super) fn read(&self, app: &App, actor: &Actor) -> Result<Wanted> {
        Ok(Wanted { query: read(app, actor, &self.query)?, span: self.span, reader: Reader::of(actor) })
    }
}

impl Wanted {
    /// Where these tasks are found.
    pub(super) fn clauses(&self, conn: &Conn, project: ProjectId) -> Clauses {
        let mut found = clauses(conn, &[project], self.reader, &self.query);
        let (from, until) = (found.value(self.span.from), found.value(self.span.until));
        found.which = format!("{} AND t.date_creation >= {from} AND t.date_creation < {until}", found.which);
        found.tasks.push_str(" LEFT JOIN projects p ON p.id = t.project_id");
        found
    }
}
