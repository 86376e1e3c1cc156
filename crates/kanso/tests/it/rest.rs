//! Kanso's own API under `/api/v1`. Every answer in these tests is compared with what `/openapi.json` says of it.

mod causation;
mod contract;
mod credentials;
mod deliveries;
mod documents;
mod events;
mod explain;
mod permissions;
mod recovery;
mod recurrence;
mod robust;
mod rules;
mod stream;
mod webhooks;

use std::sync::Arc;

use kanso_testkit::{ADMIN_PASSWORD, Receiver, Reply, Rest, TestApp};
use serde_json::{Value, json};

use crate::team::{int, with};
use contract::Contract;

/// Where webhooks are.
const WEBHOOKS: &str = "/api/v1/webhooks";

/// A client whose answers must be as the document says.
#[derive(Clone)]
struct Api {
    rest: Rest,
    contract: Arc<Contract>,
}

impl Api {
    /// Without credentials.
    async fn anonymous(app: &TestApp) -> Self {
        let rest = app.rest();
        let contract = Arc::new(Contract::read(&rest).await);
        Self { rest, contract }
    }

    /// As the first account, an administrator.
    async fn admin(app: &TestApp) -> Self {
        Self::anonymous(app).await.of("admin", ADMIN_PASSWORD)
    }

    /// As the application, which sees the events of all projects.
    async fn application(app: &TestApp) -> Self {
        Self::anonymous(app).await.of("jsonrpc", app.app.settings().get("api_token"))
    }

    /// The same client as somebody else.
    fn of(&self, username: &str, secret: &str) -> Self {
        self.by(self.rest.basic(username, secret))
    }

    /// The same client as a person of `team::person`.
    fn person(&self, name: &str) -> Self {
        self.of(name, &format!("{name}{name}"))
    }

    fn by(&self, rest: Rest) -> Self {
        Self { rest, contract: Arc::clone(&self.contract) }
    }

    async fn get(&self, path: &str) -> Reply {
        let reply = self.rest.get(path).await;
        self.contract.check("get", path, &reply);
        reply
    }

    async fn post(&self, path: &str, body: Value) -> Reply {
        let reply = self.rest.post(path, body).await;
        self.contract.check("post", path, &reply);
        reply
    }

    async fn patch(&self, path: &str, body: Value) -> Reply {
        let reply = self.rest.patch(path, body).await;
        self.contract.check("patch", path, &reply);
        reply
    }

    async fn put(&self, path: &str, body: Value) -> Reply {
        let reply = self.rest.put(path, body).await;
        self.contract.check("put", path, &reply);
        reply
    }

    async fn delete(&self, path: &str) -> Reply {
        let reply = self.rest.delete(path).await;
        self.contract.check("delete", path, &reply);
        reply
    }

    /// The body of what is at `path`.
    async fn read(&self, path: &str) -> Value {
        let reply = self.get(path).await;
        assert_eq!(reply.status, 200, "{path}: {reply:?}");
        reply.body
    }

    /// A webhook to the receiver, with these fields besides.
    async fn webhook(&self, receiver: &Receiver, fields: Value) -> i64 {
        let new = with(json!({"name": "Hook", "url": receiver.url()}), &fields);
        let reply = self.post(WEBHOOKS, new).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        int(&reply.body["id"])
    }
}

/// The status, and the field that is refused.
fn refused(reply: &Reply) -> (u16, &str) {
    (reply.status, reply.body["field"].as_str().unwrap_or_default())
}

/// The values of a member of each entry.
fn each<'a>(list: &'a Value, member: &str) -> Vec<&'a Value> {
    list.as_array().expect("a list").iter().map(|entry| &entry[member]).collect()
}
