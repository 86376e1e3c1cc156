use kanso_core::Kind::{Link, Task};

use crate::class::Class::{AppAdmin, Member, Viewer};
use crate::class::Missing::{EmptyList, False, Null, True};
use crate::link;
use crate::procedure::{Procedure, procedure};

const CREATE: &str = "task_id, opposite_task_id, link_id";
const UPDATE: &str = "task_link_id, task_id, opposite_task_id, link_id";

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("getAllLinks", "", AppAdmin, EmptyList, link::get_all_links),
        procedure("getOppositeLinkId", "link_id", AppAdmin, Null, link::get_opposite_link_id),
        procedure("getLinkByLabel", "label", AppAdmin, Null, link::get_link_by_label),
        procedure("getLinkById", "link_id", AppAdmin, Null, link::get_link_by_id),
        procedure("createLink", "label, opposite_label?", AppAdmin, False, link::create_link),
        procedure("updateLink", "link_id, opposite_link_id, label", AppAdmin, True, link::update_link),
        procedure("removeLink", "link_id", AppAdmin, False, link::remove_link),
        procedure("createTaskLink", CREATE, Member(Task), False, link::create_task_link),
        procedure("updateTaskLink", UPDATE, Member(Task), False, link::update_task_link),
        procedure("getTaskLinkById", "task_link_id", Viewer(Link), Null, link::get_task_link_by_id),
        procedure("getAllTaskLinks", "task_id", Viewer(Task), EmptyList, link::get_all_task_links),
        procedure("removeTaskLink", "task_link_id", Member(Link), False, link::remove_task_link),
    ]
}
