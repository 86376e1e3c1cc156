//! Who may call what: every procedure of the table in `docs/api.md`, which `kanso-api` keeps true to its own.

mod people;
mod world;

use kanso_testkit::Answer;
use serde_json::{Value, json};

use world::{Estate, MISSING, World};

const DOCUMENT: &str = include_str!("../../../../docs/api.md");
/// Kanboard tells everybody that a name is nobody's, so these give away which names exist.
const BY_NAME: [&str; 3] = ["getProjectByName", "getProjectByIdentifier", "getProjectByEmail"];

/// Parameters that name what belongs to a project.
const IDS: [&str; 6] = ["project_id", "task_id", "comment_id", "column_id", "swimlane_id", "id"];

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
        if !of_a_class {
            return None;
        }
        let required =
            parameters.split(", ").filter(|name| !name.ends_with('?') && *name != "none").collect();
        // A dash: it is about nothing that could be missing.
        let missing =
            if missing == "–" { Value::Null } else { serde_json::from_str(missing).expect("JSON") };
        Some(Procedure { name, required, class, missing })
    };
    let known: Vec<Procedure> = DOCUMENT.lines().filter_map(row).collect();
    assert!(known.len() >= 71, "docs/api.md lists {} procedures", known.len());
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
        unknown => unreachable!("{unknown} is no class"),
    };
    allowed.contains(&caller)
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
            let good = estate.parameters(&procedure, caller.id);
            let answer = caller.rpc.try_call(procedure.name, good.clone()).await;
            assert_eq!(answer, forbidden(), "{} by {}", procedure.name, caller.name);
            if BY_NAME.contains(&procedure.name) {
                continue;
            }
            // Nor are they told that their values make no sense.
            let mut bad = good;
            for (name, value) in bad.as_object_mut().unwrap() {
                *value = if IDS.contains(&name.as_str()) { value.take() } else { json!([]) };
            }
            let answer = caller.rpc.try_call(procedure.name, bad).await;
            assert_eq!(answer, forbidden(), "nonsense to {} by {}", procedure.name, caller.name);
        }
    }
    assert_eq!(look().await, before);
}

#[tokio::test]
async fn who_may_call_a_procedure_gets_what_they_ask_for() {
    let world = World::start().await;
    let shared = Estate::create(&world, true, 0).await;
    for procedure in procedures() {
        let only_reads = procedure.name.starts_with("get") || procedure.name.starts_with("is");
        for caller in world.callers.iter().filter(|caller| admits(procedure.class, caller.name)) {
            let own = if only_reads { None } else { Some(Estate::create(&world, true, caller.id).await) };
            let estate = own.as_ref().unwrap_or(&shared);
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
    let mut classes = Vec::new();
    for procedure in procedures() {
        let parameters = estate.parameters(&procedure, disabled.id);
        let answer = nobody.try_call(procedure.name, parameters.clone()).await;
        assert_eq!(answer, refused(401, "Unauthorized"), "{}", procedure.name);
        // Looking for a person takes as long as checking a password: one procedure of each class will do.
        if !classes.contains(&procedure.class) {
            let answer = disabled.rpc.try_call(procedure.name, parameters).await;
            assert_eq!(answer, refused(401, "Unauthorized"), "{}", procedure.name);
            classes.push(procedure.class);
        }
    }
    assert_eq!(classes.len(), 7, "{classes:?}");
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
    let world = World::start().await;
    let (own, foreign) = (Estate::create(&world, true, 0).await, Estate::create(&world, false, 0).await);
    let mut compared = 0;
    for procedure in procedures() {
        if !procedure.class.starts_with("P-") || BY_NAME.contains(&procedure.name) {
            continue;
        }
        for caller in ["admin", "outsider", "manager"].map(|name| world.caller(name)) {
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
            for id in procedure.required.iter().filter(|name| IDS.contains(name)) {
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
    let acts = [
        ("getComment", None),
        ("removeComment", None),
        ("updateComment", Some("x")),
        ("updateComment", Some("")),
    ];
    for (method, more) in acts {
        for id in [hidden, MISSING] {
            let mut parameters = vec![json!(id)];
            parameters.extend(more.map(|text| json!(text)));
            assert_eq!(manager.try_call(method, json!(parameters)).await, forbidden(), "{method} {id}");
        }
    }
}
