use kanso_core::Kind::Task;

use crate::class::Class::{Any, Member, Viewer};
use crate::class::Missing::{EmptyList, False};
use crate::external_link as link;
use crate::procedure::{Procedure, constant, procedure};

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        constant("getExternalTaskLinkTypes", link::types),
        procedure("getExternalTaskLinkProviderDependencies", "providerName", Any, False, link::dependencies),
        procedure("createExternalTaskLink", "task_id, url, dependency, type?, title?", Member(Task), False, link::create),
        procedure("updateExternalTaskLink", "task_id, link_id, title?, url?, dependency?", Member(Task), False, link::update),
        procedure("getExternalTaskLinkById", "task_id, link_id", Viewer(Task), False, link::get),
        procedure("getAllExternalTaskLinks", "task_id", Viewer(Task), EmptyList, link::get_all),
        procedure("removeExternalTaskLink", "task_id, link_id", Member(Task), False, link::remove),
    ]
}
