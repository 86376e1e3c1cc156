//! An event and what led to it.

use kanso_core::Error;
use kanso_core::event::{Logged, find_event};
use kanso_domain::EventId;

use super::view::{CauseView, EventView};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// No chain is longer, and none that was cut; this keeps a page short whatever is stored.
const LONGEST: usize = 10;

/// The event, then what led to it, step by step, as far as the reader may see.
pub(crate) async fn causes(web: &Web, reader: &Reader, event: EventId) -> Result<Vec<CauseView>, Fault> {
    let mut chain: Vec<CauseView> = Vec::new();
    let mut next = Some(event);
    while let Some(id) = next.filter(|_| chain.len() < LONGEST) {
        let found = match find_event(&web.app, &reader.actor, id).await {
            Ok(found) => found,
            Err(Error::NotFound(_) | Error::Forbidden(_)) => break,
            Err(error) => return Err(error.into()),
        };
        next = found.cause;
        chain.push(CauseView::new(reader, &found));
    }
    Ok(chain)
}

impl CauseView {
    fn new(reader: &Reader, event: &Logged) -> Self {
        Self { event: EventView::new(&reader.page, event), uid: event.uid() }
    }
}
