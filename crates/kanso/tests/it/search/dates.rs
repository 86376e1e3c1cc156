//! Dates in searches: the tasks are created on Monday the 21st, twice Wednesday the 23rd and Friday the 25th of
//! September 2026, when the fourth is closed and "today" is.

use serde_json::json;

use super::World;

#[tokio::test]
async fn a_date_is_a_day_and_operators_go_by_its_ends() {
    World::start()
        .await
        .check(&[
            ("created:2026-09-21", &[1]),
            ("created:today", &[4]),
            ("created:\"2 days ago\"", &[2, 3]),
            ("created:-2days", &[2, 3]),
            ("created:\"last wednesday\"", &[2, 3]),
            ("created:<2026-09-23", &[1]),
            ("created:<=2026-09-23", &[1, 2, 3]),
            ("created:>2026-09-23", &[4]),
            ("created:>=2026-09-23", &[2, 3, 4]),
            ("created:>\"3 days ago\"", &[2, 3, 4]),
            ("created:2026-09-21 created:today", &[1, 4]),
            ("created:nonsense", &[]),
            ("modified:yesterday", &[]),
            ("modified:today", &[4]),
            ("updated:<today", &[1, 2, 3]),
            ("moved:2026-09-23", &[2, 3]),
            ("completed:today", &[4]),
            ("completed:<tomorrow", &[4]),
            ("started:\"last wednesday\"", &[1]),
            ("started:<2030-01-01", &[1]),
            ("createdRange:\"2026-09-22..2026-09-25\"", &[2, 3, 4]),
            ("createdRange:09/21/2026..09/23/2026", &[1, 2, 3]),
            ("modifiedRange:\"yesterday..tomorrow\"", &[4]),
            ("updatedRange:\"2026-09-21..2026-09-21\"", &[1]),
            ("movedRange:\"2026-09-22..2026-09-24\"", &[2, 3]),
            ("completedRange:\"2026-09-25..2026-09-25\"", &[4]),
            ("completedRange:2026-09-25", &[]),
        ])
        .await;
}

#[tokio::test]
async fn what_is_not_due_is_due_on_no_day() {
    World::start()
        .await
        .check(&[
            ("due:2026-12-24", &[1]),
            ("due:12/24/2026", &[1]),
            ("due:<2030-01-01", &[1, 3]),
            ("due:<=2026-12-24 status:open", &[1, 3]),
            ("due:<2026-12-24", &[3]),
            ("due:>1970-01-01", &[1, 3]),
            ("due:>=2026-12-24", &[1]),
            ("due:>2026-12-24", &[]),
            ("due:<today assignee:nobody", &[3]),
            ("due:none", &[2, 4]),
            ("due:none due:<today", &[2, 3, 4]),
            ("due:none status:closed", &[4]),
        ])
        .await;
}

#[tokio::test]
async fn days_are_those_of_the_time_zone_in_the_settings() {
    let world = World::start().await;
    world.app.set("application_timezone", "Pacific/Auckland").await;
    // Created at 14:13 UTC, which is past midnight there.
    world.check(&[("created:2026-09-21", &[]), ("created:2026-09-22", &[1]), ("created:today", &[4])]).await;
    world.app.set("application_date_format", "d/m/Y").await;
    world.check(&[("created:22/09/2026", &[1])]).await;
    assert_eq!(world.rpc.call("getTimezone", json!([])).await, json!("Pacific/Auckland"));
}
