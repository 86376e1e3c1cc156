//! Reports of a project, from its tasks and its log.

use std::time::Duration;

use serde_json::{Value, json};

use super::{World, signed_in};
use crate::team::{Project, person};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The lines of a report's table.
async fn table(world: &World, report: &str, query: &str) -> Vec<String> {
    table_of(world, world.project.id, report, query).await
}

async fn table_of(world: &World, project: i64, report: &str, query: &str) -> Vec<String> {
    let page = world.ada.get(&format!("/project/{project}/reports/{report}?as=csv&{query}")).await;
    assert_eq!(
        (page.status, page.header("content-type")),
        (200, Some("text/csv; charset=utf-8")),
        "{}",
        page.body
    );
    page.body.trim_end().lines().map(str::to_owned).collect()
}

async fn task(world: &World, column: usize, more: Value) -> i64 {
    let project = &world.project;
    let new = json!({"title": "task", "project_id": project.id, "column_id": project.columns[column]});
    world.app.rpc().call_for_id("createTask", crate::team::with(new, &more)).await
}

#[tokio::test]
async fn open_tasks_are_spread_over_columns_and_people() {
    let world = World::start().await;
    task(&world, 0, json!({"owner_id": 2})).await;
    task(&world, 0, json!({"title": "other"})).await;
    task(&world, 2, json!({"owner_id": 2})).await;
    let closed = task(&world, 3, json!({})).await;
    world.app.rpc().call("closeTask", json!([closed])).await;
    let columns = table(&world, "distribution", "").await;
    assert_eq!(
        columns,
        ["Column,Tasks,Share", "Backlog,2,66.7", "Ready,0,0.0", "Work in progress,1,33.3", "Done,0,0.0"]
    );
    let people = table(&world, "assignees", "").await;
    assert_eq!(people, ["Assignee,Tasks,Share", "ada,2,66.7", "Nobody,1,33.3"]);
    let found = table(&world, "assignees", "q=title:other").await;
    assert_eq!(found[1..], ["Nobody,1,100.0"]);
    assert_eq!(table(&world, "assignees", "until=2026-09-20").await.len(), 1, "none was created by then");
}

#[tokio::test]
async fn every_day_of_a_board_is_found_in_its_log() {
    let world = World::start().await;
    let (app, rpc, project) = (&world.app, world.app.rpc(), &world.project);
    let first = task(&world, 0, json!({"score": 3})).await;
    let second = task(&world, 0, json!({"score": 5})).await;
    app.pass(DAY).await;
    project.drag(&rpc, first, 2, 1).await;
    rpc.call("updateTask", json!({"id": second, "score": 8})).await;
    app.pass(DAY).await;
    rpc.call("closeTask", json!([first])).await;
    let third = task(&world, 1, json!({"score": 1})).await;
    rpc.call("removeTask", json!([third])).await;
    app.pass(DAY).await;
    rpc.call("removeTask", json!([second])).await;

    let burndown =
        ["2026-09-24,0,0,0,0,0", "2026-09-23,8,0,0,0,8", "2026-09-22,8,0,3,0,11", "2026-09-21,8,0,0,0,8"];
    let table_now = table(&world, "burndown", "").await;
    assert_eq!(table_now[0], "Day,Backlog,Ready,Work in progress,Done,Total");
    assert_eq!(table_now[1..], burndown);
    let flow =
        ["2026-09-24,0,0,1,0,1", "2026-09-23,1,0,1,0,2", "2026-09-22,1,0,1,0,2", "2026-09-21,2,0,0,0,2"];
    assert_eq!(table(&world, "flow", "").await[1..], flow);

    app.pass(DAY).await;
    let kept = app.rows::<(i64,)>("SELECT COUNT(*) FROM report_days").await[0].0;
    assert_eq!(kept, 5, "days that are over are read once, and columns without tasks are no rows");
    rpc.call("openTask", json!([first])).await;
    let later = table(&world, "burndown", "").await;
    assert_eq!(later[1..], [&["2026-09-25,0,0,3,0,3"], &burndown[..]].concat());
    assert_eq!(table(&world, "burndown", "from=2026-09-22&until=2026-09-22").await[1..], burndown[2..3]);
    app.set("cfd_include_closed_tasks", "0").await;
    assert_eq!(table(&world, "flow", "until=2026-09-24").await[1], "2026-09-24,0,0,0,0,0");
    let summary = world.ada.get(&world.at("/exports/file?what=summary")).await.body;
    let expected = "Date,Backlog,Ready,Work in progress,Done\r\n2026-09-21,2,0,0,0\r\n2026-09-22,1,0,1,0\r\n\
        2026-09-23,1,0,0,0\r\n2026-09-24,0,0,0,0\r\n2026-09-25,0,0,1,0\r\n";
    assert_eq!(summary, expected);
}

