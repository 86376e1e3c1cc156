//! All procedures, a line each: name, parameters by position (`?` marks optional ones), who may call it, and
//! what it answers when the thing it is about is not there.
//!
//! That last answer is for the application; a person is told 403, so that nobody learns what exists in projects
//! they have no role in. Values that are not accepted are answered with `false` by all of them.

mod action;
mod activity;
mod category;
mod external_link;
mod file;
mod group;
mod link;
mod metadata;
mod search;
mod subtask;
mod tag;

use kanso_core::Kind::{Column, Comment, Project, Swimlane, Task};

use crate::class::Class::{Any, AppAdmin, AppManager, Manager, Member, UserOnly, Viewer};
use crate::class::Missing::{EmptyList, EmptyObject, EmptyText, False, Null, True, Zero};
use crate::procedure::{Procedure, constant, procedure};
use crate::{application, board, column, comment, me, member, project, swimlane, task, user};

/// The method table.
pub(crate) fn all() -> Vec<Procedure> {
    let groups = [
        application(),
        me(),
        projects(),
        members(),
        columns(),
        swimlanes(),
        tasks(),
        comments(),
        users(),
        action::all(),
        activity::all(),
        category::all(),
        external_link::all(),
        file::all(),
        group::all(),
        link::all(),
        metadata::all(),
        search::all(),
        subtask::all(),
        tag::all(),
    ];
    groups.into_iter().flatten().collect()
}

fn application() -> Vec<Procedure> {
    vec![
        constant("getVersion", application::version),
        procedure("getTimezone", "", Any, Null, application::timezone),
        constant("getDefaultTaskColor", application::default_task_color),
        constant("getDefaultTaskColors", application::default_task_colors),
        constant("getColorList", application::color_list),
        constant("getApplicationRoles", application::application_roles),
        constant("getProjectRoles", application::project_roles),
    ]
}

fn me() -> Vec<Procedure> {
    vec![
        procedure("getMe", "", UserOnly, Null, me::get_me),
        procedure("getMyProjects", "", UserOnly, EmptyList, me::get_my_projects),
        procedure("getMyProjectsList", "", UserOnly, EmptyObject, me::get_my_projects_list),
        procedure("getMyOverdueTasks", "", UserOnly, EmptyList, me::get_my_overdue_tasks),
        procedure(
            "createMyPrivateProject",
            "name, description?",
            UserOnly,
            False,
            me::create_my_private_project,
        ),
    ]
}

const CREATE_PROJECT: &str = "name, description?, owner_id?, identifier?, start_date?, end_date?, \
    priority_default?, priority_start?, priority_end?, email?";
const UPDATE_PROJECT: &str = "project_id, name?, description?, owner_id?, identifier?, start_date?, end_date?, \
    priority_default?, priority_start?, priority_end?, email?";

#[rustfmt::skip]
fn projects() -> Vec<Procedure> {
    vec![
        procedure("createProject", CREATE_PROJECT, AppManager, False, project::create_project),
        procedure("getProjectById", "project_id", Viewer(Project), Null, project::get_project_by_id),
        procedure("getProjectByName", "name", Viewer(Project), False, project::get_project_by_name),
        procedure("getProjectByIdentifier", "identifier", Viewer(Project), False, project::get_project_by_identifier),
        procedure("getProjectByEmail", "email", Viewer(Project), False, project::get_project_by_email),
        procedure("getAllProjects", "", AppAdmin, EmptyList, project::get_all_projects),
        procedure("updateProject", UPDATE_PROJECT, Manager(Project), False, project::update_project),
        procedure("removeProject", "project_id", Manager(Project), False, project::remove_project),
        procedure("enableProject", "project_id", Manager(Project), False, project::enable_project),
        procedure("disableProject", "project_id", Manager(Project), False, project::disable_project),
        procedure("enableProjectPublicAccess", "project_id", Manager(Project), False, project::enable_project_public_access),
        procedure("disableProjectPublicAccess", "project_id", Manager(Project), False, project::disable_project_public_access),
    ]
}

#[rustfmt::skip]
fn members() -> Vec<Procedure> {
    vec![
        procedure("getProjectUsers", "project_id", Viewer(Project), EmptyObject, member::get_project_users),
        procedure("getAssignableUsers", "project_id, prepend_unassigned?", Viewer(Project), EmptyObject, member::get_assignable_users),
        procedure("addProjectUser", "project_id, user_id, role?", Manager(Project), False, member::add_project_user),
        procedure("removeProjectUser", "project_id, user_id", Manager(Project), False, member::remove_project_user),
        procedure("changeProjectUserRole", "project_id, user_id, role", Manager(Project), True, member::change_project_user_role),
        procedure("getProjectUserRole", "project_id, user_id", Viewer(Project), EmptyText, member::get_project_user_role),
    ]
}

#[rustfmt::skip]
fn columns() -> Vec<Procedure> {
    vec![
        procedure("getBoard", "project_id", Viewer(Project), EmptyList, board::get_board),
        procedure("getColumns", "project_id", Viewer(Project), EmptyList, column::get_columns),
        procedure("getColumn", "column_id", Viewer(Column), Null, column::get_column),
        procedure("changeColumnPosition", "project_id, column_id, position", Manager(Project), False, column::change_column_position),
        procedure("updateColumn", "column_id, title, task_limit?, description?", Manager(Column), True, column::update_column),
        procedure("addColumn", "project_id, title, task_limit?, description?", Manager(Project), False, column::add_column),
        procedure("removeColumn", "column_id", Manager(Column), False, column::remove_column),
    ]
}

