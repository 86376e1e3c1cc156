//! Users, groups and settings, for administrators.

use kanso_testkit::{ADMIN_PASSWORD, TestApp};
use serde_json::json;

use super::{admin, inside, member, person, signed_in};
use crate::team::Project;

/// Everything that only administrators may reach.
const PAGES: [&str; 17] = [
    "/users",
    "/users/new",
    "/users/import",
    "/users/invitations",
    "/users/1",
    "/groups",
    "/groups/1",
    "/settings/application",
    "/settings/projects",
    "/settings/boards",
    "/settings/mail",
    "/settings/api",
    "/settings/links",
    "/settings/tags",
    "/settings/currencies",
    "/settings/scheduler",
    "/settings/about",
];

#[tokio::test]
async fn only_administrators_see_users_groups_and_settings() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    person(&app, &project, "ada", Some("project-manager")).await;
    app.rpc().call("createGroup", json!(["Team"])).await;
    let (ada, boss) = (member(&app, "ada").await, admin(&app).await);
    for path in PAGES {
        assert_eq!(ada.get(path).await.status, 403, "{path}");
        let page = boss.get(path).await;
        assert_eq!(page.status, 200, "{path} {}", page.body);
        assert!(page.body.contains("aria-current=\"page\""), "{path}");
    }
    let acts = [
        "/users/new",
        "/users/1",
        "/users/1/disable",
        "/users/1/enable",
        "/users/1/unlock",
        "/users/1/remove",
        "/users/1/two-factor/off",
        "/users/1/password-link",
        "/users/1/sessions/end",
        "/users/1/tokens/1/revoke",
        "/users/import/all",
        "/users/invitations",
        "/users/invitations/1/withdraw",
        "/groups",
        "/groups/1",
        "/groups/1/members",
        "/groups/1/members/1/remove",
        "/groups/1/remove",
        "/settings/application",
        "/settings/api",
        "/settings/scheduler/mails/run",
    ];
    let fields = [
        ("username", "x"),
        ("name", "x"),
        ("email", "x@example.org"),
        ("password", "secret"),
        ("role", "app-admin"),
        ("user", "1"),
        ("act", "show"),
        ("list", "x"),
        ("delimiter", ","),
        ("enclosure", ""),
    ];
    for path in acts {
        assert_eq!(ada.submit("/profile", path, &fields).await.status, 403, "{path}");
    }
    assert_eq!(boss.get("/").await.status, 200, "nothing happened");
}

#[tokio::test]
async fn an_account_is_created_changed_disabled_and_removed() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    let new = [
        ("username", "ada"),
        ("name", "Ada"),
        ("email", ""),
        ("password", "adaada"),
        ("role", "app-manager"),
    ];
    let created = boss.submit("/users/new", "/users/new", &new).await;
    assert_eq!(created.location.as_deref(), Some("/users/2?done=created"), "{}", created.body);
    let taken = boss.submit("/users/new", "/users/new", &new).await;
    assert_eq!(taken.status, 422);
    assert!(taken.body.contains("value=\"ada\""), "what was typed is there still");

    let ada = member(&app, "ada").await;
    let changed =
        [("username", "ada"), ("name", "Ada L."), ("email", "ada@example.org"), ("role", "app-user")];
    assert_eq!(boss.submit("/users/2", "/users/2", &changed).await.status, 303);
    let user = app.rpc().call("getUser", json!([2])).await;
    assert_eq!((&user["name"], &user["role"]), (&json!("Ada L."), &json!("app-user")));
    let made_up = [("username", "ada"), ("name", ""), ("email", ""), ("role", "app-emperor")];
    assert_eq!(boss.submit("/users/2", "/users/2", &made_up).await.status, 422);

    boss.submit("/users/2", "/users/2/disable", &[]).await;
    assert_eq!(ada.get("/").await.status, 303);
    boss.submit("/users/2", "/users/2/enable", &[]).await;
    member(&app, "ada").await;
    let removed = boss.submit("/users/2", "/users/2/remove", &[]).await;
    assert_eq!(removed.location.as_deref(), Some("/users?done=removed"));
    assert_eq!(boss.get("/users/2").await.status, 404);
}

