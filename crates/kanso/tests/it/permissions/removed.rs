//! A removed project and all that is in it are as little there as when they were deleted for good.

use kanso_core::Actor;
use kanso_core::project::{purge_project, restore_project};
use serde_json::{Value, json};

use super::estate::{Estate, Open};
use super::table::procedures;
use super::world::World;

/// What everybody is answered who asks about the estate, and who lists what there is.
async fn answers(world: &World, estate: &Estate, reads_only: bool) -> Vec<(String, Value)> {
    let mut answers = Vec::new();
    for procedure in procedures() {
        if !(procedure.only_reads() || procedure.is_in_a_project() && !reads_only) {
            continue;
        }
        for name in ["application", "admin", "manager", "member", "group-manager", "custom"] {
            let caller = world.caller(name);
            let asked = estate.parameters(&procedure, caller.id);
            let (status, body) = caller.rpc.try_call_text(procedure.name, asked).await;
            let body: Value = serde_json::from_str(&body).expect("JSON");
            answers.push((format!("{} by {name}", procedure.name), json!([status, body])));
        }
    }
    answers
}

fn assert_same(found: Vec<(String, Value)>, expected: Vec<(String, Value)>) {
    assert!(found.len() > 400, "{} answers", found.len());
    for (found, expected) in found.into_iter().zip(expected) {
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn a_removed_project_cannot_be_told_from_one_that_was_deleted_for_good() {
    let world = World::start().await;
    let estate = Estate::whole(&world, Open::ToItsPeople, world.caller("manager").id).await;
    let project = estate.id("project");
    assert_eq!(world.rpc.call("removeProject", json!([project])).await, json!(true));
    let removed = answers(&world, &estate, false).await;
    purge_project(&world.app.app, &Actor::Application, project.into()).await.unwrap();
    assert_same(removed, answers(&world, &estate, false).await);
}

#[tokio::test]
async fn a_project_that_comes_back_answers_as_before() {
    let world = World::start().await;
    let estate = Estate::whole(&world, Open::ToItsPeople, world.caller("manager").id).await;
    let project = estate.id("project");
    // Asking who is there can note that somebody was there: the second answers are those of a project at rest.
    answers(&world, &estate, true).await;
    let before = answers(&world, &estate, true).await;
    assert_eq!(world.rpc.call("removeProject", json!([project])).await, json!(true));
    restore_project(&world.app.app, &Actor::Application, project.into()).await.unwrap();
    let after = answers(&world, &estate, true).await;
    assert!(after.len() > 300, "{} answers", after.len());
    for (after, before) in after.into_iter().zip(before) {
        assert_eq!(after, before);
    }
}
