//! What is in the tables. Oddities stand beside what is in order, with a word of what is odd.

use std::path::Path;

use serde_json::{Value, json};

use super::{Engine, insert};

/// The password of the account `admin`.
pub const OLD_PASSWORD: &str = "kanboard's secret";
/// The password of the account `maria`, which has a second factor.
pub const MARIA_PASSWORD: &str = "maria's secret";
/// What makes maria's codes.
pub const TOTP: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
/// Maria's personal access token.
pub const MARIA_TOKEN: &str = "ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12";
/// The token of maria's feeds.
pub const FEED_TOKEN: &str = "feed12feed12feed12feed12feed12feed12feed12feed12feed12feed12";
/// The token of the public board.
pub const PUBLIC_TOKEN: &str = "b0a4db0a4db0a4db0a4db0a4db0a4db0a4db0a4db0a4db0a4db0a4db0a4d";
/// The password of the API user `jsonrpc`.
pub const API_TOKEN: &str = "a91a91a91a91a91a91a91a91a91a91a91a91a91a91a91a91a91a91a91a91";
/// What receivers of webhooks compare.
pub const WEBHOOK_TOKEN: &str = "400c400c400c400c400c400c400c400c400c400c400c400c400c400c400c";
/// What the link of an invitation ends with.
pub const INVITE_TOKEN: &str = "1417e1417e1417e1417e1417e1417e1417e1417e1417e1417e1417e1417e";
/// What is in the file that two tasks share.
pub const CONTENT: &[u8] = b"shared content";

/// Where the shared content is.
const SHARED: &str = "tasks/1/0123456789012345678901234567890123456789";
const OF_PROJECT: &str = "projects/1/1123456789012345678901234567890123456789";
const PICTURE: &str = "avatars/2/2123456789012345678901234567890123456789";

/// When it all began: 2026-07-01 08:00:00 UTC.
const T: i64 = 1_782_892_800;
const DAY: i64 = 86_400;

/// Writes the contents of files.
pub(super) fn write_files(folder: &Path) {
    for (path, content) in [(SHARED, CONTENT), (OF_PROJECT, b"of a project"), (PICTURE, b"\x89PNG picture")] {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, content).expect("a file");
    }
}

pub(super) fn statements(engine: Engine, webhook: &str) -> Vec<String> {
    let tables = [people(), projects(), tasks(), parts(), history(), kept(webhook)];
    tables.into_iter().flatten().map(|(table, rows)| insert(engine, table, &rows)).collect()
}

