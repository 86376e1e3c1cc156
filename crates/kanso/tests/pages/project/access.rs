//! Who sees and changes which settings.

use super::{World, signed_in};
use crate::team::{Project, person};

const PAGES: [&str; 26] = [
    "/settings",
    "/columns",
    "/swimlanes",
    "/categories",
    "/tags",
    "/people",
    "/roles",
    "/actions",
    "/actions/new",
    "/actions/compose",
    "/actions/log",
    "/texts",
    "/public",
    "/copy",
    "/end",
    "/exports",
    "/exports/file?what=tasks",
    "/task-import",
    "/reports/distribution",
    "/reports/assignees",
    "/reports/flow",
    "/reports/burndown",
    "/reports/times",
    "/reports/column-times",
    "/reports/estimates",
    "/reports/column-estimates",
];

#[tokio::test]
async fn a_manager_opens_every_page_a_member_none_and_a_stranger_is_told_of_nothing() {
    let world = World::start().await;
    person(&world.app, &world.project, "member", Some("project-member")).await;
    let (member, stranger) = (signed_in(&world.app, "member", "membermember").await, {
        person(&world.app, &world.project, "stranger", None).await;
        signed_in(&world.app, "stranger", "strangerstranger").await
    });
    for path in PAGES {
        assert_eq!(world.ada.get(&world.at(path)).await.status, 200, "{path}");
        assert_eq!(member.get(&world.at(path)).await.status, 403, "{path}");
        assert_eq!(stranger.get(&world.at(path)).await.status, 404, "{path}");
        assert_eq!(stranger.get(&format!("/project/999{path}")).await.status, 404, "{path}");
    }
    assert_eq!(member.get(&world.at("")).await.status, 200);
    assert_eq!(stranger.get(&world.at("")).await.status, 404);
}

#[tokio::test]
async fn nobody_changes_the_parts_of_a_project_that_they_do_not_manage() {
    let world = World::start().await;
    let other = Project::create(&world.app.rpc()).await;
    person(&world.app, &other, "bob", Some("project-manager")).await;
    let bob = signed_in(&world.app, "bob", "bobbob").await;
    let home = format!("/project/{}/settings", other.id);
    let (column, swimlane) = (world.project.columns[0], world.project.swimlane);
    let fields = [
        ("name", "Stolen"),
        ("title", "Stolen"),
        ("position", "2"),
        ("access", "on"),
        ("holder", "1"),
        ("role", "project-manager"),
        ("description", "x"),
        ("from", "1"),
    ];
    let parts = [
        format!("/column/{column}"),
        format!("/column/{column}/move"),
        format!("/column/{column}/remove"),
        format!("/swimlane/{swimlane}"),
        format!("/swimlane/{swimlane}/move"),
        format!("/swimlane/{swimlane}/disable"),
        format!("/swimlane/{swimlane}/remove"),
    ];
    let whole = [
        "settings",
        "columns",
        "swimlanes",
        "categories",
        "tags",
        "tags/global",
        "people",
        "groups",
        "roles",
        "texts",
        "texts/subjects",
        "actions/new",
        "actions/compose",
        "actions/copy",
        "public",
        "copy",
        "import",
        "close",
        "open",
        "remove",
    ];
    let whole = whole.map(|path| world.at(&format!("/{path}")));
    for path in parts.iter().chain(&whole) {
        assert_eq!(bob.submit(&home, path, &fields).await.status, 404, "{path}");
    }
}
