//! Everything that can be called about.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::table::Procedure;
use super::values::{things, value};
use super::world::{Caller, World};
use crate::team::ids;

/// No row has this id.
pub(super) const MISSING: i64 = 999_999;

/// A project with what there can be in it, or what one procedure is about.
pub(super) struct Estate {
    ids: HashMap<&'static str, i64>,
}

/// Who has their role in an estate.
#[derive(Clone, Copy)]
pub(super) enum Open {
    ToItsPeople,
    /// The caller with this id, and the viewer, whom some procedures are about.
    To(i64),
    ToNobody,
}

impl Open {
    fn is_to(self, caller: &Caller) -> bool {
        match self {
            Self::ToItsPeople => true,
            Self::To(id) => caller.id == id || caller.name == "viewer",
            Self::ToNobody => false,
        }
    }
}

/// What can be in an estate, each after what it needs; only what is wanted is there.
const THINGS: [(&str, &[&str]); 22] = [
    ("names", &[]),
    ("task", &[]),
    ("other task", &[]),
    ("destination", &[]),
    ("comment", &["task"]),
    ("column", &[]),
    ("swimlane", &[]),
    ("category", &[]),
    ("tag", &[]),
    ("subtask", &["task"]),
    ("timer", &["subtask", "task"]),
    ("task link", &["task", "other task"]),
    ("external link", &["task"]),
    ("task file", &["task"]),
    ("project file", &[]),
    ("task metadata", &["task"]),
    ("project metadata", &[]),
    ("action", &[]),
    ("label", &[]),
    ("group", &[]),
    ("granted group", &[]),
    ("somebody", &[]),
];

impl Estate {
    /// A project with everything in it; the comment is by `author`.
    pub(super) async fn whole(world: &World, open: Open, author: i64) -> Self {
        Self::create(world, open, author, &|_| true).await
    }

    /// A project with what the procedure is about, for one caller.
    pub(super) async fn of(world: &World, procedure: &Procedure, caller: &Caller) -> Self {
        let mut wanted = Vec::new();
        for parameter in procedure.required.iter().chain(&procedure.optional) {
            for thing in things(procedure.name, parameter) {
                wanted.push(thing);
                let needs = THINGS.iter().filter(|(known, _)| *known == thing);
                wanted.extend(needs.flat_map(|(_, needs)| *needs));
            }
        }
        Self::create(world, Open::To(caller.id), caller.id, &|thing| wanted.contains(&thing)).await
    }

    /// Where nothing is.
    pub(super) fn nowhere() -> Self {
        Self { ids: HashMap::new() }
    }

    async fn create(world: &World, open: Open, author: i64, wants: &dyn Fn(&str) -> bool) -> Self {
        let project = world.rpc.call_for_id("createProject", json!(["x"])).await;
        world.join(project, |caller| open.is_to(caller)).await;
        let people = ["viewer", "outsider"].map(|name| (name, world.caller(name).id));
        let mut estate = Self { ids: HashMap::from(people) };
        estate.ids.extend([("project", project), ("author", author)]);
        for (thing, _) in THINGS.iter().filter(|(thing, _)| wants(thing)) {
            let id = estate.make(world, open, thing).await;
            estate.ids.insert(thing, id);
        }
        estate
    }

    /// Makes a thing and answers its id.
    async fn make(&self, world: &World, open: Open, thing: &str) -> i64 {
        let rpc = &world.rpc;
        let (project, task) = (self.id("project"), self.id("task"));
        let name = |what: &str| format!("{what}{project}");
        let (method, parameters) = match thing {
            "names" => (
                "updateProject",
                json!({"project_id": project, "name": name("estate"), "identifier": name("estate"), "email": format!("{}@x", name("estate"))}),
            ),
            "task" => ("createTask", json!({"title": "x", "project_id": project, "reference": "REF"})),
            "other task" => ("createTask", json!(["y", project])),
            "destination" => ("createProject", json!(["y"])),
            "comment" => ("createComment", json!([task, self.id("author"), "x"])),
            // Nothing is in the last column.
            "column" => return ids(&rpc.call("getColumns", json!([project])).await)[3],
            "swimlane" => ("addSwimlane", json!([project, "Lane 2"])),
            "category" => ("createCategory", json!([project, "category"])),
            "tag" => ("createTag", json!([project, "tag"])),
            "subtask" => ("createSubtask", json!([task, "x"])),
            "timer" => ("setSubtaskStartTime", json!([self.id("subtask"), self.id("viewer")])),
            "task link" => ("createTaskLink", json!([task, self.id("other task"), 2])),
            "external link" => {
                ("createExternalTaskLink", json!([task, "https://example.org/a", "related", "weblink", "a"]))
            }
            "task file" => ("createTaskFile", json!([project, task, "a.txt", "aGVsbG8="])),
            "project file" => ("createProjectFile", json!([project, "a.txt", "aGVsbG8="])),
            "task metadata" => ("saveTaskMetadata", json!([task, {"key": "value"}])),
            "project metadata" => ("saveProjectMetadata", json!([project, {"key": "value"}])),
            "action" => (
                "createAction",
                json!([project, "task.create", r"\Kanboard\Action\TaskAssignCurrentUser", {}]),
            ),
            "label" => ("createLink", json!([name("label")])),
            "group" | "granted group" => ("createGroup", json!([name(thing)])),
            "somebody" => ("createUser", json!([name("somebody"), "secret"])),
            unknown => unreachable!("{unknown} is nothing"),
        };
        let id = made(method, &rpc.try_call(method, parameters).await.body);
        let joined = match thing {
            "destination" => {
                world.join(id, |caller| open.is_to(caller)).await;
                json!(true)
            }
            "group" => rpc.call("addGroupMember", json!([id, self.id("viewer")])).await,
            "granted group" => rpc.call("addProjectGroup", json!([project, id])).await,
            _ => json!(true),
        };
        assert_eq!(joined, json!(true), "{thing}");
        id
    }

    pub(super) fn id(&self, thing: &str) -> i64 {
        self.ids.get(thing).copied().unwrap_or(MISSING)
    }

    /// Values for the parameters that must be given, with which the call does something.
    pub(super) fn parameters(&self, procedure: &Procedure, caller: i64) -> Value {
        let value = |name: &&str| ((*name).to_owned(), value(self, procedure.name, name, caller));
        Value::Object(procedure.required.iter().map(value).collect())
    }
}

/// The id of what was made. While the procedure that makes it is not there, nothing is: the procedures about it are
/// not there either, and a test of the table names them all.
fn made(method: &str, body: &Value) -> i64 {
    if body["error"]["code"] == -32601 {
        return MISSING;
    }
    let result = &body["result"];
    let id = if *result == json!(true) { 1 } else { result.as_i64().unwrap_or_default() };
    assert!(id > 0, "{method}: {body}");
    id
}
