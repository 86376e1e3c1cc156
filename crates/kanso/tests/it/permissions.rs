//! Who may call what: every procedure of Kanboard's that is there, as everybody there can be.

mod estate;
mod people;
mod removed;
mod table;
mod values;
mod world;

use kanso_testkit::Answer;
use serde_json::{Value, json};

use estate::{Estate, MISSING, Open};
use table::{Procedure, procedures};
use values::named;
use world::World;

/// Kanboard tells everybody that a name is nobody's, so these give away which names exist.
const BY_NAME: [&str; 3] = ["getProjectByName", "getProjectByIdentifier", "getProjectByEmail"];

/// What these answer when all is well looks like a failure: no time passed, there is no directory.
const MODEST: [&str; 2] = ["getSubtaskTimeSpent", "createLdapUser"];

/// Whether a caller of [`World`] may call a procedure of this class. A role through a group is worth the same.
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
    let in_the_project = class.starts_with("P-").then(|| caller.strip_prefix("group-")).flatten();
    allowed.contains(&in_the_project.unwrap_or(caller))
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
    let estate = Estate::whole(&world, Open::ToItsPeople, world.caller("manager").id).await;
    let look = async || {
        let mut seen = Vec::new();
        for method in ["getProjectById", "getProjectUsers", "getBoard", "getAllSwimlanes", "getAllTasks"] {
            seen.push(world.rpc.call(method, json!([estate.id("project")])).await);
        }
        seen.push(world.rpc.call("getAllComments", json!([estate.id("task")])).await);
        for method in ["getAllProjects", "getAllUsers", "getAllGroups"] {
            seen.push(world.rpc.call(method, json!([])).await);
        }
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
                *value = if named(procedure.name, name).is_some() { value.take() } else { json!([]) };
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
    let shared = Estate::whole(&world, Open::ToItsPeople, 0).await;
    for procedure in procedures() {
        for caller in world.callers.iter().filter(|caller| admits(procedure.class, caller.name)) {
            let own = match procedure.only_reads() {
                true => None,
                false => Some(Estate::of(&world, &procedure, caller).await),
            };
            let estate = own.as_ref().unwrap_or(&shared);
            let answer = caller.rpc.try_call(procedure.name, estate.parameters(&procedure, caller.id)).await;
            let what = format!("{} by {}: {answer:?}", procedure.name, caller.name);
            let result = answer.body.get("result").unwrap_or_else(|| panic!("{what}"));
            let is_failure = [json!(false), json!(null), json!(0), json!("")].contains(result);
            assert!(!is_failure || MODEST.contains(&procedure.name), "{what}");
        }
    }
}

#[tokio::test]
async fn nobody_and_disabled_accounts_call_nothing() {
    let world = World::start().await;
    let (nobody, disabled) = (world.app.rpc_as("jsonrpc", "wrong"), world.caller("manager"));
    let estate = Estate::whole(&world, Open::ToItsPeople, disabled.id).await;
    assert_eq!(disabled.rpc.try_call("getMe", json!([])).await.status, 200);
    assert_eq!(world.rpc.call("disableUser", json!([disabled.id])).await, json!(true));
    for procedure in procedures() {
        let parameters = estate.parameters(&procedure, disabled.id);
        for caller in [&nobody, &disabled.rpc] {
            let answer = caller.try_call(procedure.name, parameters.clone()).await;
            assert_eq!(answer, refused(401, "Unauthorized"), "{}", procedure.name);
        }
    }
    world.rpc.call("enableUser", json!([disabled.id])).await;
    assert_eq!(disabled.rpc.try_call("getMe", json!([])).await.status, 200);
}

#[tokio::test]
async fn the_application_is_told_what_is_not_there() {
    let world = World::start().await;
    for procedure in procedures() {
        let names_something = |name: &&str| *name == "id" || name.ends_with("_id") || name.ends_with("_ids");
        let asks_by_id = procedure.required.iter().any(names_something);
        // A label that is not there is its own opposite.
        if procedure.name != "getOppositeLinkId" && (asks_by_id || procedure.name.starts_with("getUser")) {
            let answer = world.rpc.call(procedure.name, Estate::nowhere().parameters(&procedure, 0)).await;
            assert_eq!(&answer, procedure.missing(), "{}", procedure.name);
        }
    }
}