#[tokio::test]
async fn the_list_of_users_is_searched_and_paged() {
    let app = TestApp::start().await;
    for n in 0..51 {
        app.rpc()
            .call_for_id(
                "createUser",
                json!({"username": format!("user{n:02}"), "password": "secret", "name": format!("Name_{n}")}),
            )
            .await;
    }
    let boss = admin(&app).await;
    let first = boss.get("/users").await;
    assert!(first.body.contains("user00") && !first.body.contains("user50") && first.body.contains("page=2"));
    assert!(boss.get("/users?page=2").await.body.contains("user50"));
    let found = boss.get("/users?q=name_50").await;
    assert!(found.body.contains("user50") && !found.body.contains("user05"));
    assert!(boss.get("/users?q=nobody%25").await.body.contains("Nobody found"));
}

#[tokio::test]
async fn the_page_of_an_account_tells_where_it_works_and_how_it_comes_in() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let (ada, _) = person(&app, &project, "ada", Some("project-viewer")).await;
    let boss = admin(&app).await;
    let path = format!("/users/{ada}");
    assert!(boss.get(&path).await.body.contains("<dt>Last seen</dt><dd>–</dd>"));
    member(&app, "ada").await;
    let page = boss.get(&path).await.body;
    for fact in [
        "<dd>Demo Project</dd>",
        "<dt>Second factor</dt><dd>off</dd>",
        "<dt>Signed in places</dt><dd>1</dd>",
        "14:13",
    ] {
        assert!(page.contains(fact), "{fact} in {page}");
    }
}

#[tokio::test]
async fn a_locked_account_is_seen_and_unlocked() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let (ada, _) = person(&app, &project, "ada", None).await;
    let boss = admin(&app).await;
    for _ in 0..6 {
        app.browser().sign_in("ada", "wrong").await;
    }
    assert!(boss.get("/users").await.body.contains(">locked<"));
    assert_eq!(app.browser().sign_in("ada", "adaada").await.status, 401);
    let path = format!("/users/{ada}");
    boss.submit(&path, &format!("{path}/unlock"), &[]).await;
    member(&app, "ada").await;
}

#[tokio::test]
async fn who_forgot_the_password_gets_a_link_that_is_good_once() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let (ada, _) = person(&app, &project, "ada", None).await;
    let signed_in_before = member(&app, "ada").await;
    let stranger = app.browser();
    let told = stranger.submit("/login/forgot", "/login/forgot", &[("username", "ada")]).await;
    let same = stranger.submit("/login/forgot", "/login/forgot", &[("username", "nobody")]).await;
    assert_eq!(told.body, same.body, "nobody learns who is there");
    let boss = admin(&app).await;
    assert!(boss.get("/users").await.body.contains("asked for a new password"));

    let path = format!("/users/{ada}");
    let earlier = link(&inside(&boss.submit(&path, &format!("{path}/password-link"), &[]).await, "link"));
    let page = boss.submit(&path, &format!("{path}/password-link"), &[]).await;
    let link = link(&inside(&page, "link"));
    assert!(!boss.get("/users").await.body.contains("asked for a new password"), "it was seen to");
    assert_eq!(stranger.get(&earlier).await.status, 404, "only the last one is good");
    assert!(stranger.get(&link).await.body.contains("Choose a new password for ada"));
    assert_eq!(stranger.submit(&link, &link, &[("password", "short")]).await.status, 422);
    let done = stranger.submit(&link, &link, &[("password", "a new secret")]).await;
    assert_eq!(done.location.as_deref(), Some("/login?done=password"));
    assert_eq!(stranger.get(&link).await.status, 404);
    assert_eq!(stranger.post(&link, &[("password", "another one")]).await.status, 404);
    assert_eq!(signed_in_before.get("/").await.status, 303, "its sessions ended");
    signed_in(&app, "ada", "a new secret").await;
    let stored = app.rows::<(String,)>("SELECT hash FROM password_links").await;
    assert!(stored.iter().all(|(hash,)| !link.contains(hash.as_str())));
}

