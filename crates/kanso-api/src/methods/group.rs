use kanso_core::Kind::Project;

use crate::class::Class::{AppAdmin, Manager};
use crate::class::Missing::{EmptyList, False, Null, True};
use crate::group;
use crate::procedure::{Procedure, procedure};

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("createGroup", "name, external_id?", AppAdmin, False, group::create_group),
        procedure("updateGroup", "group_id, name?, external_id?", AppAdmin, True, group::update_group),
        procedure("removeGroup", "group_id", AppAdmin, False, group::remove_group),
        procedure("getGroup", "group_id", AppAdmin, Null, group::get_group),
        procedure("getAllGroups", "", AppAdmin, EmptyList, group::get_all_groups),
        procedure("getMemberGroups", "user_id", AppAdmin, EmptyList, group::get_member_groups),
        procedure("getGroupMembers", "group_id", AppAdmin, EmptyList, group::get_group_members),
        procedure("addGroupMember", "group_id, user_id", AppAdmin, False, group::add_group_member),
        procedure("removeGroupMember", "group_id, user_id", AppAdmin, False, group::remove_group_member),
        procedure("isGroupMember", "group_id, user_id", AppAdmin, False, group::is_group_member),
        procedure("addProjectGroup", "project_id, group_id, role?", Manager(Project), False, group::add_project_group),
        procedure("removeProjectGroup", "project_id, group_id", Manager(Project), False, group::remove_project_group),
        procedure("changeProjectGroupRole", "project_id, group_id, role", Manager(Project), True, group::change_project_group_role),
    ]
}
