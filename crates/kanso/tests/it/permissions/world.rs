//! Everybody who can call, and everything they can call about.

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use super::Procedure;
use crate::team::ids;

/// No row has this id.
pub(super) const MISSING: i64 = 999_999;

pub(super) struct Caller {
    pub(super) name: &'static str,
    pub(super) id: i64,
    pub(super) rpc: Rpc,
}

/// Everybody there can be.
pub(super) struct World {
    pub(super) app: TestApp,
    pub(super) rpc: Rpc,
    pub(super) callers: Vec<Caller>,
}

impl World {
    pub(super) async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let mut callers = vec![Caller { name: "application", id: 0, rpc: app.rpc() }];
        for (name, role) in [
            ("admin", "app-admin"),
            ("boss", "app-manager"),
            ("outsider", "app-user"),
            ("manager", "app-user"),
            ("member", "app-user"),
            ("viewer", "app-user"),
            ("custom", "app-user"),
        ] {
            // The first account is an administrator too; this one has the same rights and a password like others.
            let new = json!({"username": format!("the-{name}"), "password": "secret", "role": role});
            let id = rpc.call_for_id("createUser", new).await;
            callers.push(Caller { name, id, rpc: app.rpc_as(&format!("the-{name}"), "secret") });
        }
        Self { app, rpc, callers }
    }

    pub(super) fn caller(&self, name: &str) -> &Caller {
        self.callers.iter().find(|caller| caller.name == name).expect("one of them")
    }
}

/// A project with one of everything. Nothing is in its column and its swimlane.
pub(super) struct Estate {
    pub(super) project: i64,
    pub(super) task: i64,
    pub(super) comment: i64,
    pub(super) column: i64,
    pub(super) swimlane: i64,
    pub(super) viewer: i64,
    pub(super) outsider: i64,
}

impl Estate {
    /// A project in which the people have the roles of their names, or nobody has, with a comment by `author`.
    pub(super) async fn create(world: &World, has_members: bool, author: i64) -> Self {
        let rpc = &world.rpc;
        let project = rpc.call_for_id("createProject", json!(["x"])).await;
        for caller in &world.callers[4..] {
            if has_members {
                rpc.call("addProjectUser", json!([project, caller.id, format!("project-{}", caller.name)]))
                    .await;
            }
        }
        let text = format!("estate{project}");
        let names =
            json!({"project_id": project, "name": text, "identifier": text, "email": format!("{text}@x")});
        rpc.call("updateProject", names).await;
        let new = json!({"title": "x", "project_id": project, "reference": "REF"});
        let task = rpc.call_for_id("createTask", new).await;
        Self {
            project,
            task,
            comment: rpc.call_for_id("createComment", json!([task, author, "x"])).await,
            column: ids(&rpc.call("getColumns", json!([project])).await)[3],
            swimlane: rpc.call_for_id("addSwimlane", json!([project, "Lane 2"])).await,
            viewer: world.caller("viewer").id,
            outsider: world.caller("outsider").id,
        }
    }

    /// Where nothing is.
    pub(super) fn nowhere() -> Self {
        let nothing = MISSING;
        Self {
            project: nothing,
            task: nothing,
            comment: nothing,
            column: nothing,
            swimlane: nothing,
            viewer: nothing,
            outsider: nothing,
        }
    }

    /// A value for a parameter with which the call does something.
    pub(super) fn value(&self, procedure: &str, parameter: &str, caller: i64) -> Value {
        match (parameter, procedure) {
            ("project_id", _) => json!(self.project),
            ("task_id", _) | ("id", "updateTask") => json!(self.task),
            ("comment_id", _) | ("id", "updateComment") => json!(self.comment),
            ("column_id", _) => json!(self.column),
            ("swimlane_id", _) => json!(self.swimlane),
            ("user_id", "createComment") => json!(caller),
            ("user_id", "addProjectUser") => json!(self.outsider),
            ("user_id", _) => json!(self.viewer),
            ("name", "getSwimlaneByName") => json!("Lane 2"),
            ("name", "getProjectByName") | ("identifier", _) => json!(format!("estate{}", self.project)),
            ("email", "getProjectByEmail") => json!(format!("estate{}@x", self.project)),
            ("name" | "title" | "content", _) => json!("new"),
            ("username", "createUser") => json!(format!("user{}", self.project)),
            ("username", _) if self.project == MISSING => json!("nobody"),
            ("username", _) => json!("admin"),
            ("password", _) => json!("secret"),
            ("reference", _) => json!("REF"),
            ("role", _) => json!("project-viewer"),
            ("position", "changeSwimlanePosition") => json!(1),
            ("position", _) => json!(2),
            _ => unreachable!("this test needs a value for {parameter} of {procedure}"),
        }
    }

    pub(super) fn parameters(&self, procedure: &Procedure, caller: i64) -> Value {
        let value = |name: &&str| ((*name).to_owned(), self.value(procedure.name, name, caller));
        Value::Object(procedure.required.iter().map(value).collect())
    }
}