#[tokio::test]
async fn a_link_for_a_password_expires_after_a_day() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    let link = link(&inside(&boss.submit("/users/1", "/users/1/password-link", &[]).await, "link"));
    app.clock.advance(std::time::Duration::from_secs(24 * 3600));
    assert_eq!(app.browser().get(&link).await.status, 404);
    assert_eq!(app.browser().post(&link, &[("password", "a new secret")]).await.status, 404);
    signed_in(&app, "admin", ADMIN_PASSWORD).await;
}

#[tokio::test]
async fn nobody_asks_for_a_password_when_the_setting_forbids_it() {
    let app = TestApp::start().await;
    app.set("password_reset", "0").await;
    let stranger = app.browser();
    assert!(!stranger.get("/login").await.body.contains("/login/forgot"));
    assert_eq!(stranger.post("/login/forgot", &[("username", "admin")]).await.status, 409);
}

#[tokio::test]
async fn an_invitation_makes_a_member_of_the_lowest_role() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let boss = admin(&app).await;
    let id = project.id.to_string();
    let fields = [("email", "ada@example.org\nnobody"), ("project", id.as_str())];
    let page = boss.submit("/users/invitations", "/users/invitations", &fields).await;
    assert_eq!(page.status, 422, "one of them is no address");
    assert!(page.body.contains("nobody: "), "{}", page.body);
    let link = link(&inside(&page, "link-1"));

    let stranger = app.browser();
    assert!(stranger.get(&link).await.body.contains("ada@example.org"));
    let mut account =
        vec![("username", "admin"), ("password", "adaada"), ("name", "Ada"), ("role", "app-admin")];
    assert_eq!(stranger.submit(&link, &link, &account).await.status, 422, "the name is taken");
    account[0].1 = "ada";
    assert_eq!(stranger.submit(&link, &link, &account).await.location.as_deref(), Some("/login"));
    assert_eq!(stranger.get(&link).await.status, 404, "it is good once");
    let ada = member(&app, "ada").await;
    assert_eq!(ada.get(&format!("/board/{}", project.id)).await.status, 200);
    let user = app.rpc().call("getUserByName", json!(["ada"])).await;
    assert_eq!((&user["role"], &user["email"]), (&json!("app-user"), &json!("ada@example.org")));

    let again =
        boss.submit("/users/invitations", "/users/invitations", &[("email", "ada@example.org")]).await;
    assert_eq!(again.status, 422, "that address has an account");
}

#[tokio::test]
async fn an_invitation_ends_when_it_is_taken_back_or_a_week_old() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    let invite = async |email: &str| {
        let page = boss.submit("/users/invitations", "/users/invitations", &[("email", email)]).await;
        link(&inside(&page, "link-1"))
    };
    let (one, other) = (invite("one@example.org").await, invite("other@example.org").await);
    boss.submit("/users/invitations", "/users/invitations/1/withdraw", &[]).await;
    let stranger = app.browser();
    assert_eq!((stranger.get(&one).await.status, stranger.get(&other).await.status), (404, 200));
    app.clock.advance(std::time::Duration::from_secs(7 * 24 * 3600));
    assert_eq!(stranger.get(&other).await.status, 404);
    let account = [("username", "ada"), ("password", "adaada"), ("name", "")];
    assert_eq!(stranger.post(&other, &account).await.status, 404);
}

