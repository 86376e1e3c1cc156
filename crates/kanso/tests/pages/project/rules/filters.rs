//! The filters of many rules at once: what is told from the task itself, and what is asked together.

use serde_json::json;

use super::super::World;
use crate::team::{ids, with};

#[tokio::test]
async fn what_an_earlier_rule_did_counts_for_the_filters_of_later_ones() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let filters = ["tag:late", "tag:lat", "comment:slow", "tag:late title:x", "title:y", "due:2026-09-22"];
    let mut before = Vec::new();
    for filter in filters {
        before.push(world.composed(&["task.close"], filter, &[("score", "1")]).await);
    }
    let tagging = world.composed(&["task.close"], "", &[("tag", "late"), ("due", "1")]).await;
    let mut after = Vec::new();
    for filter in filters {
        after.push(world.composed(&["task.close"], filter, &[("priority:2", "")]).await);
    }
    let task = world.project.task(&rpc, 0, "x").await;
    rpc.call("closeTask", json!([task])).await;
    assert_eq!(world.outcomes(tagging).await, ["done"]);
    for rule in before {
        assert!(world.outcomes(rule).await.is_empty(), "it did not find the task then");
    }
    let done = [true, true, false, true, false, true];
    for ((rule, is_done), filter) in after.into_iter().zip(done).zip(filters) {
        assert_eq!(!world.outcomes(rule).await.is_empty(), is_done, "{filter}");
    }
    assert_eq!((world.field(task, "score").await, world.field(task, "priority").await), (json!(0), json!(2)));
}

/// What a rule can ask, by all that is told from the task itself, and some that is not.
const FILTERS: [&str; 41] = [
    "brakes",
    "title:BRAKES",
    "title:été",
    "title:ÉTÉ",
    "description:worn_OUT",
    "description:100%",
    "description:x",
    "ref:web-1",
    "ref:WEB*",
    "ref:none",
    "complexity:3",
    "complexity:<3",
    "priority:>=2",
    "priority:0",
    "category:\"éclair repair\"",
    "category:\"Éclair REPAIR\"",
    "category:none",
    "color:red",
    "assignee:ada",
    "assignee:nobody",
    "assignee:anybody",
    "swimlane:\"default swimlane\"",
    "swimlane:other",
    "column:ready",
    "column:Ready",
    "column:\"Work in progress\"",
    "project:\"demo PROJECT\"",
    "project:other",
    "due:none",
    "due:>2026-09-01",
    "tag:LATE",
    "tag:none",
    "status:open",
    "status:closed",
    "comment:hello",
    "comment:HELL",
    "comment:goodbye",
    "tag:latest",
    "tag:late tag:early",
    "title:brakes color:red",
    "title:brakes title:lights",
];

/// So many rules that the filters are judged together.
const TOGETHER: usize = 4;

/// What of a filter is told from the task, its tags and its comments must find what the database finds.
#[tokio::test]
async fn rules_find_the_tasks_that_a_search_finds() {
    const FOUND: &str =
        "SELECT action_id, task_id FROM rule_log WHERE action_id IS NOT NULL ORDER BY task_id";
    let world = World::start().await;
    let (rpc, project) = (world.app.rpc(), world.project.id);
    let ada = world.of_ada().await;
    let category = rpc.call_for_id("createCategory", json!([project, "Éclair Repair"])).await;
    let mut tasks = Vec::new();
    for more in [
        json!({"title": "Brakes ÉTÉ", "description": "100% Worn_out", "reference": "WEB-1", "score": 3}),
        json!({"title": "lights", "category_id": category, "priority": 2, "date_due": "2026-09-23 12:00"}),
        json!({"title": "BRAKES", "owner_id": ada, "color_id": "red", "score": 0, "column_id": world.project.columns[2]}),
    ] {
        tasks.push(rpc.call_for_id("createTask", with(more, &json!({"project_id": project}))).await);
    }
    rpc.call("setTaskTags", json!([project, tasks[0], ["late"]])).await;
    let by_number = tasks[0].to_string();
    let filters: Vec<&str> = FILTERS.into_iter().chain([by_number.as_str()]).collect();
    let mut asked = Vec::new();
    for filter in &filters {
        // Somebody is told whom the task does not have, so that nothing changes.
        let mut rules = Vec::new();
        for _ in 0..TOGETHER {
            rules.push(world.composed(&["comment.create"], filter, &[("notify:assignee", "x")]).await);
        }
        let searched = rpc.call("searchTasks", json!({"project_id": project, "query": filter})).await;
        asked.push((rules, ids(&searched)));
    }
    for task in &tasks {
        rpc.call("createComment", json!({"task_id": task, "user_id": ada, "content": "Hello"})).await;
    }
    let log = world.app.rows::<(i64, i64)>(FOUND).await;
    let mut found_any = 0;
    for (filter, (rules, mut searched)) in filters.into_iter().zip(asked) {
        // The search was asked before there was any comment, and for those there is one.
        if filter.starts_with("comment:hell") || filter.starts_with("comment:HELL") {
            searched.clone_from(&tasks);
        }
        for rule in rules {
            let found: Vec<i64> = log.iter().filter(|(of, _)| *of == rule).map(|(_, task)| *task).collect();
            assert_eq!(found, searched, "{filter}");
        }
        found_any += usize::from(!searched.is_empty());
    }
    assert!((20..FILTERS.len()).contains(&found_any), "some find something and some do not: {found_any}");
}
