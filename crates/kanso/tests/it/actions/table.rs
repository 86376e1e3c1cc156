//! Each action that changes its own task: on what, and whether it is told.

use std::time::Duration;

use kanso_core::action::run_daily;
use serde_json::{Value, json};

use super::{World, add, full};
use crate::team::{int, members, told, with};

/// What is done to the task.
enum Act {
    Create,
    /// Moved from the first column to the second.
    Move,
    /// Moved to the second swimlane.
    MoveLane,
    Update(Value),
    Close,
    /// Copied, which links the copy to the task.
    Link,
    /// Two days pass.
    Daily,
}

struct Case {
    event: &'static str,
    rule: &'static str,
    params: Value,
    /// The task before.
    new: Value,
    act: Act,
    /// The task afterwards.
    expected: Value,
    /// The events of the act and what follows from it.
    told: &'static [&'static str],
}

/// Those that do something elsewhere; `effects.rs` looks at them.
const ELSEWHERE: [&str; 7] = [
    "CommentCreationMoveTaskColumn",
    "StopSubtaskTimerMoveTaskColumn",
    "SubtaskTimerMoveTaskColumn",
    "TaskDuplicateAnotherProject",
    "TaskEmail",
    "TaskEmailNoActivity",
    "TaskMoveAnotherProject",
];

const CREATED: &[&str] = &["task.create"];
const MOVED: &[&str] = &["task.move.column"];
const LANED: &[&str] = &["task.move.swimlane"];
const UPDATED: &[&str] = &["task.update"];
const ASSIGNED: &[&str] = &["task.assignee_change"];
const LINKED: &[&str] =
    &["task.create", "task_internal_link.create_update", "task_internal_link.create_update"];
const PAST: &str = "2020-01-01 10:00";
const PAST_AT: i64 = 1_577_872_800;
const SOON: &str = "2200-01-01 10:00";

/// Event, rule, its parameters, the task before, the act, the task afterwards, the events.
type Row = (&'static str, &'static str, Value, Value, Act, Value, &'static [&'static str]);

const CREATE: &str = "task.create";
const CREATE_UPDATE: &str = "task.create_update";
const UPDATE: &str = "task.update";
const ASSIGN: &str = "task.assignee_change";
const CLOSE: &str = "task.close";
const COLUMN: &str = "task.move.column";
const SWIMLANE: &str = "task.move.swimlane";
const LINK: &str = "task_internal_link.create_update";
const DAILY: &str = "task.cronjob.daily";

fn none() -> Value {
    json!({})
}

fn owned(owner: i64) -> Value {
    json!({"owner_id": owner})
}

#[rustfmt::skip]
fn colors_and_categories(world: &World) -> Vec<Row> {
    let (lane, max) = (world.lane, world.max);
    let red = || json!({"color_id": "red"});
    let bug = || json!({"category_id": world.category});
    let both = || with(red(), &bug());
    let into = || json!({"column_id": world.project.columns[1]});
    let in_lane = || json!({"swimlane_id": lane});
    vec![
        (CREATE_UPDATE, "TaskAssignCategoryColor", both(), red(), Act::Create, bug(), &["task.create", "task.update"]),
        (LINK, "TaskAssignCategoryLink", with(bug(), &json!({"link_id": 5})), none(), Act::Link, bug(), &["task.create", LINK, LINK, "task.update"]),
        (CREATE, "TaskAssignCategorySwimlaneChange", with(in_lane(), &bug()), in_lane(), Act::Create, bug(), CREATED),
        (SWIMLANE, "TaskAssignCategorySwimlaneChange", with(in_lane(), &bug()), none(), Act::MoveLane, bug(), LANED),
        (CREATE_UPDATE, "TaskAssignColorCategory", both(), bug(), Act::Create, red(), CREATED),
        (CREATE_UPDATE, "TaskAssignColorCategory", both(), none(), Act::Update(bug()), red(), UPDATED),
        (CREATE, "TaskAssignColorColumn", with(into(), &red()), into(), Act::Create, red(), CREATED),
        (COLUMN, "TaskAssignColorColumn", with(into(), &red()), none(), Act::Move, red(), MOVED),
        (LINK, "TaskAssignColorLink", with(red(), &json!({"link_id": 5})), none(), Act::Link, red(), LINKED),
        (DAILY, "TaskAssignColorOnDueDate", red(), json!({"date_due": PAST}), Act::Daily, red(), &[]),
        (DAILY, "TaskAssignColorOnStartDate", red(), json!({"date_started": PAST}), Act::Daily, red(), &[]),
        (CREATE_UPDATE, "TaskAssignColorPriority", with(red(), &json!({"priority": 3})), json!({"priority": 3}), Act::Create, red(), CREATED),
        (SWIMLANE, "TaskAssignColorSwimlane", with(in_lane(), &red()), none(), Act::MoveLane, red(), LANED),
        (CREATE, "TaskAssignColorUser", with(red(), &json!({"user_id": max})), owned(max), Act::Create, red(), CREATED),
        (ASSIGN, "TaskAssignColorUser", with(red(), &json!({"user_id": max})), none(), Act::Update(owned(max)), red(), ASSIGNED),
    ]
}

