//! A procedure of the API: its parameters, who may call it, and what its failures look like.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;

use kanso_core::{Actor, App, Error, Kind, Scope};
use kanso_domain::Permission;
use kanso_rpc::Fault;
use kanso_rpc::lenient;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::application::Nothing;
use crate::class::{Class, Missing};
use crate::error::{Failure, Outcome, unforeseen};
use crate::json;

/// Who calls, and what there is to call.
pub(crate) struct Caller {
    pub(crate) app: App,
    pub(crate) actor: Actor,
}

/// What every procedure answers to values it does not accept.
const REFUSED: &str = "false";

type Act =
    Box<dyn Fn(Arc<Caller>, Value) -> Pin<Box<dyn Future<Output = Outcome<Vec<u8>>> + Send>> + Send + Sync>;

/// A line of the method table.
pub(crate) struct Procedure {
    pub(crate) name: &'static str,
    pub(crate) class: Class,
    pub(crate) missing: Missing,
    /// The parameters by position. As many of the first ones as are required must be there.
    names: Vec<&'static str>,
    required: usize,
    act: Act,
    /// The parameters as the table announces them, and as the type that reads them knows them.
    #[cfg(test)]
    pub(crate) parameters: (&'static str, fn() -> &'static [&'static str]),
}

/// A procedure that reads its parameters as `P`, does `act` and answers an `R`. The parameters are announced as
/// `task_id, title?`: by position, optional ones marked.
pub(crate) fn procedure<P, R, F>(
    name: &'static str,
    parameters: &'static str,
    class: Class,
    missing: Missing,
    act: impl Fn(Arc<Caller>, P) -> F + Copy + Send + Sync + 'static,
) -> Procedure
where
    P: DeserializeOwned + Send + 'static,
    R: Serialize,
    F: Future<Output = Outcome<R>> + Send + 'static,
{
    let listed = parameters.split(", ").filter(|parameter| !parameter.is_empty());
    let names: Vec<_> = listed.clone().map(|parameter| parameter.trim_end_matches('?')).collect();
    Procedure {
        name,
        class,
        missing,
        required: listed.filter(|parameter| !parameter.ends_with('?')).count(),
        names,
        act: Box::new(move |by, params| {
            Box::pin(async move {
                let params = P::deserialize(params).map_err(|_| Failure::Malformed)?;
                let result = act(by, params).await?;
                json::result(&result).map_err(|error| Failure::Core(error.into()))
            })
        }),
        #[cfg(test)]
        parameters: (parameters, crate::methods::tests::fields_of::<P>),
    }
}

/// A procedure of anybody's that answers what is known without asking the database.
pub(crate) fn constant<R: Serialize + Send + 'static>(
    name: &'static str,
    answer: fn(&Caller) -> R,
) -> Procedure {
    let act = move |by: Arc<Caller>, _: Nothing| std::future::ready(Ok(answer(&by)));
    procedure(name, "", Class::Any, Missing::Null, act)
}

impl Procedure {
    async fn run(&self, by: Arc<Caller>, params: Value) -> Result<Vec<u8>, Fault> {
        if !self.class.admits(&by.actor) {
            return Err(Fault::FORBIDDEN);
        }
        self.check(&params)?;
        let subject = self.subject(&by.actor, &params);
        match (self.act)(Arc::clone(&by), params).await {
            Ok(result) => Ok(result),
            Err(failure) => {
                // The role comes before the values: who has none is not told what is wrong with them.
                if let (Failure::Refused | Failure::Malformed, Some((scope, needs))) = (&failure, subject) {
                    let allowed = by.app.require(&by.actor, scope, needs).await;
                    allowed.or_else(|error| self.tell(&by.actor, Failure::Core(error)).map(|_| ()))?;
                }
                self.tell(&by.actor, failure)
            }
        }
    }

