//! Giving a project the automatic actions of another one.

use kanso_db::{Conn, params};
use kanso_domain::{ProjectId, Rule};

use super::Params;
use super::change::reaches;
use super::find::load;
use crate::Result;
use crate::names::Counterparts;

/// Copies the actions of a project. What they name is looked for by its name in the other one; an action that
/// names something which is not there is left out.
pub(crate) async fn copy(conn: &Conn, from: ProjectId, to: ProjectId) -> Result<()> {
    const INSERT: &str = "INSERT INTO actions (project_id, event_name, action_name, params, reaches) \
        VALUES ($1, $2, $3, $4, $5)";
    let named = Named {
        columns: Counterparts::columns(conn, from, to).await?,
        swimlanes: Counterparts::swimlanes(conn, from, to).await?,
        categories: Counterparts::categories(conn, from, to).await?,
    };
    for action in load(conn, from).await?.iter() {
        let Some(rule) = Rule::parse(&action.action_name) else { continue };
        let Some(translated) = named.translated(&action.params) else { continue };
        let stored = serde_json::to_string(&translated)?;
        let reach = reaches(rule, &translated);
        let values = params![to.get(), &action.event_name, &action.action_name, stored, reach];
        conn.execute(INSERT, values).await?;
    }
    Ok(())
}

/// What parameters can name in a project.
struct Named {
    columns: Counterparts,
    swimlanes: Counterparts,
    categories: Counterparts,
}

impl Named {
    /// The parameters as they read in the other project; `None` when something is not there.
    fn translated(&self, params: &Params) -> Option<Params> {
        let there = |name: &str, value: &str| {
            let counterparts = match name {
                "column_id" | "src_column_id" | "dest_column_id" => &self.columns,
                "swimlane_id" | "dest_swimlane_id" => &self.swimlanes,
                "category_id" => &self.categories,
                _ => return Some(value.to_owned()),
            };
            counterparts.find(value.parse().ok()?).map(|id| id.to_string())
        };
        let pairs = params.0.iter().map(|(name, value)| Some((name.clone(), there(name, value)?)));
        pairs.collect::<Option<_>>().map(Params)
    }
}
