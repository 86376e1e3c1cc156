//! Automatic actions.

use std::collections::BTreeMap;
use std::sync::Arc;

use kanso_core::action::{self, NewAction, Params};
use kanso_domain::{ActionId, ProjectId, Rule, Trigger};
use kanso_rpc::lenient::{Given, Id, Lenient};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use crate::error::{Failure, Outcome};
use crate::json::Dictionary;
use crate::procedure::Caller;
use crate::project::OneProject;

/// An automatic action of a project.
#[derive(Serialize)]
pub(crate) struct ActionAnswer {
    id: ActionId,
    project_id: ProjectId,
    event_name: String,
    action_name: String,
    #[serde(serialize_with = "as_kanboard_writes")]
    params: Params,
}

/// An object, or an empty list when there are none.
fn as_kanboard_writes<S: Serializer>(params: &Params, serializer: S) -> Result<S::Ok, S::Error> {
    if params.0.is_empty() { serializer.collect_seq([(); 0]) } else { params.serialize(serializer) }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneAction {
    action_id: Id<ActionId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct ByName {
    action_name: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateAction {
    project_id: Id<ProjectId>,
    event_name: Given<String>,
    action_name: Given<String>,
    params: Given<ActionParams>,
}

/// Parameters of an action; `None` for values that are none, which are refused. What is neither an object nor a
/// list cannot be read at all.
#[derive(Debug)]
struct ActionParams(Option<Params>);

impl Lenient for ActionParams {
    fn read(value: Value) -> Option<Self> {
        let params = match value {
            Value::Object(members) => {
                let text = |(name, value)| Some((name, text(value)?));
                members.into_iter().map(text).collect::<Option<BTreeMap<_, _>>>().map(Params)
            }
            Value::Array(list) => list.is_empty().then(Params::default),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
        };
        Some(Self(params))
    }
}

/// A value as the text that PHP makes of it.
fn text(value: Value) -> Option<String> {
    match value {
        Value::Bool(flag) => Some(if flag { "1" } else { "" }.to_owned()),
        Value::Null | Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => {
            String::read(value)
        }
    }
}

pub(crate) fn available_actions(_: &Caller) -> Dictionary<&'static str, &'static str> {
    let mut actions: Vec<_> = Rule::ALL.iter().map(|rule| (rule.as_str(), rule.text())).collect();
    actions.sort_by_key(|(_, text)| *text);
    Dictionary(actions)
}

pub(crate) fn available_action_events(_: &Caller) -> Dictionary<&'static str, &'static str> {
    events(&Trigger::ALL)
}

pub(crate) async fn get_compatible_action_events(
    _: Arc<Caller>,
    params: ByName,
) -> Outcome<Dictionary<&'static str, &'static str>> {
    let name = params.action_name.optional().ok().flatten();
    let rule = name.and_then(|name| Rule::parse(&name));
    let rule = rule.ok_or(Failure::Exception("There is no automatic action of this name"))?;
    Ok(events(rule.triggers()))
}

/// Sorted by what they say.
fn events(triggers: &[Trigger]) -> Dictionary<&'static str, &'static str> {
    let known = Trigger::ALL.into_iter().filter(|trigger| triggers.contains(trigger));
    Dictionary(known.map(|trigger| (trigger.as_str(), trigger.text())).collect())
}

pub(crate) async fn get_actions(by: Arc<Caller>, params: OneProject) -> Outcome<Vec<ActionAnswer>> {
    let actions = action::list_actions(&by.app, &by.actor, params.project_id.0).await?;
    let answer = |action: action::Action| ActionAnswer {
        id: action.id,
        project_id: action.project_id,
        event_name: action.event_name,
        action_name: action.action_name,
        params: action.params,
    };
    Ok(actions.into_iter().map(answer).collect())
}

pub(crate) async fn create_action(by: Arc<Caller>, params: CreateAction) -> Outcome<ActionId> {
    let given = match params.params {
        Given::Is(ActionParams(given)) => given.ok_or(Failure::Refused)?,
        Given::Absent | Given::Null => return Err(Failure::Refused),
        Given::Wrong => return Err(Failure::Malformed),
    };
    let new = NewAction {
        project: params.project_id.0,
        event_name: params.event_name.required()?,
        action_name: params.action_name.required()?,
        params: given,
    };
    Ok(action::create_action(&by.app, &by.actor, new).await?)
}

pub(crate) async fn remove_action(by: Arc<Caller>, params: OneAction) -> Outcome<bool> {
    action::remove_action(&by.app, &by.actor, params.action_id.0).await?;
    Ok(true)
}