type Rows = Vec<(&'static str, Value)>;

fn hash(password: &str) -> String {
    let hash = bcrypt::hash_with_result(password, 10).expect("a hash");
    hash.format_for_version(bcrypt::Version::TwoY)
}

#[rustfmt::skip]
fn people() -> Rows {
    vec![
        ("users", json!([
            [1, "admin", hash(OLD_PASSWORD), 0, null, null, null, null, 0, null, null, 0, 0, null, "", 4, 0, 0, null,
                "app-admin", 1, null, null, null, "light"],
            [2, "maria", hash(MARIA_PASSWORD), 0, "María", "maria@example.org", null, null, 1, "Europe/Madrid", "es_ES", 0, 1,
                TOTP, FEED_TOKEN, 4, 2, 0, null, "app-manager", 1, PICTURE, MARIA_TOKEN, "status:open", "dark"],
            // No password: somebody of a directory.
            [5, "remote", null, 1, "", "", null, null, 0, "", "", 1, 0, null, null, 4, 0, null, null, "app-user", 1,
                "avatars/5/lost", null, null, "light"],
            [6, "gone", hash("nobody's"), 0, null, null, null, null, 0, null, null, 0, 0, null, null, null, null, null, 7,
                "app-user", 0, null, null, null, null],
        ])),
        ("groups", json!([[1, "cn=devs", "Developers"], [3, "", "Empty"]])),
        ("group_has_users", json!([[1, 2], [1, 99]])),
        ("last_logins", json!([
            [1, "Database", 2, "192.0.2.1", "Firefox", T], [2, "RememberMe", 2, "192.0.2.1", "Firefox", T + 5],
            [3, "Database", 99, "192.0.2.1", "Firefox", T],
        ])),
        ("user_has_metadata", json!([
            [2, "comment.sorting.direction", "DESC", 2, T], [2, "board.collapsed.1", "1", 2, T],
        ])),
        ("user_has_notifications", json!([[2, 1], [2, 77]])),
        ("user_has_notification_types", json!([[1, 2, "email"], [2, 2, "web"], [3, 2, "telegram"]])),
        ("user_has_unread_notifications", json!([[1, 2, T, "task.create", "{}"]])),
        ("password_reset", json!([["r", 2, T, T, "192.0.2.1", "Firefox", 1]])),
        ("remember_me", json!([[1, 2, "192.0.2.1", "Firefox", "t", "s", T, T]])),
        ("sessions", json!([["s", T, "data"]])),
        ("invites", json!([["new@example.org", 1, INVITE_TOKEN], ["other@example.org", 0, "other"], ["x@example.org", 0, ""]])),
    ]
}

#[rustfmt::skip]
fn projects() -> Rows {
    vec![
        ("projects", json!([
            [1, "Launch", 1, PUBLIC_TOKEN, T + 40 * DAY, 1, 0, 0, "Default swimlane", 1, "# Launch", "LAUNCH", "2026-07-01",
                "2026-12-31", 2, 1, 0, 5, "launch@example.org", "Hello\nBye", 1, 12, 1],
            [4, "Old's \"quotes\" \\ 日本", 0, "", T, 0, 1, 0, "Default swimlane", 1, null, "", "", "", 0, 0, 0, 3, null, null, 0, 0,
                0],
        ])),
        ("project_has_users", json!([
            [1, 1, "project-manager"], [1, 2, "tester"], [1, 99, "project-member"], [4, 2, "project-manager"],
            [77, 2, "project-member"],
        ])),
        ("project_has_groups", json!([[1, 1, "project-member"]])),
        ("project_has_roles", json!([[3, "tester", 1]])),
        ("project_role_has_restrictions", json!([[1, 1, 3, "task_remove"]])),
        ("column_has_restrictions", json!([[1, 1, 3, 12, "block.task_creation"], [2, 1, 3, 999, "allow.task_creation"]])),
        ("column_has_move_restrictions", json!([[1, 1, 3, 11, 12, 1]])),
        // Gaps and repetitions in the positions.
        ("columns", json!([
            [11, "Backlog", 2, 1, 0, "", 0], [12, "Doing", 5, 1, 3, "Now", 0], [13, "Done", 5, 1, 0, null, 1],
            [20, "Only", 1, 4, 0, "", 0], [30, "Nowhere", 1, 77, 0, "", 0],
        ])),
        ("swimlanes", json!([
            [7, "Default swimlane", 3, 1, 1, null, 0], [8, "Fast", 9, 1, 1, "Quick", 2], [9, "Off", 4, 0, 1, "", 0],
            [10, "Default swimlane", 1, 1, 4, "", 0],
        ])),
        ("project_has_categories", json!([[2, "Bug", 1, "Broken", "red"], [3, "Idea", 1, null, null]])),
        ("tags", json!([[1, "Urgent", 0, "red"], [2, "later", 1, null], [3, "lost", 77, null]])),
        ("custom_filters", json!([[1, "assignee:me", 1, 2, "Mine", 1, 0], [2, "x", 1, 99, "Lost", 0, 0]])),
        ("predefined_task_descriptions", json!([[1, 1, "Bug report", "Steps:"]])),
        ("project_has_metadata", json!([[1, "budget", "100", 2, T]])),
        ("project_has_notification_types", json!([[1, 1, "slack"]])),
        ("project_has_files", json!([
            [1, 1, "plan.txt", OF_PROJECT, 0, 12, 2, T], [2, 1, "lost.txt", "projects/1/lost", 0, 5, 2, T],
        ])),
        ("actions", json!([
            [1, 1, "task.move.column", "\\Kanboard\\Action\\TaskCloseColumn"],
            [2, 1, "task.move.column", "\\Kanboard\\Plugin\\Telegram\\Action\\Shout"],
            [3, 1, "task.close", "\\Kanboard\\Action\\TaskMoveAnotherProject"],
            [4, 77, "task.close", "\\Kanboard\\Action\\TaskCloseColumn"],
        ])),
        ("action_has_params", json!([
            [1, 1, "column_id", "13"], [2, 2, "chat", "x"], [3, 3, "column_id", "13"], [4, 3, "project_id", "77"],
            [5, 99, "column_id", "1"],
        ])),
    ]
}

#[rustfmt::skip]
fn tasks() -> Rows {
    vec![("tasks", json!([
        [1, "First", "It's a *start* \\ 日本 🦀", T, "blue", 1, 11, 2, 1, 1, null, 5, T + 90 * DAY, 2, 1, T + DAY, "ref-1", T + 60, 1.5,
            2.25, 7, T + 30, 1, 2, 3, 1, 0, null, 5, 2, null, null],
        // Gaps in the positions; null and 0.
        [2, "Second", null, T + 10, "yellow", 1, 11, 0, 4, 1, 0, null, 0, 0, 0, T + 10, null, null, null, null, 7, T + 10, 0, 0, 0, 0, 0,
            null, null, 0, null, null],
        [3, "Done one", "", T + 20, "green", 1, 13, 2, 1, 0, T + 3 * DAY, 3, null, null, 2, T + 3 * DAY, "", 0, 0, 0, 8, T + 3 * DAY, 0,
            0, 0, 0, 0, null, null, 1, "trac", "https://trac.example/3"],
        // Names people and a category that are gone.
        [5, "Of the gone", "", T + 50, "purple", 1, 12, 98, 1, 1, null, 0, null, 97, 98, T + 50, "", 0, 0, 0, 7, T + 50, 2, 0, 0, 0, 0, 1,
            null, 0, null, null],
        [6, "Elsewhere", "", T + 60, "grey", 4, 20, 2, 1, 1, null, 0, null, 0, 2, T + 60, "", 0, 0, 0, 10, T + 60, 0, 0, 0, 0, 0, null,
            null, 0, null, null],
        // Of a project that is gone.
        [8, "Orphan", "", T, "red", 77, 30, 0, 1, 1, null, 0, null, 0, 0, T, "", 0, 0, 0, 7, T, 0, 0, 0, 0, 0, null, null, 0, null, null],
    ]))]
}

#[rustfmt::skip]
fn parts() -> Rows {
    vec![
        ("task_has_tags", json!([[1, 1], [1, 2], [2, 3], [99, 1]])),
        ("subtasks", json!([
            [1, "Think", 2, 1, 0.5, 1, 2, 1], [2, "Act", 1, null, null, 1, null, 2], [3, "Lost", 0, 0, 0, 99, 0, 1],
        ])),
        ("subtask_time_tracking", json!([[1, 2, 1, T, T + 1800, 0.5], [2, 2, 2, T + DAY, 0, 0], [3, 2, 3, T, T, 0]])),
        ("comments", json!([
            [1, 1, 2, T + 100, "Hello, 'world'", "mail-1", T + 200, "app-user"],
            [2, 1, 0, T + 300, "For managers", null, null, "app-manager"],
            [3, 99, 2, T, "Of nothing", "", T, "app-user"],
        ])),
        ("task_has_files", json!([
            [1, "notes.txt", SHARED, 0, 1, T, 2, 14], [2, "notes.txt", SHARED, 0, 6, T, 2, 14],
            [3, "lost.png", "tasks/1/lost", 1, 1, T, 2, 9],
        ])),
        ("links", json!([
            [1, "relates to", 0], [2, "blocks", 3], [3, "is blocked by", 2], [4, "duplicates", 5], [5, "is duplicated by", 4],
            [6, "is a child of", 7], [7, "is a parent of", 6], [8, "targets milestone", 9], [9, "is a milestone of", 8],
            [10, "fixes", 11], [11, "is fixed by", 10], [15, "inspires", 0],
        ])),
        ("task_has_links", json!([[1, 2, 1, 2], [2, 3, 2, 1], [3, 15, 3, 6], [4, 15, 6, 3], [5, 1, 1, 99], [6, 1, 99, 1]])),
        ("task_has_external_links", json!([
            [1, "weblink", "related", "Docs", "https://docs.example", T, T, 1, 2],
        ])),
        ("task_has_metadata", json!([[1, "plugin", "value", 2, T], [99, "plugin", "value", 2, T]])),
    ]
}

fn told(event: &str, more: &Value) -> String {
    let mut data = json!({"task_id": 1, "task": {
        "id": 1, "title": "First then", "description": "", "date_creation": T.to_string(), "color_id": "blue",
        "project_id": "1", "column_id": 12, "owner_id": 2, "position": 1, "is_active": 1, "swimlane_id": 7,
        "date_moved": T, "date_modification": T, "creator_id": 1, "project_name": "Launch",
        "default_swimlane": "Default swimlane", "column_title": "Doing", "column_position": 5, "event": event,
    }});
    for (key, value) in more.as_object().expect("an object") {
        data[key] = value.clone();
    }
    data.to_string()
}

#[rustfmt::skip]
fn history() -> Rows {
    let moved = json!({"src_column_id": "11", "dst_column_id": "12", "position": 1, "swimlane_id": 7, "date_moved": T});
    let comment = json!({"comment": {"id": 1, "task_id": 1, "user_id": 2, "comment": "Hello", "date_creation": T + 100}});
    vec![
        ("project_activities", json!([
            [1, T, "task.create", 2, 1, 1, told("task.create", &json!({}))],
            [2, T + 10, "task.create", 2, 1, 1, "a:1:{s:4:\"task\";a:0:{}}"],
            [3, T + 30, "task.move.column", 2, 1, 1, told("task.move.column", &moved)],
            [4, T + 100, "comment.create", 2, 1, 1, told("comment.create", &comment)],
            [5, T + DAY, "task.update", 2, 1, 1, told("task.update", &json!({"changes": {"score": 5, "title": "First"}}))],
            [6, T + DAY, "task.update", 99, 1, 1, told("task.update", &json!({}))],
            [7, T + DAY, "task.close", 2, 1, 99, told("task.close", &json!({}))],
            [8, T + 2 * DAY, "plugin.telegram", 2, 1, 1, told("x", &json!({}))],
            [9, T + 2 * DAY, "task.close", 2, 1, 3, "{\"broken"],
        ])),
        // The first move is in the log, too.
        ("transitions", json!([
            [1, 2, 1, 1, 11, 12, T + 30, 30], [2, 2, 1, 3, 11, 13, T + 3 * DAY, 259180], [3, 2, 1, 99, 11, 12, T, 0],
        ])),
        ("project_daily_column_stats", json!([
            [1, "2026-07-01", 1, 11, 2, 5], [2, "2026-07-01", 1, 12, 1, null], [3, "2026-07-03", 1, 11, 1, 3],
            [4, "2026-07-03", 1, 13, 4, 0], [5, "2026-07-01", 77, 30, 1, 0],
        ])),
        ("project_daily_stats", json!([[1, "2026-07-01", 1, 100, 50]])),
    ]
}

#[rustfmt::skip]
fn kept(webhook: &str) -> Rows {
    vec![
        ("settings", json!([
            ["api_token", API_TOKEN, 0, 0], ["webhook_token", WEBHOOK_TOKEN, 0, 0], ["webhook_url", webhook, 1, T],
            ["application_timezone", "Europe/Berlin", 1, T], ["application_language", "fr_FR", 1, T],
            ["application_date_format", "d.m.Y", 1, T], ["default_color", "no colour", 1, T],
            ["calendar_user_tasks", "date_started", 0, 0],
        ])),
        ("currencies", json!([["EUR", 1.25]])),
        ("plugin_schema_versions", json!([["Budget", 1]])),
        ("plugin_budget_lines", json!([[1, 1, 9.5], [2, 1, 1]])),
    ]
}
