//! Giving a project the automatic actions of another one.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId, Rule};

use super::change::reaches;
use super::find::load;
use super::{Action, Composed, Deed, Params};
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
pub(crate) async fn copy(change: &mut Change<'_>, from: ProjectId, to: ProjectId) -> Result<Copied> {
    const INSERT: &str = "INSERT INTO actions \
        (project_id, event_name, action_name, params, reaches, owner_id, paused, composed) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (conn, owner) = (change.conn(), change.actor().user_id());
    let named = Named {
        columns: Counterparts::columns(conn, from, to).await?,
        swimlanes: Counterparts::swimlanes(conn, from, to).await?,
        categories: Counterparts::categories(conn, from, to).await?,
    };
    let mut done = Copied::default();
    for action in load(conn, from).await?.iter() {
        let Some((stored, composed, reach)) = named.stored(action, to)? else {
            done.left_out += 1;
            continue;
        };
        let (event, name) = (&action.event_name, &action.action_name);
        let values = params![to.get(), event, name, stored, reach, owner.get(), action.paused, composed];
        conn.execute(INSERT, values).await?;
        done.copied += 1;
    }
    change.rules_changed(to).await?;
    Ok(done)
}

/// What parameters can name in a project.
struct Named {
    columns: Counterparts,
    swimlanes: Counterparts,
    categories: Counterparts,
}

impl Named {
    /// What is stored of an action in the other project: its parameters, its composition, and how far it reaches; `None`
    /// when it makes no sense there.
    fn stored(&self, action: &Action, to: ProjectId) -> Result<Option<(String, String, Option<i64>)>> {
        if let Some(composed) = &action.composed.0 {
            let Some(composed) = self.recomposed(composed, to) else { return Ok(None) };
            let reach = composed.reaches().map(ProjectId::get);
            return Ok(Some(("{}".to_owned(), serde_json::to_string(&composed)?, reach)));
        }
        let Some(rule) = Rule::parse(&action.action_name) else { return Ok(None) };
        let Some(params) = self.translated(&action.params) else { return Ok(None) };
        let reach = reaches(rule, &params);
        Ok(Some((serde_json::to_string(&params)?, String::new(), reach)))
    }

    /// The same deeds in the other project; `None` when one of them makes no sense there.
    fn recomposed(&self, composed: &Composed, to: ProjectId) -> Option<Composed> {
        let deed = |deed: &Deed| {
            Some(match deed {
                Deed::Column { column } => Deed::Column { column: self.columns.find(column.get())?.into() },
                Deed::Swimlane { swimlane } => {
                    Deed::Swimlane { swimlane: self.swimlanes.find(swimlane.get())?.into() }
                }
                Deed::Category { category } if *category != 0 => {
                    Deed::Category { category: self.categories.find(*category)? }
                }
                // Endpoints are a project's own.
                Deed::Webhook { .. } => return None,
                Deed::Create { project, .. } if *project == to => return None,
                Deed::Create { .. }
                | Deed::Category { .. }
                | Deed::Color { .. }
                | Deed::Assign { .. }
                | Deed::Priority { .. }
                | Deed::Score { .. }
                | Deed::Due { .. }
                | Deed::Close
                | Deed::Open
                | Deed::Comment { .. }
                | Deed::Subtask { .. }
                | Deed::Tag { .. }
                | Deed::Notify { .. } => deed.clone(),
            })
        };
        let deeds = composed.deeds.iter().map(deed).collect::<Option<_>>()?;
        Some(Composed { filter: composed.filter.clone(), deeds })
    }

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