#[rustfmt::skip]
fn people_dates_and_priorities(world: &World) -> Vec<Row> {
    let (first, lane, eve, max) = (world.project.columns[0], world.lane, world.eve.0, world.max);
    let into = || json!({"column_id": world.project.columns[1]});
    let into_for = |user: i64| with(into(), &json!({"user_id": user}));
    let moved_and_assigned = &["task.move.column", "task.assignee_change"];
    let created_and_assigned = &["task.create", "task.assignee_change"];
    vec![
        (COLUMN, "TaskAssignCreator", into(), none(), Act::Move, owned(eve), moved_and_assigned),
        (CREATE, "TaskAssignCurrentUser", none(), none(), Act::Create, owned(eve), created_and_assigned),
        (COLUMN, "TaskAssignCurrentUserColumn", into(), owned(max), Act::Move, owned(eve), moved_and_assigned),
        (COLUMN, "TaskAssignCurrentUserColumnIfNoUserAlreadySet", into(), none(), Act::Move, owned(eve), moved_and_assigned),
        (COLUMN, "TaskAssignCurrentUserColumnIfNoUserAlreadySet", into(), owned(max), Act::Move, owned(max), MOVED),
        (COLUMN, "TaskAssignSpecificUser", into_for(max), none(), Act::Move, owned(max), moved_and_assigned),
        (CREATE_UPDATE, "TaskAssignSpecificUser", into_for(max), into(), Act::Create, owned(max), created_and_assigned),
        (CREATE, "TaskAssignToUserOnCreationInColumn", into(), into(), Act::Create, owned(eve), created_and_assigned),
        (CREATE, "TaskAssignToUserOnCreationInColumn", into(), with(into(), &owned(max)), Act::Create, owned(max), CREATED),
        (SWIMLANE, "TaskAssignUserSwimlaneChange", json!({"swimlane_id": lane, "user_id": max}), none(), Act::MoveLane, owned(max), LANED),
        (CREATE, "TaskAssignDueDateOnCreation", json!({"duration": 2}), json!({"date_due": SOON}), Act::Create, json!({"date_due": "in 2 days"}), CREATED),
        (COLUMN, "TaskAssignDueDateOnMoveColumn", json!({"duration": 3, "column_id": first}), none(), Act::Move, json!({"date_due": "in 3 days"}), MOVED),
        (COLUMN, "TaskUpdateStartDate", into(), none(), Act::Move, json!({"date_started": "in 0 days"}), MOVED),
        (COLUMN, "TaskUpdateStartDateOnMoveColumn", json!({"column_id": first}), none(), Act::Move, json!({"date_started": "in 0 days"}), MOVED),
        (COLUMN, "TaskUpdateStartDateOnMoveColumn", json!({"column_id": first}), json!({"date_started": PAST}), Act::Move, json!({"date_started": PAST_AT}), MOVED),
        (SWIMLANE, "TaskAssignPrioritySwimlane", json!({"swimlane_id": lane, "priority": 2}), none(), Act::MoveLane, json!({"priority": 2}), &["task.move.swimlane", "task.update"]),
    ]
}

