//! The filter that a reader used last in a project, kept in their session.

use kanso_domain::ProjectId;

use crate::fault::Fault;
use crate::reader::{Reader, Wants};

/// What is shown when nobody asks for anything.
pub(crate) const USUAL: &str = "status:open";

const KEPT: &str = "filters";
/// A session keeps the filters of so many projects,
const PROJECTS: usize = 20;
/// as long as they have no more bytes than this.
const LONGEST: usize = 1_000;

/// The filter that counts: the one that was asked for, else the last one of this project, else the one with which the
/// reader begins. An empty one is the usual one.
pub(crate) async fn recall(
    reader: &Reader,
    project: ProjectId,
    asked: Option<String>,
) -> Result<String, Fault> {
    let mut kept: Vec<(i64, String)> =
        reader.session.get(KEPT).await.map_err(Fault::internal)?.unwrap_or_default();
    let at = kept.iter().position(|(id, _)| *id == project.get());
    let own = or_usual(reader.profile.filter.clone().unwrap_or_default());
    let last = at.map_or_else(|| own.clone(), |at| kept.remove(at).1);
    let Some(asked) = asked else { return Ok(last) };
    let asked = or_usual(asked.trim().to_owned());
    // What scripts fetch for an open page is no choice of the reader's.
    if reader.wants == Wants::Page && asked != last {
        if asked != own && asked.len() <= LONGEST {
            kept.insert(0, (project.get(), asked.clone()));
        }
        kept.truncate(PROJECTS);
        reader.session.insert(KEPT, kept).await.map_err(Fault::internal)?;
    }
    Ok(asked)
}

fn or_usual(filter: String) -> String {
    if filter.is_empty() { USUAL.to_owned() } else { filter }
}