#[tokio::test]
async fn a_foreign_estate_cannot_be_told_from_one_that_is_not_there() {
    let world = World::start().await;
    let foreign = Estate::whole(&world, Open::ToNobody, 0).await;
    for procedure in hiding() {
        for name in ["admin", "boss", "outsider", "manager", "group-manager", "custom"] {
            let caller = world.caller(name);
            let [foreign, missing] =
                [&foreign, &Estate::nowhere()].map(|estate| estate.parameters(&procedure, caller.id));
            let foreign = caller.rpc.try_call_text(procedure.name, foreign).await;
            let missing = caller.rpc.try_call_text(procedure.name, missing).await;
            assert_eq!(foreign, missing, "{} by {name}", procedure.name);
            assert_eq!(foreign.0, 403, "{} by {name}", procedure.name);
        }
    }
}

#[tokio::test]
async fn a_foreign_id_beside_ones_own_cannot_be_told_from_one_that_is_not_there() {
    let world = World::start().await;
    let own = Estate::whole(&world, Open::ToItsPeople, 0).await;
    let foreign = Estate::whole(&world, Open::ToNobody, 0).await;
    let mut compared = 0;
    for procedure in hiding() {
        for name in ["manager", "member", "viewer", "group-member"] {
            let caller = world.caller(name);
            let ask = async |own: &Estate, id: &str, other: &Estate| {
                let mut parameters = own.parameters(&procedure, caller.id);
                parameters[id] = values::value(other, procedure.name, id, caller.id);
                untold(&procedure, caller.rpc.try_call_text(procedure.name, parameters).await)
            };
            let ids = |names: &[&'static str]| {
                let ids = names.iter().copied().filter(|id| named(procedure.name, id).is_some());
                ids.collect::<Vec<_>>()
            };
            for id in ids(&procedure.required) {
                let (foreign, missing) =
                    (ask(&own, id, &foreign).await, ask(&own, id, &Estate::nowhere()).await);
                assert_eq!(foreign, missing, "{id} of {} by {name}", procedure.name);
                compared += 1;
            }
            // With what may be left out the call may do something, each time from the same beginning.
            for id in ids(&procedure.optional) {
                let twins = [
                    Estate::of(&world, &procedure, caller).await,
                    Estate::of(&world, &procedure, caller).await,
                ];
                let foreign = ask(&twins[0], id, &foreign).await;
                let missing = ask(&twins[1], id, &Estate::nowhere()).await;
                assert_eq!(foreign, missing, "{id} of {} by {name}", procedure.name);
                compared += 1;
            }
        }
    }
    assert!(compared > 200, "{compared} pairs");
}

/// The procedures that must not give away what there is in projects of others.
fn hiding() -> Vec<Procedure> {
    let hides = |known: &Procedure| known.is_in_a_project() && !BY_NAME.contains(&known.name);
    procedures().into_iter().filter(hides).collect()
}

/// An answer to the byte, but for the id of what was created: the next one tells nothing.
fn untold(procedure: &Procedure, (status, body): (u16, String)) -> (u16, String) {
    let is_creation = ["create", "add", "duplicate"].iter().any(|verb| procedure.name.starts_with(verb));
    let answer: Value = serde_json::from_str(&body).expect("JSON");
    match answer["result"].as_i64() {
        Some(id) if id > 0 && is_creation => {
            (status, body.replace(&format!("\"result\":{id},"), "\"result\":\"new\","))
        }
        _ => (status, body),
    }
}

#[tokio::test]
async fn a_hidden_comment_cannot_be_told_from_one_that_is_not_there() {
    let world = World::start().await;
    let estate = Estate::whole(&world, Open::ToItsPeople, 0).await;
    let new =
        json!({"task_id": estate.id("task"), "user_id": 0, "content": "hidden", "visibility": "app-admin"});
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
