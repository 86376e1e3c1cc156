//! What a composed rule can do, as a form offers it: a choice, and beside it a field for what no list can hold.

use kanso_core::action::{Addressee, Deed};
use kanso_core::project::Project;
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{ProjectId, SwimlaneId};

use super::names::{Choices, Names};
use super::view::DeedGroup;
use crate::page::Page;
use crate::profile::view::Choice;
use crate::refusal::amount;

/// All there is to choose from, by what it changes; `chosen` is what was sent.
pub(super) fn groups(page: &Page, names: &Names, project: &Project, chosen: &str) -> Vec<DeedGroup> {
    let others: Choices =
        names.projects.iter().filter(|(id, _)| *id != project.id.to_string()).cloned().collect();
    let priorities = (project.priority_start..=project.priority_end).map(|n| (n.to_string(), n.to_string()));
    let (nobody, none) = (("0".to_owned(), page.text("nobody")), ("0".to_owned(), page.text("none")));
    let led = |first: (String, String), rest: &Choices| {
        std::iter::once(first).chain(rest.iter().cloned()).collect::<Choices>()
    };
    let typed = [
        ("comment", page.text("comment")),
        ("subtask", page.text("subtask")),
        ("tag", page.text("tag")),
        ("due", page.text("rule-deed-due")),
        ("score", page.text("complexity")),
    ];
    let told = [
        ("assignee".to_owned(), page.text("rule-tell-assignee")),
        ("creator".to_owned(), page.text("rule-tell-creator")),
    ];
    let state = [("close", page.text("rule-then-close")), ("open", page.text("rule-then-open"))];
    let groups = [
        group(page.text("rule-group-close"), "", state.map(owned).to_vec(), chosen),
        group(page.text("rule-deed-typed"), "", typed.map(owned).to_vec(), chosen),
        group(page.text("rule-field-to"), "column", names.columns.clone(), chosen),
        group(page.text("rule-field-to-swimlane"), "swimlane", names.swimlanes.clone(), chosen),
        group(page.text("color"), "color", names.colors.clone(), chosen),
        group(page.text("assignee"), "assign", led(nobody, &names.assignable), chosen),
        group(page.text("category"), "category", led(none, &names.categories), chosen),
        group(page.text("priority"), "priority", priorities.collect(), chosen),
        group(page.text("rule-deed-create"), "create", others, chosen),
        group(page.text("rule-deed-webhook"), "webhook", names.endpoints.clone(), chosen),
        group(
            page.text("rule-deed-notify"),
            "notify",
            [told.to_vec(), names.people.clone()].concat(),
            chosen,
        ),
    ];
    groups.into_iter().filter(|group| !group.choices.is_empty()).collect()
}

fn owned((value, name): (&str, String)) -> (String, String) {
    (value.to_owned(), name)
}

fn group(name: String, kind: &str, choices: Choices, chosen: &str) -> DeedGroup {
    let value = |id: String| if kind.is_empty() { id } else { format!("{kind}:{id}") };
    let choices = choices.into_iter().map(|(id, name)| Choice::new(value(id), name, chosen)).collect();
    DeedGroup { name, choices }
}

/// The deed that was chosen, with what was typed beside it.
pub(super) fn read(chosen: &str, typed: &str) -> Result<Deed, Error> {
    let unknown = || Error::Invalid(CoreFault::Unknown("deeds"));
    let (kind, value) = chosen.split_once(':').unwrap_or((chosen, ""));
    let id = || value.parse::<i64>().map_err(|_| unknown());
    let text = typed.trim().to_owned();
    Ok(match kind {
        "close" => Deed::Close,
        "open" => Deed::Open,
        "comment" => Deed::Comment { text },
        "subtask" => Deed::Subtask { title: text },
        "tag" => Deed::Tag { tag: text },
        "due" => Deed::Due { days: amount(typed, "duration")? },
        "score" => Deed::Score { score: amount(typed, "score")? },
        "column" => Deed::Column { column: id()?.into() },
        "swimlane" => Deed::Swimlane { swimlane: SwimlaneId::from(id()?) },
        "color" => Deed::Color { color: value.to_owned() },
        "assign" => Deed::Assign { user: id()?.into() },
        "category" => Deed::Category { category: id()? },
        "priority" => Deed::Priority { priority: id()? },
        "create" => Deed::Create { project: ProjectId::from(id()?), title: text },
        "webhook" => Deed::Webhook { endpoint: id()?.into() },
        "notify" => {
            let to = match value {
                "assignee" => Addressee::Assignee,
                "creator" => Addressee::Creator,
                _ => Addressee::User(id()?.into()),
            };
            Deed::Notify { to, text }
        }
        _ => return Err(unknown()),
    })
}

/// The choice of a deed, and what is typed beside it: what [`read`] reads.
pub(super) fn shown(deed: &Deed) -> (String, String) {
    let plain = |kind: &str| (kind.to_owned(), String::new());
    let typed = |kind: &str, text: &dyn ToString| (kind.to_owned(), text.to_string());
    let named = |kind: &str, id: &dyn ToString| (format!("{kind}:{}", id.to_string()), String::new());
    match deed {
        Deed::Close => plain("close"),
        Deed::Open => plain("open"),
        Deed::Comment { text } => typed("comment", text),
        Deed::Subtask { title } => typed("subtask", title),
        Deed::Tag { tag } => typed("tag", tag),
        Deed::Due { days } => typed("due", days),
        Deed::Score { score } => typed("score", score),
        Deed::Column { column } => named("column", column),
        Deed::Swimlane { swimlane } => named("swimlane", swimlane),
        Deed::Color { color } => named("color", color),
        Deed::Assign { user } => named("assign", user),
        Deed::Category { category } => named("category", category),
        Deed::Priority { priority } => named("priority", priority),
        Deed::Create { project, title } => (format!("create:{project}"), title.clone()),
        Deed::Webhook { endpoint } => named("webhook", endpoint),
        Deed::Notify { to, text } => {
            let to = match to {
                Addressee::Assignee => "assignee".to_owned(),
                Addressee::Creator => "creator".to_owned(),
                Addressee::User(user) => user.to_string(),
            };
            (format!("notify:{to}"), text.clone())
        }
    }
}
