//! HTTP and JSON-RPC: one call or a batch in, their responses out.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use kanso_core::App;
use kanso_rpc::Fault;
use kanso_rpc::request::{self, Call, Calls};
use serde_json::Value;

use crate::cause::{self, Refused};
use crate::error::unforeseen;
use crate::procedure::{Caller, Procedures};
use crate::{ApiConfig, auth, methods};

/// A longer body is not looked into for somebody without credentials: as values it takes many times its size.
const ANYBODYS_BYTES: usize = 1024 * 1024;

pub(crate) struct Server {
    app: App,
    config: ApiConfig,
    procedures: Procedures,
}

impl Server {
    pub(crate) fn new(app: App, config: ApiConfig) -> Self {
        Self { app, config, procedures: Procedures::new(methods::all()) }
    }
}

/// Answers an HTTP request.
pub(crate) async fn answer(State(server): State<Arc<Server>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, server.config.max_body_bytes).await else {
        return fail(&Fault::TOO_LARGE, &Value::Null);
    };
    let from = auth::address(&head.extensions);
    let mut visit = Visit { server: &server, headers: &head.headers, from, caller: None };
    if body.len() > ANYBODYS_BYTES
        && let Err(fault) = visit.caller().await
    {
        return fail(&fault, &Value::Null);
    }
    let calls = request::calls(&body);
    // A file in it is large, and it is not needed any more.
    drop(body);
    match calls {
        Ok(Calls::Batch(calls)) => visit.batch(calls).await,
        Ok(Calls::Single(call)) => visit.single(call).await,
        Err(fault) => fail(&fault, &Value::Null),
    }
}

/// One HTTP request while its calls are carried out.
struct Visit<'a> {
    server: &'a Server,
    headers: &'a HeaderMap,
    from: Option<IpAddr>,
    /// Known once the first well-formed call needed it: malformed ones are told so without credentials.
    caller: Option<Arc<Caller>>,
}

/// An error, and the id of the call it answers: null for a notification and for what is no call.
type Told = (Fault, Value);

impl Visit<'_> {
    async fn single(mut self, call: Value) -> Response {
        match self.one(call).await {
            Ok(response) => respond(StatusCode::OK, response.unwrap_or_default()),
            Err((fault, id)) => fail(&fault, &id),
        }
    }

    async fn batch(mut self, calls: Vec<Value>) -> Response {
        let mut responses = Vec::with_capacity(calls.len());
        for call in calls {
            match self.one(call).await {
                Ok(response) => responses.extend(response),
                Err((fault, id)) if fault.ends_batch() => return fail(&fault, &id),
                Err((fault, id)) => responses.push(request::error(&fault, &id)),
            }
        }
        respond(StatusCode::OK, request::list(&responses))
    }

    /// Carries out one call. A notification has no response, unless it fails in a way that HTTP tells.
    async fn one(&mut self, call: Value) -> Result<Option<Vec<u8>>, Told> {
        let Call { method, params, id } = Call::read(call).map_err(|fault| (fault, Value::Null))?;
        let outcome = match self.caller().await {
            Ok(caller) => self.server.procedures.run(caller, &method, params).await,
            Err(fault) => Err(fault),
        };
        match (outcome, id) {
            (Ok(result), Some(id)) => Ok(Some(request::finish(result, &id))),
            (Ok(_), None) => Ok(None),
            (Err(fault), _) if fault.ends_batch() => Err((fault, Value::Null)),
            (Err(fault), Some(id)) => Err((fault, id)),
            (Err(fault), None) if fault.answers_notification() => Err((fault, Value::Null)),
            (Err(_), None) => Ok(None),
        }
    }

    /// Who calls, asked once for all calls of the request.
    async fn caller(&mut self) -> Result<Arc<Caller>, Fault> {
        if let Some(caller) = &self.caller {
            return Ok(Arc::clone(caller));
        }
        let Server { app, config, .. } = self.server;
        let actor = match auth::identify(app, self.headers, self.from, config).await {
            Ok(actor) => actor.ok_or(Fault::UNAUTHORIZED)?,
            Err(error) => return Err(unforeseen(&error, "authentication")),
        };
        let app = match cause::follow(&self.server.app, self.headers).await {
            Ok(app) => app,
            Err(Refused::Unknown) => return Err(Fault::UNKNOWN_CAUSE.about(Refused::WORDS)),
            Err(Refused::Core(error)) => return Err(unforeseen(&error, "causation")),
        };
        let caller = Arc::new(Caller { app, actor });
        self.caller = Some(Arc::clone(&caller));
        Ok(caller)
    }
}

fn fail(fault: &Fault, id: &Value) -> Response {
    let mut response = respond(fault.status(), request::error(fault, id));
    match fault.status() {
        StatusCode::UNAUTHORIZED => {
            response
                .headers_mut()
                .insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"JsonRPC\""));
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        _ => {}
    }
    response
}

fn respond(status: StatusCode, body: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
