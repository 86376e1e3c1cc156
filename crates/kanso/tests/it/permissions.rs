//! Who may call what: every procedure of the table in `docs/api.md`, which `kanso-api` keeps true to its own.

mod people;

use kanso_testkit::{Answer, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::ids;

const DOCUMENT: &str = include_str!("../../../../docs/api.md");
/// No row has this id.
const MISSING: i64 = 999_999;
/// Kanboard tells everybody that a name is nobody's, so these give away which names exist.
const BY_NAME: [&str; 3] = ["getProjectByName", "getProjectByIdentifier", "getProjectByEmail"];

/// A line of the method table.
struct Procedure {
    name: &'static str,
    /// The parameters that must be given.
    required: Vec<&'static str>,
    class: &'static str,
    /// What the application is told when the thing it is about is not there.
    missing: Value,
}

fn procedures() -> Vec<Procedure> {
    let row = |line: &'static str| {
        let cells: Vec<_> = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let [_, name, parameters, class, missing, _] = cells[..] else { return None };
        let of_a_class =
            class == "ANY" || class == "USER-ONLY" || class.starts_with("APP-") || class.starts_with("P-");
        let required =
            parameters.split(", ").filter(|name| !name.ends_with('?') && *name != "none").collect();
        of_a_class.then(|| Procedure {
            name,
            required,
            class,
            missing: serde_json::from_str(missing).unwrap(),
        })
    };
    let known: Vec<Procedure> = DOCUMENT.lines().filter_map(row).collect();
    assert!(known.len() >= 69, "docs/api.md lists {} procedures", known.len());
    known
}

/// Whether a caller of [`World`] may call a procedure of this class.
fn admits(class: &str, caller: &str) -> bool {
    let allowed: &[&str] = match class {
        "ANY" => return true,
        "USER-ONLY" => return caller != "application",
        "APP-ADMIN" => &["application", "admin"],
        "APP-MANAGER" => &["application", "admin", "boss"],
        "P-VIEWER" => &["application", "manager", "member", "viewer"],
        "P-MEMBER" => &["application", "manager", "member"],
        "P-MANAGER" => &["application", "manager"],
        unknown => panic!("{unknown} is no class"),
    };
    allowed.contains(&caller)
}

struct Caller {
    name: &'static str,
    id: i64,
    rpc: Rpc,
}

/// Everybody there can be.
struct World {
    app: TestApp,
    rpc: Rpc,
    callers: Vec<Caller>,
}

