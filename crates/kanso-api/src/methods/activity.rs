use kanso_core::Kind::Project;

use crate::activity;
use crate::class::Class::{UserOnly, Viewer};
use crate::class::Missing::EmptyList;
use crate::procedure::{Procedure, procedure};

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("getMyActivityStream", "", UserOnly, EmptyList, activity::get_my_activity_stream),
        procedure("getProjectActivity", "project_id", Viewer(Project), EmptyList, activity::get_project_activity),
        procedure("getProjectActivities", "project_ids", Viewer(Project), EmptyList, activity::get_project_activities),
    ]
}