#[rustfmt::skip]
fn swimlanes() -> Vec<Procedure> {
    vec![
        procedure("getActiveSwimlanes", "project_id", Viewer(Project), EmptyList, swimlane::get_active_swimlanes),
        procedure("getAllSwimlanes", "project_id", Viewer(Project), EmptyList, swimlane::get_all_swimlanes),
        procedure("getSwimlane", "swimlane_id", Viewer(Swimlane), Null, swimlane::get_swimlane),
        procedure("getSwimlaneById", "swimlane_id", Viewer(Swimlane), Null, swimlane::get_swimlane),
        procedure("getSwimlaneByName", "project_id, name", Viewer(Project), Null, swimlane::get_swimlane_by_name),
        procedure("changeSwimlanePosition", "project_id, swimlane_id, position", Manager(Project), False, swimlane::change_swimlane_position),
        procedure("updateSwimlane", "project_id, swimlane_id, name, description?", Manager(Project), False, swimlane::update_swimlane),
        procedure("addSwimlane", "project_id, name, description?", Manager(Project), Zero, swimlane::add_swimlane),
        procedure("removeSwimlane", "project_id, swimlane_id", Manager(Project), False, swimlane::remove_swimlane),
        procedure("disableSwimlane", "project_id, swimlane_id", Manager(Project), True, swimlane::disable_swimlane),
        procedure("enableSwimlane", "project_id, swimlane_id", Manager(Project), True, swimlane::enable_swimlane),
    ]
}

const CREATE_TASK: &str = "title, project_id, color_id?, column_id?, owner_id?, creator_id?, date_due?, \
    description?, category_id?, score?, swimlane_id?, priority?, recurrence_status?, recurrence_trigger?, \
    recurrence_factor?, recurrence_timeframe?, recurrence_basedate?, reference?, tags?, date_started?, \
    time_spent?, time_estimated?";
const UPDATE_TASK: &str = "id, title?, color_id?, owner_id?, date_due?, description?, category_id?, score?, \
    priority?, recurrence_status?, recurrence_trigger?, recurrence_factor?, recurrence_timeframe?, \
    recurrence_basedate?, reference?, tags?, date_started?, time_spent?, time_estimated?";
const TO_PROJECT: &str = "task_id, project_id, swimlane_id?, column_id?, category_id?, owner_id?";
const MOVE_TASK: &str = "project_id, task_id, column_id, position, swimlane_id";

#[rustfmt::skip]
fn tasks() -> Vec<Procedure> {
    vec![
        procedure("createTask", CREATE_TASK, Member(Project), Zero, task::create_task),
        procedure("getTask", "task_id", Viewer(Task), Null, task::get_task),
        procedure("getTaskByReference", "project_id, reference", Viewer(Project), Null, task::get_task_by_reference),
        procedure("getAllTasks", "project_id, status_id?", Viewer(Project), EmptyList, task::get_all_tasks),
        procedure("getOverdueTasks", "", AppAdmin, EmptyList, task::get_overdue_tasks),
        procedure("getOverdueTasksByProject", "project_id", Viewer(Project), EmptyList, task::get_overdue_tasks_by_project),
        procedure("updateTask", UPDATE_TASK, Member(Task), False, task::update_task),
        procedure("openTask", "task_id", Member(Task), False, task::open_task),
        procedure("closeTask", "task_id", Member(Task), False, task::close_task),
        procedure("removeTask", "task_id", Member(Task), False, task::remove_task),
        procedure("moveTaskPosition", MOVE_TASK, Member(Task), False, task::move_task_position),
        procedure("moveTaskToProject", TO_PROJECT, Member(Task), False, task::move_task_to_project),
        procedure("duplicateTaskToProject", TO_PROJECT, Member(Task), Zero, task::duplicate_task_to_project),
    ]
}

#[rustfmt::skip]
fn comments() -> Vec<Procedure> {
    vec![
        procedure("createComment", "task_id, user_id, content, reference?, visibility?", Member(Task), False, comment::create_comment),
        procedure("getComment", "comment_id", Viewer(Comment), Null, comment::get_comment),
        procedure("getAllComments", "task_id", Viewer(Task), EmptyList, comment::get_all_comments),
        procedure("updateComment", "id, content", Member(Comment), True, comment::update_comment),
        procedure("removeComment", "comment_id", Member(Comment), False, comment::remove_comment),
    ]
}

fn users() -> Vec<Procedure> {
    vec![
        procedure(
            "createUser",
            "username, password, name?, email?, role?",
            AppAdmin,
            False,
            user::create_user,
        ),
        procedure("createLdapUser", "username", AppAdmin, False, user::create_ldap_user),
        procedure("updateUser", "id, username?, name?, email?, role?", AppAdmin, True, user::update_user),
        procedure("removeUser", "user_id", AppAdmin, False, user::remove_user),
        procedure("getUser", "user_id", AppAdmin, Null, user::get_user),
        procedure("getUserByName", "username", AppAdmin, Null, user::get_user_by_name),
        procedure("getAllUsers", "", AppAdmin, EmptyList, user::get_all_users),
        procedure("isActiveUser", "user_id", AppAdmin, False, user::is_active_user),
        procedure("disableUser", "user_id", AppAdmin, True, user::disable_user),
        procedure("enableUser", "user_id", AppAdmin, True, user::enable_user),
    ]
}

#[cfg(test)]
pub(crate) mod tests;