#[tokio::test]
async fn days_are_right_across_projects_the_trash_and_removed_columns() {
    let world = World::start().await;
    let (app, rpc, project) = (&world.app, world.app.rpc(), &world.project);
    let other = Project::create(&rpc).await;
    rpc.call("addProjectUser", json!([other.id, 2, "project-manager"])).await;
    let review = rpc.call_for_id("addColumn", json!([project.id, "Review"])).await;
    let leaver = task(&world, 0, json!({})).await;
    let removed = task(&world, 1, json!({})).await;
    let passer = task(&world, 0, json!({"column_id": review})).await;
    app.pass(DAY).await;
    assert_eq!(rpc.call("moveTaskToProject", json!([leaver, other.id])).await, json!(true));
    rpc.call("removeTask", json!([removed])).await;
    project.drag(&rpc, passer, 3, 1).await;
    assert_eq!(rpc.call("removeColumn", json!([review])).await, json!(true));
    app.pass(DAY).await;
    // A day is kept before the task comes back.
    table(&world, "flow", "").await;
    let page = world.ada.submit(&world.at("/trash"), &format!("/task/{removed}/restore"), &[]).await;
    assert_eq!(page.status, 303, "{}", page.body);
    rpc.call("moveTaskToProject", json!([leaver, project.id])).await;

    let flow = table(&world, "flow", "").await;
    assert_eq!(flow[0], "Day,Backlog,Ready,Work in progress,Done,Review (removed),Total");
    assert_eq!(flow[1..], ["2026-09-23,1,1,0,1,0,3", "2026-09-22,0,0,0,1,0,1", "2026-09-21,1,1,0,0,1,3"]);
    let there = table_of(&world, other.id, "flow", "").await;
    assert_eq!(there[1..], ["2026-09-23,0,0,0,0,0", "2026-09-22,1,0,0,0,1"], "it came, and left again today");
    // From the log alone, all at once, it is the same.
    app.execute(&["DELETE FROM report_days", "DELETE FROM report_progress"]).await;
    assert_eq!(table(&world, "flow", "").await, flow);
}

#[tokio::test]
async fn days_begin_when_the_time_zone_of_the_settings_says() {
    let world = World::start().await;
    task(&world, 0, json!({})).await;
    world.app.pass(DAY).await;
    assert_eq!(table(&world, "flow", "").await[1..].len(), 2);
    // 14:13 in UTC is after midnight there.
    world.app.set("application_timezone", "Pacific/Auckland").await;
    let days: Vec<String> = table(&world, "flow", "").await[1..]
        .iter()
        .map(|row| row.split(',').next().unwrap().to_owned())
        .collect();
    assert_eq!(days, ["2026-09-23", "2026-09-22"]);
}

#[tokio::test]
async fn times_are_told_by_day_and_by_column() {
    let world = World::start().await;
    let (app, rpc) = (&world.app, world.app.rpc());
    let first = task(&world, 0, json!({"date_started": "2026-09-21 14:13"})).await;
    app.pass(DAY).await;
    world.project.drag(&rpc, first, 2, 1).await;
    app.pass(DAY).await;
    rpc.call("closeTask", json!([first])).await;
    app.pass(DAY).await;
    let times = table(&world, "times", "from=2026-09-23").await;
    let day = 86_400;
    assert_eq!(times[0], "Day,Tasks,Lead time,Cycle time");
    let cycle = 2 * day + 20;
    assert_eq!(
        times[1..],
        [format!("2026-09-24,1,{},{cycle}", 2 * day), format!("2026-09-23,1,{},{cycle}", 2 * day)]
    );
    let columns = table(&world, "column-times", "").await;
    assert_eq!(columns[1..], ["Backlog,1,86400", "Ready,0,0", "Work in progress,1,86400", "Done,0,0"]);
}

