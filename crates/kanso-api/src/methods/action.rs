use kanso_core::Kind::{Action, Project};

use crate::action;
use crate::class::Class::{Any, Manager};
use crate::class::Missing::{EmptyList, False, Null};
use crate::procedure::{Procedure, constant, procedure};

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        constant("getAvailableActions", action::available_actions),
        constant("getAvailableActionEvents", action::available_action_events),
        procedure("getCompatibleActionEvents", "action_name", Any, Null, action::get_compatible_action_events),
        procedure("getActions", "project_id", Manager(Project), EmptyList, action::get_actions),
        procedure("createAction", "project_id, event_name, action_name, params", Manager(Project), False, action::create_action),
        procedure("removeAction", "action_id", Manager(Action), False, action::remove_action),
    ]
}
