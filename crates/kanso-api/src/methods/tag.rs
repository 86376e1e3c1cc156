use kanso_core::Kind::{Project, Tag, Task};

use crate::class::Class::{Any, Member, Viewer};
use crate::class::Missing::{EmptyList, EmptyObject, False, True};
use crate::procedure::{Procedure, procedure};
use crate::tag;

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("getAllTags", "", Any, EmptyList, tag::get_all_tags),
        procedure("getTagsByProject", "project_id", Viewer(Project), EmptyList, tag::get_tags_by_project),
        procedure("createTag", "project_id, tag, color_id?", Member(Project), False, tag::create_tag),
        procedure("updateTag", "tag_id, tag, color_id?", Member(Tag), True, tag::update_tag),
        procedure("removeTag", "tag_id", Member(Tag), False, tag::remove_tag),
        procedure("setTaskTags", "project_id, task_id, tags", Member(Task), False, tag::set_task_tags),
        procedure("getTaskTags", "task_id", Viewer(Task), EmptyObject, tag::get_task_tags),
    ]
}
