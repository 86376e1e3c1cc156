//! Everybody who can call.

use kanso_testkit::{Rpc, TestApp};
use serde_json::json;

pub(super) struct Caller {
    pub(super) name: &'static str,
    pub(super) id: i64,
    pub(super) rpc: Rpc,
    /// What the caller is given in a project: itself, or a group it is in.
    gets: Option<Role>,
}

/// A role in every project of the world, by its name.
enum Role {
    Own(&'static str),
    OfGroup(i64, &'static str),
}

/// Everybody there can be.
pub(super) struct World {
    pub(super) app: TestApp,
    pub(super) rpc: Rpc,
    pub(super) callers: Vec<Caller>,
}

/// Accounts with their application role and their role in projects. The first account of an installation is an
/// administrator too; `admin` has the same rights and a password like others.
const PEOPLE: [(&str, &str, &str); 10] = [
    ("admin", "app-admin", ""),
    ("boss", "app-manager", ""),
    ("outsider", "app-user", ""),
    ("manager", "app-user", "project-manager"),
    ("member", "app-user", "project-member"),
    ("viewer", "app-user", "project-viewer"),
    ("custom", "app-user", "a role of its own"),
    ("group-manager", "app-user", "project-manager"),
    ("group-member", "app-user", "project-member"),
    ("group-viewer", "app-user", "project-viewer"),
];

impl World {
    pub(super) async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let mut callers = vec![Caller { name: "application", id: 0, rpc: app.rpc(), gets: None }];
        for (name, application, project) in PEOPLE {
            let username = format!("the-{name}");
            let new = json!({"username": username, "password": "secret", "role": application});
            let id = rpc.call_for_id("createUser", new).await;
            let gets = match project {
                "" => None,
                role if name.starts_with("group-") => {
                    let group = rpc.call_for_id("createGroup", json!([name])).await;
                    rpc.call("addGroupMember", json!([group, id])).await;
                    Some(Role::OfGroup(group, role))
                }
                role => Some(Role::Own(role)),
            };
            callers.push(Caller { name, id, rpc: app.rpc_as(&username, "secret"), gets });
        }
        Self { app, rpc, callers }
    }

    pub(super) fn caller(&self, name: &str) -> &Caller {
        self.callers.iter().find(|caller| caller.name == name).expect("one of them")
    }

    /// Gives people their role in a project.
    pub(super) async fn join(&self, project: i64, whom: impl Fn(&Caller) -> bool) {
        for caller in self.callers.iter().filter(|caller| whom(caller)) {
            let (method, holder, role) = match &caller.gets {
                Some(Role::Own(role)) => ("addProjectUser", caller.id, role),
                Some(Role::OfGroup(group, role)) => ("addProjectGroup", *group, role),
                None => continue,
            };
            assert_eq!(self.rpc.call(method, json!([project, holder, role])).await, json!(true));
        }
    }
}
