use kanso_core::Kind::{File, Project, Task};

use crate::class::Class::{Member, Viewer};
use crate::class::Missing::{EmptyList, EmptyText, False, Null};
use crate::file::{project, task};
use crate::procedure::{Procedure, procedure};

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("createTaskFile", "project_id, task_id, filename, blob", Member(Project), False, task::create_task_file),
        procedure("getAllTaskFiles", "task_id", Viewer(Task), EmptyList, task::get_all_task_files),
        procedure("getTaskFile", "file_id", Viewer(File), Null, task::get_task_file),
        procedure("downloadTaskFile", "file_id", Viewer(File), EmptyText, task::download_task_file),
        procedure("removeTaskFile", "file_id", Member(File), False, task::remove_task_file),
        procedure("removeAllTaskFiles", "task_id", Member(Task), False, task::remove_all_task_files),
        procedure("createProjectFile", "project_id, filename, blob", Member(Project), False, project::create_project_file),
        procedure("getAllProjectFiles", "project_id", Viewer(Project), EmptyList, project::get_all_project_files),
        procedure("getProjectFile", "project_id, file_id", Viewer(Project), False, project::get_project_file),
        procedure("downloadProjectFile", "project_id, file_id", Viewer(Project), EmptyText, project::download_project_file),
        procedure("removeProjectFile", "project_id, file_id", Member(Project), False, project::remove_project_file),
        procedure("removeAllProjectFiles", "project_id", Member(Project), False, project::remove_all_project_files),
    ]
}
