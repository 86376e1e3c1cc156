//! The fields of an automatic action that is being made.

use kanso_core::action::Params;
use kanso_core::project::Project;
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{ProjectId, Rule, text};

use super::names::{Choices, Names};
use super::view::FieldView;
use crate::page::Page;
use crate::refusal::{amount, required};

/// What a form sends: names and values.
pub(super) type Form = Vec<(String, String)>;

/// The value of a field; empty when it has none.
pub(super) fn value<'f>(form: &'f Form, name: &str) -> &'f str {
    form.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

/// The fields for what the rule needs to know, as they were filled in.
pub(super) fn fields(
    page: &Page,
    names: &Names,
    project: &Project,
    rule: Rule,
    form: &Form,
) -> Vec<FieldView> {
    let field = |name: &&'static str| {
        let known = offered(names, project, rule, name);
        let current = value(form, name);
        let choice = |(id, label): (String, String)| {
            let is_chosen = id == current;
            (id, label, is_chosen)
        };
        FieldView {
            name,
            label: label(page, name),
            choices: known.map(|known| known.into_iter().map(choice).collect()),
            is_number: *name == "duration",
            value: current.to_owned(),
            hint: (*name == "subject").then(|| page.text("rule-subject-hint")),
        }
    };
    rule.parameters().iter().map(field).collect()
}

/// What there is to choose from; `None` where it is to be typed.
fn offered(names: &Names, project: &Project, rule: Rule, name: &str) -> Option<Choices> {
    match name {
        "priority" => {
            let range = project.priority_start..=project.priority_end;
            Some(range.map(|priority| (priority.to_string(), priority.to_string())).collect())
        }
        "project_id" => {
            let others = names.projects.iter().filter(|(id, _)| *id != project.id.to_string());
            Some(others.cloned().collect())
        }
        "user_id" if !matches!(rule, Rule::TaskEmail | Rule::TaskEmailNoActivity) => {
            Some(names.assignable.clone())
        }
        _ => names.named_by(name).cloned(),
    }
}

fn label(page: &Page, name: &str) -> String {
    page.text(match name {
        "column_id" => "column",
        "src_column_id" => "rule-field-from",
        "dest_column_id" => "rule-field-to",
        "swimlane_id" => "swimlane",
        "dest_swimlane_id" => "rule-field-to-swimlane",
        "category_id" => "category",
        "color_id" => "color",
        "user_id" => "user",
        "link_id" => "link-label",
        "priority" => "priority",
        "project_id" => "project",
        "duration" => "rule-field-days",
        "subtask" => "subtask",
        _ => "rule-field-subject",
    })
}

/// What was filled in, if it makes sense.
pub(super) fn params(rule: Rule, project: ProjectId, form: &Form) -> Result<Params, Error> {
    let read = |name: &&'static str| {
        let given = value(form, name).trim();
        let value = match *name {
            "duration" => amount(given, "duration")?.to_string(),
            "subtask" | "subject" => required(given, name, text::TITLE)?,
            "project_id" if given == project.to_string() => return Err(unknown("project")),
            "color_id" => required(given, "color", text::TITLE)?,
            "priority" | "category_id" | "link_id" | "project_id" | "user_id" => given.to_owned(),
            _ => required(given, "column", text::TITLE)?,
        };
        if value.is_empty() {
            return Err(Error::Invalid(CoreFault::Missing(missing(name))));
        }
        Ok(((*name).to_owned(), value))
    };
    rule.parameters().iter().map(read).collect::<Result<_, _>>().map(Params)
}

fn unknown(what: &'static str) -> Error {
    Error::Invalid(CoreFault::Unknown(what))
}

/// What the core calls what the parameter names.
fn missing(parameter: &str) -> &'static str {
    match parameter {
        "category_id" => "category",
        "user_id" => "user",
        "project_id" => "project",
        "link_id" => "label",
        _ => "priority",
    }
}
