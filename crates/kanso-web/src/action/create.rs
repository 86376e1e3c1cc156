//! Making an automatic action: first what it does, then the rest.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kanso_core::action::{NewAction, create_action};
use kanso_core::{Error, Fault as CoreFault, Kind};
use kanso_domain::{ActionId, ProjectId, Rule, Trigger};

use super::fields::{Form, fields, params, value};
use super::list::done;
use super::names::Names;
use super::sentence::{Sentence, occasion};
use super::view::{ActionGroup, ChoosePage, FillPage};
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::Posted;
use crate::profile::view::Choice;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// What stands before the short names.
const PREFIX: &str = r"\Kanboard\Action\";

/// `GET /project/{project}/actions/new`: what there is.
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&choose(&web, &reader, project, Told::default()).await?)
}

/// `GET /project/{project}/actions/new/{action}`: the form for what was chosen.
pub(crate) async fn chosen(
    State(web): State<Web>,
    Path((project, action)): Path<(ProjectId, String)>,
    reader: Reader,
) -> Result<Response, Fault> {
    let rule = rule(&action).ok_or(Error::NotFound(Kind::Action))?;
    respond::page(&fill(&web, &reader, (project, None), Told::default(), rule, &Form::new()).await?)
}

/// `POST /project/{project}/actions/new`
pub(crate) async fn create(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Form>,
) -> Result<Response, Fault> {
    let Some(rule) = rule(value(&form, "action")) else {
        let (status, told) = Told::refused(&reader.page, Error::Invalid(CoreFault::Missing("name")))?;
        return respond::page_with(status, &choose(&web, &reader, project, told).await?);
    };
    let created = match read(rule, project, &form) {
        Ok(new) => create_action(&web.app, &reader.actor, new).await,
        Err(error) => Err(error),
    };
    match created {
        Ok(_) => Ok(done(project).into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            respond::page_with(status, &fill(&web, &reader, (project, None), told, rule, &form).await?)
        }
    }
}

/// What the form says that the action shall be.
pub(super) fn read(rule: Rule, project: ProjectId, form: &Form) -> Result<NewAction, Error> {
    let event_name = match rule.triggers() {
        [only] => only.as_str().to_owned(),
        _ => value(form, "event").to_owned(),
    };
    let params = params(rule, project, form)?;
    Ok(NewAction { project, event_name, action_name: rule.as_str().to_owned(), params })
}

fn rule(short: &str) -> Option<Rule> {
    Rule::parse(&format!("{PREFIX}{short}"))
}

async fn choose<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
) -> Result<ChoosePage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "actions").await?;
    let names = Names::load(web, reader, project).await?;
    Ok(ChoosePage { page: &reader.page, section: "", frame, told, groups: groups(&reader.page, &names) })
}

/// All there is, by what it does.
fn groups(page: &Page, names: &Names) -> Vec<ActionGroup> {
    let mut groups: Vec<ActionGroup> = Vec::new();
    for rule in Rule::ALL {
        let (name, short) = (group(page, *rule), rule.as_str().trim_start_matches(PREFIX));
        let action = (short, Sentence::open(page, names, *rule, most_telling(*rule)));
        match groups.iter_mut().find(|known| known.name == name) {
            Some(known) => known.actions.push(action),
            None => groups.push(ActionGroup { name, actions: vec![action] }),
        }
    }
    groups
}

/// Of what can set a rule off, the one that says most about it.
fn most_telling(rule: Rule) -> Trigger {
    let moves =
        rule.triggers().iter().find(|trigger| matches!(trigger, Trigger::MoveColumn | Trigger::MoveSwimlane));
    moves.or(rule.triggers().first()).copied().unwrap_or(Trigger::Update)
}

fn group(page: &Page, rule: Rule) -> String {
    let short = rule.as_str().trim_start_matches(PREFIX);
    let begins = |starts: &[&str]| starts.iter().any(|start| short.starts_with(start));
    page.text(if begins(&["TaskClose"]) {
        "rule-group-close"
    } else if begins(&["TaskAssignColor"]) {
        "color"
    } else if begins(&["TaskAssignCategory"]) {
        "category"
    } else if begins(&["TaskAssignDueDate", "TaskAssignPriority", "TaskUpdate"]) {
        "rule-group-dates"
    } else if begins(&["TaskAssign"]) {
        "assignee"
    } else if begins(&["TaskMoveColumn", "TaskMoveSwimlane"]) {
        "rule-group-move"
    } else if begins(&["TaskDuplicate", "TaskMoveAnother"]) {
        "rule-group-projects"
    } else {
        "rule-group-tell"
    })
}

/// The form for a new action, or for the one that is changed.
pub(super) async fn fill<'a>(
    web: &Web,
    reader: &'a Reader,
    (project, changed): (ProjectId, Option<ActionId>),
    told: Told,
    rule: Rule,
    form: &Form,
) -> Result<FillPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "actions").await?;
    let names = Names::load(web, reader, project).await?;
    let (page, chosen) = (&reader.page, value(form, "event"));
    let event = |trigger: &Trigger| Choice::new(trigger.as_str(), occasion(page, *trigger), chosen);
    Ok(FillPage {
        page,
        section: "",
        told,
        changed: changed.map(|action| format!("/project/{project}/actions/{action}")),
        action: rule.as_str().trim_start_matches(PREFIX),
        sentence: Sentence::open(page, &names, rule, most_telling(rule)),
        events: rule.triggers().iter().map(event).collect(),
        fields: fields(page, &names, &frame.project, rule, form),
        frame,
    })
}