#[tokio::test]
async fn a_group_gives_its_members_what_projects_gave_it() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let (ada, _) = person(&app, &project, "ada", None).await;
    let boss = admin(&app).await;
    let made = boss.submit("/groups", "/groups", &[("name", "Team")]).await;
    assert_eq!(made.location.as_deref(), Some("/groups/1"));
    assert_eq!(boss.submit("/groups", "/groups", &[("name", "Team")]).await.status, 422);
    assert_eq!(boss.submit("/groups", "/groups", &[("name", " ")]).await.status, 422);
    app.rpc().call("addProjectGroup", json!([project.id, 1, "project-member"])).await;
    let (browser, board) = (member(&app, "ada").await, format!("/board/{}", project.id));
    assert_eq!(browser.get(&board).await.status, 404);
    boss.submit("/groups/1", "/groups/1/members", &[("user", &ada.to_string())]).await;
    assert_eq!(browser.get(&board).await.status, 200);
    assert!(boss.get("/groups/1").await.body.contains(">ada<"));
    boss.submit("/groups/1", "/groups/1", &[("name", "Crew"), ("external", "cn=crew")]).await;
    assert!(boss.get("/groups").await.body.contains("cn=crew"));
    boss.submit("/groups/1", &format!("/groups/1/members/{ada}/remove"), &[]).await;
    assert_eq!(browser.get(&board).await.status, 404);
    boss.submit("/groups/1", "/groups/1/remove", &[]).await;
    assert_eq!(boss.get("/groups/1").await.status, 404);
}

#[tokio::test]
async fn settings_are_stored_together_or_not_at_all() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    let save = |fields: Vec<(&'static str, &'static str)>| {
        let boss = boss.clone();
        async move { boss.submit("/settings/boards", "/settings/boards", &fields).await }
    };
    let good = vec![
        ("board_highlight_period", "60"),
        ("board_private_refresh_interval", "5"),
        ("board_public_refresh_interval", "7"),
    ];
    assert_eq!(save(good).await.location.as_deref(), Some("/settings/boards?done=saved"));
    let bad = vec![
        ("board_highlight_period", "61"),
        ("board_private_refresh_interval", "soon"),
        ("board_public_refresh_interval", "8"),
    ];
    let refused = save(bad).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("value=\"soon\""), "what was typed is there still");
    let settings = app.app.settings();
    assert_eq!(
        (settings.get("board_highlight_period"), settings.get("board_private_refresh_interval")),
        ("60", "5")
    );

    let projects = [
        ("default_color", "blue"),
        ("board_columns", "A, B"),
        ("project_categories", ""),
        ("subtask_restriction", "1"),
    ];
    assert_eq!(boss.submit("/settings/projects", "/settings/projects", &projects).await.status, 303);
    let settings = app.app.settings();
    let switches = ["subtask_restriction", "subtask_time_tracking"].map(|name| settings.get(name).to_owned());
    assert_eq!(switches, ["1", "0"], "a box that is not ticked sends nothing");
    assert_eq!(boss.get("/settings/nowhere").await.status, 404);
}

#[tokio::test]
async fn the_applications_token_is_masked_until_it_is_asked_for() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    let token = app.app.settings().get("api_token").to_owned();
    let page = boss.get("/settings/api").await;
    assert!(!page.body.contains(&token) && page.body.contains(&token[token.len() - 4..]));
    assert!(boss.submit("/settings/api", "/settings/api", &[("act", "show")]).await.body.contains(&token));
    boss.submit("/settings/api", "/settings/api", &[("act", "reset")]).await;
    assert_ne!(app.app.settings().get("api_token"), token);
}

#[tokio::test]
async fn the_installations_style_sheet_is_served_and_linked() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    assert!(!boss.get("/").await.body.contains("/stylesheet.css"));
    app.set("application_stylesheet", "h1 { color: teal }").await;
    assert!(boss.get("/").await.body.contains("href=\"/stylesheet.css\""));
    let sheet = app.browser().get("/stylesheet.css").await;
    assert_eq!(
        (sheet.body.as_str(), sheet.header("content-type")),
        ("h1 { color: teal }", Some("text/css; charset=utf-8"))
    );
}

#[tokio::test]
async fn a_new_board_is_named_in_the_language_of_the_application() {
    let app = TestApp::start().await;
    app.set("application_language", "fr_FR").await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let columns = rpc.call("getColumns", json!([project.id])).await;
    assert_eq!(columns[3]["title"], json!("Terminé"));
    let lanes = rpc.call("getActiveSwimlanes", json!([project.id])).await;
    assert_eq!(lanes[0]["name"], json!("Couloir par défaut"));
}

/// The path of an address.
fn link(address: &str) -> String {
    let path = address.split("://").nth(1).and_then(|rest| rest.split_once('/')).expect("an address");
    format!("/{}", path.1)
}
