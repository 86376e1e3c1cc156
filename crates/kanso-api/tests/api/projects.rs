use super::*;

const URL: &str = "http://localhost/?controller=";

#[tokio::test]
async fn a_person_who_creates_a_project_owns_and_manages_it() {
    let api = Api::start().await;
    let new = json!({"name": "Website", "description": "New site", "identifier": "web",
        "start_date": "2026-11-01", "email": "web@example.org"});
    assert_eq!(api.call("admin", "createProject", new).await, json!(1));
    let project = json!({"id": 1, "name": "Website", "is_active": 1, "token": "", "last_modified": NOW,
        "is_public": 0, "is_private": 0, "is_everybody_allowed": 0, "default_swimlane": "Default swimlane",
        "show_default_swimlane": 1, "description": "New site", "identifier": "WEB",
        "start_date": "2026-11-01", "end_date": "", "owner_id": 1, "priority_default": 0,
        "priority_start": 0, "priority_end": 3, "email": "web@example.org",
        "predefined_email_subjects": null, "per_swimlane_task_limits": 0, "task_limit": 0,
        "enable_global_tags": 1, "url": {"board": format!("{URL}BoardViewController&action=show&project_id=1"),
        "list": format!("{URL}TaskListController&action=show&project_id=1")}});
    for (method, params) in [
        ("getProjectById", json!([1])),
        ("getProjectById", json!({"project_id": "1"})),
        ("getProjectByName", json!(["Website"])),
        ("getProjectByIdentifier", json!(["web"])),
        ("getProjectByEmail", json!(["web@example.org"])),
    ] {
        let found = api.call("admin", method, params.clone()).await;
        assert_eq!(found.to_string(), project.to_string(), "{method}");
        assert_eq!(api.call("bob", method, params).await, forbidden(), "{method}");
    }
    assert_eq!(api.call("admin", "getProjectUserRole", json!([1, 1])).await, "project-manager");
    assert_eq!(api.call(APPLICATION, "getAllProjects", json!([])).await, json!([project]));
}

#[tokio::test]
async fn refused_projects_are_false() {
    let api = Api::start().await;
    assert_eq!(api.call("dave", "createProject", json!({"name": "a", "identifier": "web"})).await, json!(1));
    for new in [
        json!({"name": ""}),
        json!({"name": null}),
        json!({"name": "a", "identifier": "WEB"}),
        json!({"name": "a", "identifier": "web-2"}),
        json!({"name": "a", "owner_id": 999}),
        json!({"name": "a", "priority_end": 1.5}),
        json!({"name": "a", "start_date": "2026-11-01 10:00"}),
    ] {
        assert_eq!(api.call(APPLICATION, "createProject", new.clone()).await, json!(false), "{new}");
    }
    assert_eq!(api.call("alice", "createProject", json!(["a"])).await, forbidden());
    assert_eq!(api.call("alice", "createProject", json!([])).await, forbidden(), "the role comes first");
}

#[tokio::test]
async fn unknown_projects_answer_by_procedure_and_caller() {
    let api = Api::start().await;
    for (method, missing) in [
        ("getProjectById", json!(null)),
        ("updateProject", json!(false)),
        ("removeProject", json!(false)),
        ("enableProject", json!(false)),
        ("disableProjectPublicAccess", json!(false)),
        ("getProjectUsers", json!({})),
        ("getAssignableUsers", json!({})),
        ("getBoard", json!([])),
        ("getColumns", json!([])),
        ("getAllSwimlanes", json!([])),
        ("getAllTasks", json!([])),
        ("getOverdueTasksByProject", json!([])),
    ] {
        for unknown in [json!([999]), json!(["x"]), json!([null])] {
            assert_eq!(api.call(APPLICATION, method, unknown).await, missing, "{method}");
        }
        assert_eq!(api.call("alice", method, json!([999])).await, forbidden(), "{method}");
    }
    for method in ["getProjectByName", "getProjectByIdentifier", "getProjectByEmail"] {
        assert_eq!(api.call("alice", method, json!(["nope"])).await, json!(false), "{method}");
        assert_eq!(api.call(APPLICATION, method, json!([""])).await, json!(false), "{method}");
    }
}

