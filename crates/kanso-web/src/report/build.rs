//! Putting a report together.

use kanso_core::Error;

use super::{Ask, Picture, Table, What, days, hours, parts};
use crate::reader::Reader;
use crate::web::Web;

/// What a report tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    /// What it comes to, in a few words each: what is told, and the figure.
    pub(super) facts: Vec<(String, String)>,
    pub(super) picture: Option<Picture>,
    pub(super) table: Table,
    /// What is to be known about the table.
    pub(super) note: Option<String>,
}

pub(super) async fn load(web: &Web, reader: &Reader, ask: &Ask) -> Result<Report, Error> {
    match ask.what {
        What::Distribution | What::Assignees => parts::load(web, reader, ask).await,
        What::Flow | What::Burndown => days::of_board(web, reader, ask).await,
        What::Times => days::of_times(web, reader, ask).await,
        What::ColumnTimes => parts::of_times(web, reader, ask).await,
        What::Estimates | What::ColumnEstimates => hours::load(web, reader, ask).await,
    }
}