impl World {
    async fn start() -> Self {
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

    fn caller(&self, name: &str) -> &Caller {
        self.callers.iter().find(|caller| caller.name == name).unwrap()
    }
}

/// A project with one of everything. Nothing is in its column and its swimlane.
struct Estate {
    project: i64,
    task: i64,
    comment: i64,
    column: i64,
    swimlane: i64,
    viewer: i64,
    outsider: i64,
}

impl Estate {
    /// A project in which the people have the roles of their names, or nobody has, with a comment by `author`.
    async fn create(world: &World, has_members: bool, author: i64) -> Self {
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
    fn nowhere() -> Self {
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
    fn value(&self, procedure: &str, parameter: &str, caller: i64) -> Value {
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
            _ => panic!("this test needs a value for {parameter} of {procedure}"),
        }
    }

    fn parameters(&self, procedure: &Procedure, caller: i64) -> Value {
        let value = |name: &&str| ((*name).to_owned(), self.value(procedure.name, name, caller));
        Value::Object(procedure.required.iter().map(value).collect())
    }
}

fn refused(status: u16, message: &str) -> Answer {
    Answer {
        status,
        body: json!({"jsonrpc": "2.0", "error": {"code": status, "message": message}, "id": null}),
    }
}

fn forbidden() -> Answer {
    refused(403, "Forbidden")
}

#[tokio::test]
async fn who_may_not_call_a_procedure_is_refused_and_changes_nothing() {
    let world = World::start().await;
    let estate = Estate::create(&world, true, world.caller("manager").id).await;
    let look = async || {
        let mut seen = Vec::new();
        for method in ["getProjectById", "getProjectUsers", "getBoard", "getAllSwimlanes", "getAllTasks"] {
            seen.push(world.rpc.call(method, json!([estate.project])).await);
        }
        seen.push(world.rpc.call("getAllComments", json!([estate.task])).await);
        seen.push(world.rpc.call("getAllProjects", json!([])).await);
        seen.push(world.rpc.call("getAllUsers", json!([])).await);
        seen
    };
    let before = look().await;
    for procedure in procedures() {
        for caller in &world.callers {
            if admits(procedure.class, caller.name) {
                continue;
            }
            let answer = caller.rpc.try_call(procedure.name, estate.parameters(&procedure, caller.id)).await;
            assert_eq!(answer, forbidden(), "{} by {}", procedure.name, caller.name);
        }
    }
    assert_eq!(look().await, before);
}

#[tokio::test]
async fn who_may_call_a_procedure_gets_what_they_ask_for() {
    let world = World::start().await;
    for procedure in procedures() {
        for caller in world.callers.iter().filter(|caller| admits(procedure.class, caller.name)) {
            let estate = Estate::create(&world, true, caller.id).await;
            let answer = caller.rpc.try_call(procedure.name, estate.parameters(&procedure, caller.id)).await;
            let what = format!("{} by {}: {answer:?}", procedure.name, caller.name);
            let result = answer.body.get("result").unwrap_or_else(|| panic!("{what}"));
            assert!(![json!(false), json!(null), json!(0), json!("")].contains(result), "{what}");
        }
    }
}

#[tokio::test]
async fn nobody_and_disabled_accounts_call_nothing() {
    let world = World::start().await;
    let (nobody, disabled) = (world.app.rpc_as("jsonrpc", "wrong"), world.caller("manager"));
    let estate = Estate::create(&world, true, disabled.id).await;
    assert_eq!(disabled.rpc.try_call("getMe", json!([])).await.status, 200);
    assert_eq!(world.rpc.call("disableUser", json!([disabled.id])).await, json!(true));
    for procedure in procedures() {
        for rpc in [&nobody, &disabled.rpc] {
            let answer = rpc.try_call(procedure.name, estate.parameters(&procedure, disabled.id)).await;
            assert_eq!(answer, refused(401, "Unauthorized"), "{}", procedure.name);
        }
    }
    world.rpc.call("enableUser", json!([disabled.id])).await;
    assert_eq!(disabled.rpc.try_call("getMe", json!([])).await.status, 200);
}

#[tokio::test]
async fn the_application_is_told_what_is_not_there() {
    let world = World::start().await;
    for procedure in procedures().iter().filter(|procedure| !procedure.required.is_empty()) {
        if procedure.class.starts_with("P-") || procedure.name.starts_with("getUser") {
            let parameters = Estate::nowhere().parameters(procedure, 0);
            let answer = world.rpc.call(procedure.name, parameters).await;
            assert_eq!(answer, procedure.missing, "{}", procedure.name);
        }
    }
}

#[tokio::test]
async fn a_foreign_id_cannot_be_told_from_one_that_is_not_there() {
    const NAMES_SOMETHING: [&str; 6] =
        ["project_id", "task_id", "comment_id", "column_id", "swimlane_id", "id"];
    let world = World::start().await;
    let foreign = Estate::create(&world, false, 0).await;
    let mut compared = 0;
    for procedure in procedures() {
        if !procedure.class.starts_with("P-") || BY_NAME.contains(&procedure.name) {
            continue;
        }
        for caller in world.callers.iter().filter(|caller| caller.name != "application") {
            let all = [&foreign, &Estate::nowhere()].map(|estate| estate.parameters(&procedure, caller.id));
            let [foreign, missing] = all.map(|parameters| caller.rpc.try_call(procedure.name, parameters));
            let (foreign, missing) = (foreign.await, missing.await);
            assert_eq!(
                (&foreign, &missing),
                (&forbidden(), &forbidden()),
                "{} by {}",
                procedure.name,
                caller.name
            );
        }
        // Now each id alone, beside others that are one's own.
        for name in ["manager", "member", "viewer"] {
            let caller = world.caller(name);
            let own = Estate::create(&world, true, caller.id).await;
            for id in procedure.required.iter().filter(|name| NAMES_SOMETHING.contains(name)) {
                let with = |estate: &Estate| {
                    let mut parameters = own.parameters(&procedure, caller.id);
                    parameters[*id] = estate.value(procedure.name, id, caller.id);
                    caller.rpc.try_call(procedure.name, parameters)
                };
                let (foreign, missing) = (with(&foreign).await, with(&Estate::nowhere()).await);
                assert_eq!(foreign, missing, "{id} of {} by {name}", procedure.name);
                compared += 1;
            }
        }
    }
    assert!(compared > 150, "{compared} pairs");
}

#[tokio::test]
async fn a_hidden_comment_cannot_be_told_from_one_that_is_not_there() {
    let world = World::start().await;
    let estate = Estate::create(&world, true, 0).await;
    let new = json!({"task_id": estate.task, "user_id": 0, "content": "hidden", "visibility": "app-admin"});
    let hidden = world.rpc.call_for_id("createComment", new).await;
    let manager = &world.caller("manager").rpc;
    for (method, more) in [("getComment", None), ("removeComment", None), ("updateComment", Some("x"))] {
        for id in [hidden, MISSING] {
            let mut parameters = vec![json!(id)];
            parameters.extend(more.map(|text| json!(text)));
            assert_eq!(manager.try_call(method, json!(parameters)).await, forbidden(), "{method} {id}");
        }
    }
}