    /// What a person's call is about and the permission it needs, if the parameters name it by id.
    fn subject(&self, actor: &Actor, params: &Value) -> Option<(Scope, Permission)> {
        let (needs, kind) = self.class.needs().filter(|_| matches!(actor, Actor::User(_)))?;
        let (own, make): (_, fn(i64) -> Scope) = match kind {
            Kind::Column => ("column_id", |id| Scope::Column(id.into())),
            Kind::Swimlane => ("swimlane_id", |id| Scope::Swimlane(id.into())),
            Kind::Task => ("task_id", |id| Scope::Task(id.into())),
            Kind::Comment => ("comment_id", |id| Scope::Comment(id.into())),
            Kind::Category => ("category_id", |id| Scope::Category(id.into())),
            Kind::Tag => ("tag_id", |id| Scope::Tag(id.into())),
            Kind::Subtask => ("subtask_id", |id| Scope::Subtask(id.into())),
            Kind::Link => ("task_link_id", |id| Scope::TaskLink(id.into())),
            Kind::File => ("file_id", |id| Scope::TaskFile(id.into())),
            Kind::Action => ("action_id", |id| Scope::Action(id.into())),
            Kind::Project => ("project_id", |id| Scope::Project(id.into())),
            Kind::ExternalLink
            | Kind::Label
            | Kind::Group
            | Kind::User
            | Kind::Member
            | Kind::Endpoint
            | Kind::Delivery
            | Kind::Recovery
            | Kind::Notice
            | Kind::CustomFilter
            | Kind::Event
            | Kind::Setting
            | Kind::Role
            | Kind::Description
            | Kind::Currency
            | Kind::Token
            | Kind::Session
            | Kind::Invitation => return None,
        };
        // `id` is the thing itself, unless the parameters name it in full, as the task of a subtask.
        let position = |wanted: &str| self.names.iter().position(|name| *name == wanted);
        let position = position(own).or_else(|| position("id"))?;
        let id = params.get(position).or_else(|| params.get(self.names[position]));
        Some((make(id.and_then(lenient::whole).unwrap_or_default()), needs))
    }

    /// Kanboard counts first and looks at names then.
    fn check(&self, params: &Value) -> Result<(), Fault> {
        let (given, named) = match params {
            Value::Array(list) => (list.len(), None),
            Value::Object(members) => (members.len(), Some(members).filter(|members| !members.is_empty())),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => (0, None),
        };
        if given < self.required {
            return Err(Fault::INVALID_PARAMS.about("Wrong number of arguments"));
        }
        if given > self.names.len() {
            return Err(Fault::INVALID_PARAMS.about("Too many arguments"));
        }
        let required = &self.names[..self.required];
        let absent = named.and_then(|named| required.iter().find(|name| !named.contains_key(**name)));
        match absent {
            Some(name) => Err(Fault::INVALID_PARAMS.about(format!("Missing argument: {name}"))),
            None => Ok(()),
        }
    }

    /// The failure in Kanboard's words: a result or an error.
    fn tell(&self, actor: &Actor, failure: Failure) -> Result<Vec<u8>, Fault> {
        let error = match failure {
            Failure::Refused => return Ok(json::literal(REFUSED)),
            Failure::Malformed => return Err(Fault::INVALID_PARAMS),
            Failure::Exception(message) => return Err(Fault::exception(message)),
            Failure::Core(error) => error,
        };
        match error {
            Error::NotFound(kind) if matches!(actor, Actor::User(_)) && self.class.hides(kind) => {
                Err(Fault::FORBIDDEN)
            }
            Error::NotFound(_) => Ok(json::literal(self.missing.as_json())),
            Error::Forbidden(_) => Err(Fault::FORBIDDEN),
            Error::Invalid(_) | Error::Conflict(_) => Ok(json::literal(REFUSED)),
            Error::Overloaded | Error::Database(_) | Error::Stored(_) => Err(unforeseen(&error, self.name)),
        }
    }
}

/// The procedures by name.
pub(crate) struct Procedures(HashMap<String, Procedure>);

impl Procedures {
    pub(crate) fn new(procedures: Vec<Procedure>) -> Self {
        Self(procedures.into_iter().map(|known| (known.name.to_ascii_lowercase(), known)).collect())
    }

    /// Carries out `method`, whatever its case; answers the beginning of the response.
    pub(crate) async fn run(&self, by: Arc<Caller>, method: &str, params: Value) -> Result<Vec<u8>, Fault> {
        match self.0.get(&method.to_ascii_lowercase()) {
            Some(procedure) => procedure.run(by, params).await,
            None => Err(Fault::METHOD_NOT_FOUND),
        }
    }
}

#[cfg(test)]
mod tests;