#[tokio::test]
async fn a_project_is_changed_by_the_values_given() {
    let api = Api::with_project().await;
    for (patch, answer) in [
        (json!({"project_id": 1}), true),
        (json!({"project_id": 1, "name": ""}), false),
        (json!({"project_id": 1, "owner_id": 999}), false),
        (json!({"project_id": 1, "identifier": "mob", "start_date": "12/01/2026", "end_date": "soon"}), true),
        (json!({"project_id": 1, "owner_id": 2, "priority_default": "1", "email": null}), true),
    ] {
        assert_eq!(api.call("alice", "updateProject", patch.clone()).await, json!(answer), "{patch}");
    }
    let project = api.call(APPLICATION, "getProjectById", json!([1])).await;
    assert_eq!(project["start_date"], "2026-12-01");
    assert_eq!(project["end_date"], "1970-01-01");
    assert_eq!((&project["identifier"], &project["owner_id"]), (&json!("MOB"), &json!(2)));
    let clear = json!({"project_id": 1, "end_date": "", "start_date": 1_798_106_400});
    assert_eq!(api.call("alice", "updateProject", clear).await, json!(true));
    let project = api.call(APPLICATION, "getProjectById", json!([1])).await;
    assert_eq!((&project["start_date"], &project["end_date"]), (&json!("2026-12-24"), &json!("")));
    assert_eq!(api.call("bob", "updateProject", json!({"project_id": 1})).await, forbidden());
}

#[tokio::test]
async fn public_access_adds_addresses() {
    let api = Api::with_project().await;
    assert_eq!(api.call("alice", "enableProjectPublicAccess", json!([1])).await, json!(true));
    let project = api.call(APPLICATION, "getProjectById", json!([1])).await;
    let token = project["token"].as_str().unwrap();
    assert_eq!(token.len(), 60);
    let board = format!("{URL}BoardViewController&action=readonly&token={token}");
    assert_eq!(project["url"]["public_board"], board);
    let addresses: Vec<_> = project["url"].as_object().unwrap().keys().collect();
    assert_eq!(addresses, ["board", "list", "public_board", "rss_feed", "ical_feed"]);
    assert_eq!(api.call("alice", "disableProjectPublicAccess", json!([1])).await, json!(true));
    let project = api.call(APPLICATION, "getProjectById", json!([1])).await;
    assert_eq!((&project["token"], &project["is_public"]), (&json!(""), &json!(0)));
}

#[tokio::test]
async fn members_have_a_role() {
    let api = Api::with_project().await;
    let users = api.call(APPLICATION, "getProjectUsers", json!([1])).await;
    assert_eq!(users.to_string(), r#"{"2":"Alice Martin","3":"Bob Stone","4":"Carol Diaz"}"#);
    let assignable = json!({"project_id": 1, "prepend_unassigned": true});
    let assignable = api.call("bob", "getAssignableUsers", assignable).await;
    assert_eq!(assignable.to_string(), r#"{"0":"Unassigned","2":"Alice Martin","3":"Bob Stone"}"#);
    for (method, params, answer) in [
        ("addProjectUser", json!([1, 3, "project-manager"]), json!(false)),
        ("addProjectUser", json!([1, 999]), json!(false)),
        ("addProjectUser", json!([1, 5]), json!(true)),
        ("getProjectUserRole", json!([1, 5]), json!("project-member")),
        ("getProjectUserRole", json!([1, 1]), json!("")),
        ("changeProjectUserRole", json!([1, 5, "project-viewer"]), json!(true)),
        ("changeProjectUserRole", json!([1, 1, "project-viewer"]), json!(true)),
        ("removeProjectUser", json!([1, 5]), json!(true)),
        ("removeProjectUser", json!([1, 5]), json!(false)),
    ] {
        assert_eq!(api.call("alice", method, params.clone()).await, answer, "{method} {params}");
    }
    assert_eq!(api.call("bob", "addProjectUser", json!([1, 5])).await, forbidden());
}

#[tokio::test]
async fn people_have_projects_of_their_own() {
    let api = Api::with_project().await;
    assert_eq!(api.call("bob", "createMyPrivateProject", json!(["To-do"])).await, json!(2));
    assert_eq!(api.call("bob", "createMyPrivateProject", json!([""])).await, json!(false));
    let names = api.call("bob", "getMyProjectsList", json!([])).await;
    assert_eq!(names.to_string(), r#"{"2":"To-do","1":"Website"}"#);
    assert_eq!(api.call("alice", "disableProject", json!([1])).await, json!(true));
    let projects = api.call("bob", "getMyProjects", json!([])).await;
    assert_eq!(projects.as_array().unwrap().len(), 1);
    assert_eq!((&projects[0]["is_private"], &projects[0]["owner_id"]), (&json!(1), &json!(3)));
    assert_eq!(api.call("dave", "getMyProjectsList", json!([])).await, json!({}));
    assert_eq!(api.call(APPLICATION, "getMyProjects", json!([])).await, forbidden());
}
