//! Giving a project the automatic actions of another one.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId, Rule};

use super::Params;
use super::change::reaches;
use super::find::load;
use crate::change::Change;
use crate::names::Counterparts;
use crate::{Actor, App, Error, Fault, Result, Scope};

/// How many actions were copied, and how many name something that is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Those that the other project has now too.
    pub copied: i64,
    /// Those that make no sense there.
    pub left_out: i64,
}

/// Copies the automatic actions of another project, which the actor manages too. What they name is looked for by its
/// name; an action that names something which is not there is left out.
///
/// # Errors
///
/// [`Error::Invalid`] when both are the same.
#[crate::use_case]
pub async fn copy_actions(app: &App, actor: &Actor, project: ProjectId, from: ProjectId) -> Result<Copied> {
    if project == from {
        return Err(Error::Invalid(Fault::Unknown("project")));
    }
    let both = Scope::from(project).beside([from.into()]);
    app.change(actor, both, Permission::ManageProject, move |change| {
        Box::pin(async move {
            change.require_in(from, Permission::ManageProject).await?;
            copy(change, from, project).await
        })
    })
    .await
}

/// The same inside a change.
pub(crate) async fn copy(change: &Change<'_>, from: ProjectId, to: ProjectId) -> Result<Copied> {
    const INSERT: &str = "INSERT INTO actions \
        (project_id, event_name, action_name, params, reaches, owner_id, paused) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let (conn, owner) = (change.conn(), change.actor().user_id());
    let named = Named {
        columns: Counterparts::columns(conn, from, to).await?,
        swimlanes: Counterparts::swimlanes(conn, from, to).await?,
        categories: Counterparts::categories(conn, from, to).await?,
    };
    let mut done = Copied::default();
    for action in load(conn, from).await?.iter() {
        let translated = Rule::parse(&action.action_name).zip(named.translated(&action.params));
        let Some((rule, translated)) = translated else {
            done.left_out += 1;
            continue;
        };
        let stored = serde_json::to_string(&translated)?;
        let reach = reaches(rule, &translated);
        let (event, name) = (&action.event_name, &action.action_name);
        let values = params![to.get(), event, name, stored, reach, owner.get(), action.paused];
        conn.execute(INSERT, values).await?;
        done.copied += 1;
    }
    Ok(done)
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
