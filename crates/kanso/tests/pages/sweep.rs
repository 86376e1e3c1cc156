//! Every page and every form there is, as people who should not get there: what is another's is as good as not there,
//! no form is taken that another site could have sent, and nothing changes.

mod estate;
mod routes;

use kanso_testkit::{ADMIN_PASSWORD, Browser, Page, TestApp};
use serde_json::json;

use self::estate::Estate;
use crate::team::{Project, person};

/// A word that stands in all of the estate.
const WORD: &str = "Zanzibar";

struct World {
    app: TestApp,
    foreign: Estate,
    /// Who manages a project of their own, and has nothing to do with the estate.
    stranger: Browser,
    own: Estate,
}

impl World {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let none = Project { id: 0, columns: Vec::new(), swimlane: 0 };
        let (olga, _) = person(&app, &none, "olga", None).await;
        let (mallory, _) = person(&app, &none, "mallory", None).await;
        let (owner, stranger) = (app.browser(), app.browser());
        owner.sign_in("olga", "olgaolga").await;
        stranger.sign_in("mallory", "mallorymallory").await;
        let foreign = Estate::create(&app, WORD, (olga, &owner)).await;
        let own = Estate::create(&app, "Own", (mallory, &stranger)).await;
        Self { app, foreign, stranger, own }
    }
}

/// Sends the form with the token of the browser's session.
async fn send(browser: &Browser, path: &str, form: &[(&'static str, String)], token: &str) -> Page {
    let fields = form.iter().map(|(name, value)| (*name, value.as_str())).chain([("csrf", token)]);
    browser.post(path, &fields.collect::<Vec<_>>()).await
}

#[tokio::test]
async fn what_is_anothers_is_as_good_as_not_there() {
    let world = World::start().await;
    let (foreign, stranger) = (&world.foreign, &world.stranger);
    let before = foreign.state(&world.app).await;
    assert!(before.to_string().matches(WORD).count() > 10, "there is something to find: {before}");
    let token = stranger.get("/profile").await.csrf();
    let (mut swept, mut faults) = (0, Vec::new());
    for route in routes::all() {
        let Some((there, nowhere)) = foreign.paths(&route.path) else { continue };
        swept += 1;
        if route.reads {
            let (page, none) = (stranger.get(&there).await, stranger.get(&nowhere).await);
            if page.status != none.status || page.status == 200 || page.body.contains(WORD) {
                faults.push(format!("GET {there}: {}, and where nothing is {}", page.status, none.status));
            }
        }
        if route.writes {
            let form = foreign.form();
            let (done, none) =
                (send(stranger, &there, &form, &token).await, send(stranger, &nowhere, &form, &token).await);
            if done.status != none.status || done.status < 400 || done.body.contains(WORD) {
                faults.push(format!("POST {there}: {}, and where nothing is {}", done.status, none.status));
            }
        }
    }
    assert!(swept > 150, "{swept} routes");
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(foreign.state(&world.app).await, before, "nothing changed");
}

#[tokio::test]
async fn a_form_that_names_what_is_anothers_neither_changes_nor_tells_it() {
    let world = World::start().await;
    let (foreign, own, stranger) = (&world.foreign, &world.own, &world.stranger);
    let before = foreign.state(&world.app).await;
    let token = stranger.get("/profile").await.csrf();
    let mut all = routes::all();
    // What takes something away comes last.
    let ends =
        |path: &str| ["remove", "purge", "close", "end", "/project"].iter().any(|end| path.ends_with(end));
    all.sort_by_key(|route| ends(&route.path));
    let mut told = Vec::new();
    let leaves = |path: &str| path.contains("/logout") || path.contains("/sign-out");
    for route in all.iter().filter(|route| route.writes && !leaves(&route.path)) {
        let Some((here, _)) = own.paths(&route.path) else { continue };
        let done = send(stranger, &here, &foreign.form(), &token).await;
        assert!(done.status < 500, "POST {here}: {}", done.status);
        let shown = match done.location {
            Some(location) if location.starts_with('/') => stranger.get(&location).await.body,
            _ => done.body,
        };
        if shown.contains(WORD) {
            told.push(format!("POST {here}"));
        }
    }
    for route in all.iter().filter(|route| route.reads && !route.path.ends_with("/live")) {
        let here = own.paths(&route.path).map_or_else(|| route.path.clone(), |(here, _)| here);
        if stranger.get(&here).await.body.contains(WORD) {
            told.push(format!("GET {here}"));
        }
    }
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(foreign.state(&world.app).await, before, "nothing changed");
}

#[tokio::test]
async fn no_form_is_taken_that_another_site_could_have_sent() {
    /// The link in a mail that ends mails, which mail programs call by themselves: it carries its own secret.
    const BY_SECRET: &str = "/unsubscribe/{token}";
    /// Who comes through these has no session yet whose token a form could carry.
    const DOORS: [&str; 5] =
        ["/login", "/login/code", "/login/forgot", "/password/{secret}", "/invitation/{secret}"];
    let world = World::start().await;
    let foreign = &world.foreign;
    world.app.rpc().call("addProjectUser", json!([foreign.project, 1, "project-manager"])).await;
    let before = foreign.state(&world.app).await;
    let admin = world.app.browser();
    admin.sign_in("admin", ADMIN_PASSWORD).await;
    let (token, cross) =
        (admin.get("/profile").await.csrf(), admin.with_header("sec-fetch-site", "cross-site"));
    let mut faults = Vec::new();
    for route in routes::all().iter().filter(|route| route.writes && route.path != BY_SECRET) {
        let (path, form) = (foreign.path(&route.path), foreign.form());
        let mut forged = vec![("from another site", send(&cross, &path, &form, &token).await)];
        if !DOORS.contains(&route.path.as_str()) {
            for (how, token) in [("without a token", ""), ("with another's token", "another")] {
                let answer = send(&admin, &path, &form, token).await;
                // It takes files.
                let answer = match answer.status {
                    422 => admin.post_files(&path, &[("csrf", token)], &[("a.csv", b"a")]).await,
                    _ => answer,
                };
                forged.push((how, answer));
            }
        }
        for (how, answer) in forged {
            if answer.status != 403 {
                faults.push(format!("POST {path} {how}: {}", answer.status));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(foreign.state(&world.app).await, before, "nothing changed");
}

#[tokio::test]
async fn nobody_gets_anywhere_without_signing_in() {
    let world = World::start().await;
    let before = world.foreign.state(&world.app).await;
    let nobody = world.app.browser();
    let token = nobody.get("/login").await.csrf();
    let mut faults = Vec::new();
    for route in routes::all() {
        let Some((there, nowhere)) = world.foreign.paths(&route.path) else { continue };
        if route.reads {
            let (page, none) = (nobody.get(&there).await, nobody.get(&nowhere).await);
            if page.status != none.status || page.status < 300 || page.body.contains(WORD) {
                faults.push(format!("GET {there}: {}, and where nothing is {}", page.status, none.status));
            }
        }
        if route.writes {
            let answer = send(&nobody, &there, &world.foreign.form(), &token).await;
            if answer.status < 300 || answer.body.contains(WORD) {
                faults.push(format!("POST {there}: {}", answer.status));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(world.foreign.state(&world.app).await, before, "nothing changed");
}
