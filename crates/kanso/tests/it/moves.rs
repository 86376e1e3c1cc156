//! Moving tasks: the order against a model, and many at once.

use kanso_testkit::TestApp;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::team::{Project, entries, int};

fn titles(column: &[(String, i64)]) -> String {
    column.iter().map(|(title, _)| title.as_str()).collect()
}

#[tokio::test]
async fn the_examples_of_the_contract() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    for (position, expected) in [(1, "EABCD"), (3, "ABECD"), (99, "ABCDE")] {
        let project = Project::create(&rpc).await;
        let mut last = 0;
        for title in ["A", "B", "C", "D", "E"] {
            last = project.task(&rpc, 0, title).await;
        }
        assert_eq!(project.drag(&rpc, last, 0, position).await, json!(true));
        let column = project.column(&rpc, 0).await;
        assert_eq!(titles(&column), expected);
        assert!(column.iter().map(|(_, position)| *position).eq(1..=5), "{column:?}");
    }
}

#[tokio::test]
async fn a_move_that_makes_no_sense_changes_nothing() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let task = project.task(&rpc, 0, "A").await;
    let before = rpc.call("getTask", json!([task])).await;
    let here = (project.id, project.columns[0], project.swimlane);
    for (what, refused) in [
        ("the same place", json!([here.0, task, here.1, 1, here.2])),
        ("position 0", json!([here.0, task, here.1, 0, here.2])),
        ("an unknown task", json!([here.0, 9999, here.1, 1, here.2])),
        ("an unknown column", json!([here.0, task, 9999, 1, here.2])),
        ("an unknown swimlane", json!([here.0, task, here.1, 1, 9999])),
        ("another project's column", json!([here.0, task, other.columns[1], 1, here.2])),
        ("another project's swimlane", json!([here.0, task, here.1, 1, other.swimlane])),
        ("another project", json!([other.id, task, other.columns[1], 1, other.swimlane])),
    ] {
        assert_eq!(rpc.call("moveTaskPosition", refused).await, json!(false), "{what}");
    }
    assert_eq!(rpc.call("getTask", json!([task])).await, before);
}

#[tokio::test]
async fn gaps_and_equal_numbers_are_mended_by_the_next_move() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let mut tasks = Vec::new();
    for title in ["A", "B", "C"] {
        tasks.push(project.task(&rpc, 0, title).await);
    }
    rpc.call("closeTask", json!([tasks[0]])).await;
    // Two open tasks are left, with the numbers 2 and 3; the new one gets 3 as well.
    tasks.push(project.task(&rpc, 0, "D").await);
    assert!(project.column(&rpc, 0).await.iter().map(|(_, position)| *position).eq([2, 3, 3]));
    assert_eq!(project.drag(&rpc, tasks[3], 0, 1).await, json!(true));
    let column = project.column(&rpc, 0).await;
    assert_eq!(titles(&column), "DBC");
    assert!(column.iter().map(|(_, position)| *position).eq(1..=3), "{column:?}");
}

/// One random act: which task, to which column, to which position.
fn acts() -> impl Strategy<Value = Vec<(usize, usize, i64)>> {
    proptest::collection::vec((0usize..8, 0usize..4, 1i64..10), 1..40)
}

#[test]
fn the_order_is_that_of_a_list() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (app, rpc) = runtime.block_on(async {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        (app, rpc)
    });
    let config = Config { cases: 24, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    runner
        .run(&acts(), |acts| {
            runtime.block_on(async {
                let project = Project::create(&rpc).await;
                let mut model = vec![Vec::<i64>::new(); 4];
                for n in 0..8 {
                    model[0].push(project.task(&rpc, 0, &n.to_string()).await);
                }
                let tasks = model[0].clone();
                for (task, column, position) in acts {
                    let id = tasks[task];
                    let from = model.iter().position(|lane| lane.contains(&id)).unwrap();
                    let place = model[from].iter().position(|known| *known == id).unwrap();
                    let stays = from == column && i64::try_from(place).unwrap() + 1 == position;
                    let moved = project.drag(&rpc, id, column, position).await;
                    assert_eq!(moved, json!(!stays));
                    model[from].remove(place);
                    let to = usize::try_from(position - 1).unwrap().min(model[column].len());
                    model[column].insert(if stays { place } else { to }, id);
                }
                for (column, lane) in model.iter().enumerate() {
                    let stored =
                        lane_of(&rpc.call("getAllTasks", json!([project.id])).await, project.columns[column]);
                    let expected: Vec<(i64, i64)> = (1..).zip(lane.iter().copied()).collect();
                    assert_eq!(stored, expected);
                }
            });
            Ok(())
        })
        .unwrap();
    drop(app);
}

/// Position and id of the tasks in a column.
fn lane_of(tasks: &Value, column: i64) -> Vec<(i64, i64)> {
    let own = entries(tasks).filter(|task| task["column_id"] == column);
    let mut lane: Vec<(i64, i64)> = own.map(|task| (int(&task["position"]), int(&task["id"]))).collect();
    lane.sort_unstable();
    lane
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eight_writers_leave_every_lane_dense() {
    const WRITERS: u64 = 8;
    const MOVES: u64 = 200;
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let mut tasks = Vec::new();
    for n in 0..24 {
        tasks.push(project.task(&rpc, n % 4, &n.to_string()).await);
    }
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let (rpc, tasks, columns) = (rpc.clone(), tasks.clone(), project.columns.clone());
        let (id, swimlane) = (project.id, project.swimlane);
        writers.spawn(async move {
            // A walk that needs no randomness to be different for each writer.
            let mut state = writer * 7919 + 1;
            let mut next = |bound: u64| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                usize::try_from((state >> 33) % bound).unwrap()
            };
            for _ in 0..MOVES {
                let (task, column, position) = (tasks[next(24)], columns[next(4)], next(9) + 1);
                // True, or false when the task is there already; an error would panic.
                let moved = rpc.call("moveTaskPosition", json!([id, task, column, position, swimlane])).await;
                assert!(moved.is_boolean(), "{moved}");
            }
        });
    }
    while let Some(done) = writers.join_next().await {
        done.unwrap();
    }
    let all = rpc.call("getAllTasks", json!([project.id])).await;
    let lanes: Vec<_> = project.columns.iter().map(|column| lane_of(&all, *column)).collect();
    assert_eq!(lanes.iter().map(Vec::len).sum::<usize>(), 24);
    for lane in lanes {
        assert!(
            lane.iter().map(|(position, _)| *position).eq(1..=i64::try_from(lane.len()).unwrap()),
            "{lane:?}"
        );
    }
}
