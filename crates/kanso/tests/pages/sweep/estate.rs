//! A project with one of everything, each with a word in it that nobody else may read.

use std::collections::HashMap;

use kanso_core::Actor;
use kanso_core::endpoint::{NewEndpoint, create_endpoint};
use kanso_core::predefined::add_description;
use kanso_core::role::create_role;
use kanso_testkit::{Browser, TestApp};
use serde_json::{Value, json};

/// No row has this id.
pub(super) const MISSING: i64 = 999_999;

/// What paths and forms name, by what they call it.
pub(super) struct Estate {
    pub(super) project: i64,
    ids: HashMap<&'static str, i64>,
}

impl Estate {
    /// A project that only the person with this id has to do with, who is signed in. The word is in all that can have a
    /// name.
    pub(super) async fn create(app: &TestApp, word: &str, (id, owner): (i64, &Browser)) -> Self {
        let (rpc, core, who) = (app.rpc(), &app.app, &Actor::Application);
        let named = |what: &str| format!("{word} {what}");
        let project = rpc.call_for_id("createProject", json!([named("project")])).await;
        rpc.call("addProjectUser", json!([project, id, "project-manager"])).await;
        let make = async |method: &str, parameters: Value| rpc.call_for_id(method, parameters).await;
        let task = make("createTask", json!({"title": named("task"), "project_id": project})).await;
        let other = make("createTask", json!([named("other"), project])).await;
        let link = json!([task, "https://example.org/", "related", "weblink", named("address")]);
        let action = json!([project, "task.create", r"\Kanboard\Action\TaskAssignCurrentUser", {}]);
        let endpoint = NewEndpoint {
            project: Some(project.into()),
            name: named("webhook"),
            url: "http://127.0.0.1:9/".to_owned(),
            ..NewEndpoint::default()
        };
        let (endpoint, _) = create_endpoint(core, who, endpoint).await.unwrap();
        let filters = format!("/project/{project}/filters");
        let fields = [("name", named("filter")), ("filter", named("query")), ("is_shared", "1".to_owned())];
        let fields = fields.each_ref().map(|(field, value)| (*field, value.as_str()));
        let saved = owner.submit("/profile", &filters, &fields).await;
        assert!(saved.status < 400, "{}", saved.body);
        let filter = app.rows::<(i64,)>("SELECT MAX(id) FROM custom_filters").await[0].0;
        let column = make("addColumn", json!([project, named("column")])).await;
        let ids = HashMap::from([
            ("project", project),
            ("task", task),
            ("column", column),
            ("swimlane", make("addSwimlane", json!([project, named("lane")])).await),
            ("category", make("createCategory", json!([project, named("category")])).await),
            ("tag", make("createTag", json!([project, named("tag")])).await),
            ("comment", make("createComment", json!([task, id, named("comment")])).await),
            ("subtask", make("createSubtask", json!([task, named("subtask")])).await),
            ("link", make("createTaskLink", json!([task, other, 1])).await),
            ("external", make("createExternalTaskLink", link).await),
            ("file", make("createTaskFile", json!([project, task, named("file.txt"), "aGVsbG8="])).await),
            (
                "project file",
                make("createProjectFile", json!([project, named("plan.txt"), "aGVsbG8="])).await,
            ),
            ("action", make("createAction", action).await),
            ("role", create_role(core, who, project.into(), named("role")).await.unwrap().get()),
            ("filter", filter),
            (
                "text",
                add_description(core, who, project.into(), named("text"), named("words"))
                    .await
                    .unwrap()
                    .get(),
            ),
            ("endpoint", endpoint.get()),
            ("user", id),
        ]);
        // Something for the log and for the webhook.
        rpc.call("updateTask", json!({"id": task, "description": named("description")})).await;
        let delivery = app.rows::<(i64,)>("SELECT MAX(id) FROM deliveries").await[0].0;
        let mut estate = Self { project, ids };
        estate.ids.insert("delivery", delivery);
        assert!(estate.ids.values().all(|id| *id > 0), "one of everything");
        estate
    }

    pub(super) fn id(&self, thing: &str) -> i64 {
        self.ids.get(thing).copied().unwrap_or(MISSING)
    }

