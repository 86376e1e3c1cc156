//! What feeds tell.

use kanso_domain::ApplicationRole;

use super::FED;
use super::project::find_public_project;
use super::user::find_user_by_feed_token;
use crate::activity::{Activity, list_activities, list_my_activities};
use crate::project::Project;
use crate::{Actor, App, Result, SignedIn};

/// What happened last in the project that was opened to everybody under this token, newest first.
#[crate::use_case]
pub async fn list_public_activities(app: &App, token: &str) -> Result<(Project, Vec<Activity>)> {
    let project = find_public_project(app, token).await?;
    let mut activities = list_activities(app, &Actor::Application, vec![project.id], FED).await?;
    let is_for_all = |activity: &Activity| {
        activity.comment().is_none_or(|comment| comment.is_visible_to(ApplicationRole::User))
    };
    activities.retain(is_for_all);
    Ok((project, activities))
}

/// What happened last in the projects of the person whose feeds have this token, newest first.
#[crate::use_case]
pub async fn list_public_activities_of_user(app: &App, token: &str) -> Result<(SignedIn, Vec<Activity>)> {
    let person = find_user_by_feed_token(app, token).await?;
    let activities = list_my_activities(app, &Actor::User(person.clone()), FED).await?;
    Ok((person, activities))
}