#[tokio::test]
async fn hours_are_compared() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let open = task(&world, 0, json!({"title": "=open"})).await;
    let closed = task(&world, 1, json!({"title": "closed"})).await;
    rpc.call("updateTask", json!({"id": open, "time_estimated": 4, "time_spent": 1.5})).await;
    rpc.call("updateTask", json!({"id": closed, "time_estimated": 2, "time_spent": 3})).await;
    rpc.call("closeTask", json!([closed])).await;
    let hours = table(&world, "estimates", "").await;
    let expected = [
        "Task,State,Time estimated,Time spent,Difference".to_owned(),
        "All open tasks,,4,1.5,2.5".to_owned(),
        "All closed tasks,,2,3,-1".to_owned(),
        format!("#{closed} closed,closed,2,3,-1"),
        format!("#{open} =open,open,4,1.5,2.5"),
    ];
    assert_eq!(hours, expected);
    let columns = table(&world, "column-estimates", "q=status:open").await;
    assert_eq!(columns[1..], ["Backlog,4,1.5,2.5"]);
}

#[tokio::test]
async fn a_report_is_a_picture_and_a_table_and_each_is_a_file() {
    let world = World::start().await;
    task(&world, 0, json!({"score": 2, "time_estimated": 1})).await;
    let reports = [
        "distribution",
        "assignees",
        "flow",
        "burndown",
        "times",
        "column-times",
        "estimates",
        "column-estimates",
    ];
    for report in reports {
        let path = world.at(&format!("/reports/{report}"));
        let page = world.ada.get(&path).await;
        assert_eq!(page.status, 200, "{report}");
        assert!(page.body.contains("<svg ") && page.body.contains("role=\"img\""), "{report}: {}", page.body);
        assert!(page.body.contains("<th scope=\"row\">") && !page.body.contains(" style="), "{report}");
        let file = world.ada.get(&format!("{path}?as=svg")).await;
        assert_eq!(file.header("content-type"), Some("image/svg+xml"), "{report}");
        let named = format!("Demo Project-{report}.svg");
        assert!(file.header("content-disposition").is_some_and(|header| header.contains(&named)), "{report}");
        assert!(file.body.starts_with("<?xml") && !file.body.contains("var("), "{report}");
    }
}

#[tokio::test]
async fn an_empty_report_says_what_to_do_and_what_is_no_day_is_refused() {
    let world = World::start().await;
    let page = world.ada.get(&world.at("/reports/estimates")).await;
    assert!(page.status == 200 && page.body.contains("Give tasks an estimate"), "{}", page.body);
    assert_eq!(
        world.ada.get(&world.at("/reports/flow?as=svg")).await.status,
        404,
        "there is nothing to draw"
    );
    for odd in [
        "flow?from=soon",
        "times?from=2026-09-02&until=2026-09-01",
        "flow?from=2000-01-01",
        "times?from=2000-01-01",
    ] {
        let page = world.ada.get(&world.at(&format!("/reports/{odd}"))).await;
        assert!(page.status == 422 && page.body.contains("role=\"alert\""), "{odd}: {}", page.body);
    }
}

#[tokio::test]
async fn reports_are_for_those_who_manage_the_project() {
    let world = World::start().await;
    person(&world.app, &world.project, "bob", Some("project-member")).await;
    let bob = signed_in(&world.app, "bob", "bobbob").await;
    let path = world.at("/reports/distribution");
    assert_eq!(bob.get(&path).await.status, 403);
    assert!(!bob.get(&world.at("")).await.body.contains("/reports/"), "nothing leads there");
    assert!(world.ada.get(&world.at("")).await.body.contains(&format!("href=\"{path}\"")));
}