    /// The path with the ids of the estate in it, and with ids of nothing. None for a path that names nothing of it.
    pub(super) fn paths(&self, path: &str) -> Option<(String, String)> {
        let (mut here, mut nowhere, mut is_about) = (path.to_owned(), path.to_owned(), false);
        for part in path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
            let thing = match part {
                "file" if path.starts_with("/project/") => "project file",
                "link" if path.contains("/external/") => "external",
                part => part,
            };
            is_about |= self.ids.contains_key(thing);
            let place = format!("{{{part}}}");
            here = here.replace(&place, &self.id(thing).to_string());
            nowhere = nowhere.replace(&place, &MISSING.to_string());
        }
        is_about.then_some((here, nowhere))
    }

    /// The path with ids of the estate in it, and 1 for what it has not.
    pub(super) fn path(&self, path: &str) -> String {
        let (path, _) = self.paths(path).unwrap_or_else(|| (path.to_owned(), String::new()));
        let part = |part: &str| if part.starts_with('{') { "1".to_owned() } else { part.to_owned() };
        path.replace(&MISSING.to_string(), "1").split('/').map(part).collect::<Vec<_>>().join("/")
    }

    /// A form that names all of it: what a page does not ask for it passes over.
    pub(super) fn form(&self) -> Vec<(&'static str, String)> {
        const TEXTS: [&str; 23] = [
            "code",
            "title",
            "name",
            "text",
            "content",
            "comment",
            "description",
            "label",
            "email",
            "url",
            "filter",
            "query",
            "identifier",
            "username",
            "password",
            "current",
            "subject",
            "file",
            "day",
            "date_due",
            "role",
            "event",
            "type",
        ];
        const NUMBERS: [&str; 12] = [
            "position", "limit", "status", "score", "priority", "color", "count", "interval", "seen",
            "since", "after", "version",
        ];
        let mut form: Vec<(&'static str, String)> = Vec::new();
        form.extend(TEXTS.map(|field| (field, "Mine now".to_owned())));
        form.extend(NUMBERS.map(|field| (field, "1".to_owned())));
        for field in [
            "project", "task", "tasks", "column", "swimlane", "category", "tag", "user", "assignee", "owner",
            "from",
        ] {
            form.push((field, self.id(if field == "tasks" { "task" } else { field }).to_string()));
        }
        form.extend([("act", "close".to_owned()), ("confirm", "1".to_owned()), ("unit", "week".to_owned())]);
        form
    }

    /// All that the estate is.
    pub(super) async fn state(&self, app: &TestApp) -> Value {
        let rpc = app.rpc();
        let mut state = json!({});
        for (method, of) in [
            ("getProjectById", "project"),
            ("getBoard", "project"),
            ("getAllTags", "project"),
            ("getTagsByProject", "project"),
            ("getAllCategories", "project"),
            ("getAllSwimlanes", "project"),
            ("getColumns", "project"),
            ("getAllProjectFiles", "project"),
            ("getProjectUsers", "project"),
            ("getActions", "project"),
            ("getTask", "task"),
            ("getAllComments", "task"),
            ("getAllSubtasks", "task"),
            ("getAllTaskLinks", "task"),
            ("getAllExternalTaskLinks", "task"),
            ("getAllTaskFiles", "task"),
        ] {
            let answer = rpc.try_call(method, json!([self.id(of)])).await.body;
            state[method] = answer["result"].clone();
        }
        state["log"] = json!(
            app.rows::<(i64, i64)>("SELECT project_id, id FROM events ORDER BY id")
                .await
                .into_iter()
                .filter(|(project, _)| *project == self.project)
                .collect::<Vec<_>>()
        );
        state["endpoints"] = json!(
            app.rows::<(i64, String, i64)>("SELECT id, name, enabled FROM endpoints ORDER BY id")
                .await
                .into_iter()
                .filter(|(id, ..)| *id == self.id("endpoint"))
                .collect::<Vec<_>>()
        );
        state["roles"] = json!(
            app.rows::<(i64, String)>("SELECT role_id, role FROM project_has_roles ORDER BY role_id")
                .await
                .into_iter()
                .filter(|(id, _)| *id == self.id("role"))
                .collect::<Vec<_>>()
        );
        state["filters"] = json!(
            app.rows::<(i64, String)>("SELECT id, name FROM custom_filters ORDER BY id")
                .await
                .into_iter()
                .filter(|(id, _)| *id == self.id("filter"))
                .collect::<Vec<_>>()
        );
        state
    }
}
