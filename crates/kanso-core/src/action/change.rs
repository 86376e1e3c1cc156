//! Giving a project automatic actions, and taking them away.

use kanso_db::params;
use kanso_domain::{ActionId, Permission, ProjectId, Rule, Trigger, text};

use super::Params;
use crate::{Actor, App, Error, Fault, Kind, Result};

/// An automatic action to add.
#[derive(Clone, Debug)]
pub struct NewAction {
    /// The project it is for.
    pub project: ProjectId,
    /// The name of what sets it off; the action must accept it.
    pub event_name: String,
    /// The name of what it does.
    pub action_name: String,
    /// Exactly the parameters that it needs. What they name need not exist.
    pub params: Params,
}

/// Adds an automatic action. The same one can be added several times.
///
/// # Errors
///
/// [`Error::Invalid`] for names and parameters that do not belong together.
#[crate::use_case]
pub async fn create_action(app: &App, actor: &Actor, new: NewAction) -> Result<ActionId> {
    const INSERT: &str = "INSERT INTO actions (project_id, event_name, action_name, params, reaches, owner_id) \
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    app.change(actor, new.project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let rule = new.check()?;
            let params = serde_json::to_string(&new.params)?;
            let (reach, owner) = (reaches(rule, &new.params), change.actor().user_id());
            let values =
                params![new.project.get(), new.event_name, rule.as_str(), params, reach, owner.get()];
            let (id,) = change.conn().one::<(i64,)>(INSERT, values).await?.unwrap_or_default();
            change.rules_changed(new.project).await?;
            Ok(id.into())
        })
    })
    .await
}

/// Changes what sets an automatic action off and what it needs to know; what it does stays. Its log, and whether it is
/// paused, stay.
///
/// # Errors
///
/// As [`create_action`]; [`Kind::Action`] for what is no action of the project that does that.
#[crate::use_case]
pub async fn update_action(app: &App, actor: &Actor, action: ActionId, new: NewAction) -> Result<()> {
    const UPDATE: &str = "UPDATE actions SET event_name = $1, params = $2, reaches = $3 \
        WHERE id = $4 AND project_id = $5 AND action_name = $6";
    app.change(actor, new.project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let rule = new.check()?;
            let (params, reach) = (serde_json::to_string(&new.params)?, reaches(rule, &new.params));
            let values =
                params![new.event_name, params, reach, action.get(), new.project.get(), rule.as_str()];
            let changed = change.conn().execute(UPDATE, values).await?;
            change.rules_changed(new.project).await?;
            (changed > 0).then_some(()).ok_or(Error::NotFound(Kind::Action))
        })
    })
    .await
}

/// Takes an automatic action away.
#[crate::use_case]
pub async fn remove_action(app: &App, actor: &Actor, action: ActionId) -> Result<()> {
    const REMOVE: &str = "DELETE FROM actions WHERE id = $1";
    app.change(actor, action, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let removed = change.conn().execute(REMOVE, params![action.get()]).await?;
            change.rules_changed(change.project()).await?;
            (removed > 0).then_some(()).ok_or(Error::NotFound(Kind::Action))
        })
    })
    .await
}

impl NewAction {
    fn check(&self) -> Result<Rule> {
        let unknown = |what| Error::Invalid(Fault::Unknown(what));
        let rule = Rule::parse(&self.action_name).ok_or(unknown("action_name"))?;
        let trigger = Trigger::parse(&self.event_name).ok_or(unknown("event_name"))?;
        if !rule.triggers().contains(&trigger) {
            return Err(unknown("event_name"));
        }
        for name in rule.parameters() {
            if !text::fits(self.params.text(name)?, text::TITLE) {
                return Err(Error::Invalid(Fault::TooLong(name, text::TITLE)));
            }
        }
        if self.params.0.len() > rule.parameters().len() {
            return Err(unknown("params"));
        }
        Ok(rule)
    }
}

/// The other project that it takes tasks to: who locks the one locks both.
pub(super) fn reaches(rule: Rule, params: &Params) -> Option<i64> {
    let takes_tasks_away = matches!(rule, Rule::TaskDuplicateAnotherProject | Rule::TaskMoveAnotherProject);
    takes_tasks_away.then(|| params.number("project_id").ok()).flatten()
}