#[rustfmt::skip]
fn moves_and_closings(world: &World) -> Vec<Row> {
    let [first, second, third, _] = world.project.columns[..] else { unreachable!("four columns") };
    let (lane, max) = (world.lane, world.max);
    let bug = || json!({"category_id": world.category});
    let to_third = |more: Value| with(json!({"src_column_id": first, "dest_column_id": third}), &more);
    let days = |days: i64| json!({"duration": days});
    let (in_first, in_third) = (|| json!({"column_id": first}), || json!({"column_id": third}));
    let (open, closed) = (|| json!({"is_active": 1}), || json!({"is_active": 0}));
    vec![
        (COLUMN, "TaskCloseColumn", json!({"column_id": second}), none(), Act::Move, closed(), &["task.move.column", "task.close"]),
        (DAILY, "TaskCloseNoActivity", days(1), none(), Act::Daily, closed(), &["task.close"]),
        (DAILY, "TaskCloseNoActivity", days(2), none(), Act::Daily, open(), &[]),
        (DAILY, "TaskCloseNoActivityColumn", with(days(1), &in_first()), none(), Act::Daily, closed(), &["task.close"]),
        (DAILY, "TaskCloseNotMovedColumn", with(days(1), &in_first()), none(), Act::Daily, closed(), &["task.close"]),
        (DAILY, "TaskCloseNotMovedColumn", with(days(1), &in_third()), none(), Act::Daily, open(), &[]),
        (ASSIGN, "TaskMoveColumnAssigned", to_third(none()), none(), Act::Update(owned(max)), in_third(), ASSIGNED),
        (UPDATE, "TaskMoveColumnAssigned", to_third(none()), owned(max), Act::Update(json!({"title": "new"})), in_third(), UPDATED),
        (ASSIGN, "TaskMoveColumnUnAssigned", to_third(none()), owned(max), Act::Update(owned(0)), in_third(), ASSIGNED),
        (UPDATE, "TaskMoveColumnCategoryChange", with(bug(), &json!({"dest_column_id": third})), none(), Act::Update(bug()), in_third(), UPDATED),
        (CLOSE, "TaskMoveColumnClosed", json!({"dest_column_id": third}), none(), Act::Close, with(in_third(), &json!({"position": 1, "is_active": 0})), &["task.close", "task.move.column"]),
        (DAILY, "TaskMoveColumnNotMovedPeriod", to_third(days(1)), none(), Act::Daily, with(in_third(), &json!({"position": 1})), &[]),
        (DAILY, "TaskMoveColumnOnDueDate", to_third(days(1)), json!({"date_due": PAST}), Act::Daily, in_third(), &["task.move.column"]),
        (DAILY, "TaskMoveColumnOnDueDate", to_third(days(1)), json!({"date_due": SOON}), Act::Daily, in_first(), &[]),
        (DAILY, "TaskMoveColumnOnStartDate", to_third(none()), json!({"date_started": PAST}), Act::Daily, in_third(), &[]),
        (ASSIGN, "TaskMoveSwimlaneAssigned", json!({"user_id": max, "dest_swimlane_id": lane}), none(), Act::Update(owned(max)), json!({"swimlane_id": lane}), &["task.assignee_change", "task.move.swimlane"]),
        (UPDATE, "TaskMoveSwimlaneCategoryChange", with(bug(), &json!({"dest_swimlane_id": lane})), none(), Act::Update(bug()), json!({"swimlane_id": lane}), UPDATED),
    ]
}

fn cases(world: &World) -> Vec<Case> {
    let case = |(event, rule, params, new, act, expected, told): Row| Case {
        event,
        rule,
        params,
        new,
        act,
        expected,
        told,
    };
    let rows = [colors_and_categories(world), people_dates_and_priorities(world), moves_and_closings(world)];
    rows.into_iter().flatten().map(case).collect()
}

impl Case {
    /// Does what the action waits for, as eve.
    async fn act(&self, world: &World, task: i64) {
        let (project, eve) = (&world.project, &world.eve.1);
        let done = match &self.act {
            Act::Create => json!(true),
            Act::Move => project.drag(eve, task, 1, 1).await,
            Act::MoveLane => {
                let to = json!([project.id, task, project.columns[0], 1, world.lane]);
                eve.call("moveTaskPosition", to).await
            }
            Act::Update(values) => eve.call("updateTask", with(json!({"id": task}), values)).await,
            Act::Close => eve.call("closeTask", json!([task])).await,
            Act::Link => {
                eve.call_for_id("duplicateTaskToProject", json!([task, project.id])).await;
                json!(true)
            }
            Act::Daily => {
                world.app.clock.advance(Duration::from_secs(2 * 86_400));
                assert_eq!(run_daily(&world.app.app).await.expect("the database answers"), 1);
                json!(true)
            }
        };
        assert_eq!(done, json!(true), "{}", self.rule);
    }

    fn assert_expected(&self, world: &World, task: &Value) {
        for (field, value) in members(&self.expected) {
            let value = match value.as_str().and_then(|text| text.strip_prefix("in ")?.strip_suffix(" days"))
            {
                Some(days) => json!(world.app.clock.now() + days.parse::<i64>().expect("a number") * 86_400),
                None => value.clone(),
            };
            assert_eq!(task[field], value, "{} on {}: {field}", self.rule, self.event);
        }
    }
}

#[tokio::test]
async fn every_action_does_what_it_says() {
    let world = World::start().await;
    let cases = cases(&world);
    for case in &cases {
        world.app.clock.advance(Duration::from_secs(60));
        let action = add(&world.rpc, world.project.id, case.event, case.rule, case.params.clone()).await;
        let new = with(json!({"title": "x", "project_id": world.project.id}), &case.new);
        let mut known = told(&world.app).await.len();
        let task = world.eve.1.call_for_id("createTask", new).await;
        if !matches!(case.act, Act::Create) {
            known = told(&world.app).await.len();
        }
        case.act(&world, task).await;
        case.assert_expected(&world, &world.get(task).await);
        assert_eq!(&told(&world.app).await[known..], case.told, "{} on {}", case.rule, case.event);
        world.rpc.call("removeAction", json!([action])).await;
        for left in world.rpc.call("getAllTasks", json!([world.project.id])).await.as_array().unwrap() {
            world.rpc.call("removeTask", json!([int(&left["id"])])).await;
        }
    }
    let all = world.rpc.call("getAvailableActions", json!([])).await;
    for name in members(&all).keys() {
        let is = |rule: &str| *name == full(rule);
        assert!(ELSEWHERE.iter().any(|rule| is(rule)) || cases.iter().any(|case| is(case.rule)), "{name}");
    }
}
