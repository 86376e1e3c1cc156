use kanso_core::Kind::{Project, Task};

use crate::class::Class::{Member, Viewer};
use crate::class::Missing::{EmptyObject, EmptyText, False};
use crate::metadata;
use crate::procedure::{Procedure, procedure};

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("getTaskMetadata", "task_id", Viewer(Task), EmptyObject, metadata::get_task_metadata),
        procedure("getTaskMetadataByName", "task_id, name", Viewer(Task), EmptyText, metadata::get_task_metadata_by_name),
        procedure("saveTaskMetadata", "task_id, values", Member(Task), False, metadata::save_task_metadata),
        procedure("removeTaskMetadata", "task_id, name", Member(Task), False, metadata::remove_task_metadata),
        procedure("getProjectMetadata", "project_id", Viewer(Project), EmptyObject, metadata::get_project_metadata),
        procedure("getProjectMetadataByName", "project_id, name", Viewer(Project), EmptyText, metadata::get_project_metadata_by_name),
        procedure("saveProjectMetadata", "project_id, values", Member(Project), False, metadata::save_project_metadata),
        procedure("removeProjectMetadata", "project_id, name", Member(Project), False, metadata::remove_project_metadata),
    ]
}
