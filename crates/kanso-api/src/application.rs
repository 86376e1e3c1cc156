//! The application itself: version, colours, roles.

use std::sync::Arc;

use kanso_core::{Actor, user};
use kanso_domain::color::{self, Color};
use kanso_domain::{ApplicationRole, ProjectRole};
use serde::{Deserialize, Serialize};

use crate::KANBOARD_VERSION;
use crate::error::Outcome;
use crate::json::Dictionary;
use crate::procedure::Caller;

/// No parameters.
#[derive(Deserialize)]
pub(crate) struct Nothing {}

/// A colour as the API shows it.
#[derive(Serialize)]
pub(crate) struct ColorAnswer {
    name: &'static str,
    background: &'static str,
    border: &'static str,
}

impl From<&Color> for ColorAnswer {
    fn from(color: &Color) -> Self {
        Self { name: color.name, background: color.background, border: color.border }
    }
}

/// The colour of this id, else the one of new tasks.
pub(crate) fn color_or(id: &str, default: &str) -> ColorAnswer {
    let color = color::find(id).or_else(|| color::find(default));
    color.unwrap_or(&color::ALL[0]).into()
}

pub(crate) fn version(_: &Caller) -> &'static str {
    KANBOARD_VERSION
}

pub(crate) fn default_task_color(by: &Caller) -> String {
    by.app.settings().default_color().to_owned()
}

pub(crate) fn default_task_colors(_: &Caller) -> Dictionary<&'static str, ColorAnswer> {
    Dictionary(color::ALL.iter().map(|color| (color.id, color.into())).collect())
}

pub(crate) fn color_list(_: &Caller) -> Dictionary<&'static str, &'static str> {
    Dictionary(color::ALL.iter().map(|color| (color.id, color.name)).collect())
}

pub(crate) fn application_roles(_: &Caller) -> Dictionary<&'static str, &'static str> {
    let name = |role| match role {
        ApplicationRole::Admin => "Administrator",
        ApplicationRole::Manager => "Manager",
        ApplicationRole::User => "User",
    };
    Dictionary(ApplicationRole::ALL.iter().map(|role| (role.as_str(), name(*role))).collect())
}

pub(crate) fn project_roles(_: &Caller) -> Dictionary<&'static str, &'static str> {
    let name = |role| match role {
        ProjectRole::Manager => "Project Manager",
        ProjectRole::Member => "Project Member",
        ProjectRole::Viewer => "Project Viewer",
    };
    Dictionary(ProjectRole::ALL.iter().map(|role| (role.as_str(), name(*role))).collect())
}

/// The time zone of the person if they chose one, else that of the application.
pub(crate) async fn timezone(by: Arc<Caller>, _: Nothing) -> Outcome<String> {
    let own = match &by.actor {
        Actor::User(user) => user::find_user(&by.app, &by.actor, user.id).await?.timezone,
        Actor::Application => None,
    };
    let own = own.filter(|zone| !zone.is_empty());
    Ok(own.unwrap_or_else(|| by.app.settings().get("application_timezone").to_owned()))
}
