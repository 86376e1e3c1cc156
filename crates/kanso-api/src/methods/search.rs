use kanso_core::Kind::Project;

use crate::class::Class::{UserOnly, Viewer};
use crate::class::Missing::{EmptyList, Null};
use crate::procedure::{Procedure, procedure};
use crate::search;

pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("searchTasks", "project_id, query", Viewer(Project), EmptyList, search::search_tasks),
        procedure("getMyDashboard", "", UserOnly, Null, search::get_my_dashboard),
    ]
}
