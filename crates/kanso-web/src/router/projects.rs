//! The pages of projects and of their settings, and the lists of the application.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{get, post};

use crate::web::Web;
use crate::{
    action, archive, category, column, currency, export, file, label, member, predefined, project, role,
    swimlane, tag, uploaded,
};

pub(super) fn routes() -> Router<Web> {
    projects().merge(files()).merge(board()).merge(texts()).merge(actions()).merge(people()).merge(lists())
}

fn projects() -> Router<Web> {
    Router::new()
        .route("/project/new", get(project::create::show).post(project::create::create))
        .route("/project/{project}", get(project::overview::show))
        .route("/project/{project}/settings", get(project::settings::show).post(project::settings::save))
        .route("/project/{project}/public", get(project::publish::show).post(project::publish::save))
        .route("/project/{project}/copy", get(project::copy::show).post(project::copy::duplicate))
        .route("/project/{project}/import", post(project::copy::import))
        .route("/project/{project}/end", get(project::end::show))
        .route("/project/{project}/close", post(project::end::close))
        .route("/project/{project}/open", post(project::end::open))
        .route("/project/{project}/remove", post(project::end::remove))
        .route(
            "/projects/archive",
            get(archive::put::show).post(archive::put::look.layer(DefaultBodyLimit::max(uploaded::LIMIT))),
        )
        .route("/projects/archive/import", post(archive::put::import))
        .route("/project/{project}/archive", post(archive::download::download))
        .route("/projects/removed", get(project::removed::list))
        .route("/projects/removed/{project}/restore", post(project::removed::restore))
        .route("/projects/removed/{project}/purge", post(project::removed::purge))
        .route(
            "/project/{project}/task-import",
            get(project::task_import::show).post(project::task_import::look),
        )
        .route("/project/{project}/task-import/template", get(project::task_import::template))
        .route("/project/{project}/task-import/all", post(project::task_import::import))
        .route("/project/{project}/exports", get(export::show::show))
        .route("/project/{project}/exports/file", get(export::file::download))
}

fn files() -> Router<Web> {
    let limit = DefaultBodyLimit::max(uploaded::LIMIT);
    Router::new()
        .route("/project/{project}/file", post(file::project::add.layer(limit)))
        .route("/project/{project}/file/{file}", get(file::project::download))
        .route("/project/{project}/file/{file}/thumbnail", get(file::project::thumbnail))
        .route("/project/{project}/file/{file}/preview", get(file::project::preview))
        .route("/project/{project}/file/{file}/remove", post(file::project::remove))
}

fn board() -> Router<Web> {
    Router::new()
        .route("/project/{project}/columns", get(column::list::show).post(column::list::add))
        .route("/column/{column}", get(column::edit::show).post(column::edit::save))
        .route("/column/{column}/move", post(column::list::move_))
        .route("/column/{column}/remove", post(column::edit::remove))
        .route("/project/{project}/swimlanes", get(swimlane::list::show).post(swimlane::list::add))
        .route("/swimlane/{swimlane}", get(swimlane::edit::show).post(swimlane::edit::save))
        .route("/swimlane/{swimlane}/move", post(swimlane::list::move_))
        .route("/swimlane/{swimlane}/enable", post(swimlane::list::enable))
        .route("/swimlane/{swimlane}/disable", post(swimlane::list::disable))
        .route("/swimlane/{swimlane}/remove", post(swimlane::edit::remove))
        .route("/project/{project}/categories", get(category::list::show).post(category::list::add))
        .route("/category/{category}", get(category::edit::show).post(category::edit::save))
        .route("/category/{category}/remove", post(category::edit::remove))
        .route("/project/{project}/tags", get(tag::list::show).post(tag::list::add))
        .route("/project/{project}/tags/global", post(tag::offered::save))
        .route("/project/{project}/tags/{tag}", get(tag::edit::show).post(tag::edit::save))
        .route("/project/{project}/tags/{tag}/remove", post(tag::edit::remove))
}

fn texts() -> Router<Web> {
    Router::new()
        .route("/project/{project}/texts", get(predefined::list::show).post(predefined::list::add))
        .route("/project/{project}/texts/subjects", post(predefined::list::save_subjects))
        .route("/project/{project}/texts/{text}", get(predefined::edit::show).post(predefined::edit::save))
        .route("/project/{project}/texts/{text}/remove", post(predefined::edit::remove))
}

fn actions() -> Router<Web> {
    Router::new()
        .route("/project/{project}/actions", get(action::list::show))
        .route("/project/{project}/actions/new", get(action::create::show).post(action::create::create))
        .route("/project/{project}/actions/new/{action}", get(action::create::chosen))
        .route("/project/{project}/actions/compose", get(action::compose::show).post(action::compose::create))
        .route("/project/{project}/actions/copy", post(action::list::copy))
        .route("/project/{project}/actions/log", get(action::log::show))
        .route("/project/{project}/actions/{action}", get(action::show::show))
        .route("/project/{project}/actions/{action}/edit", get(action::edit::show).post(action::edit::save))
        .route("/project/{project}/actions/{action}/pause", post(action::show::pause))
        .route("/project/{project}/actions/{action}/resume", post(action::show::resume))
        .route("/project/{project}/actions/{action}/remove", post(action::show::remove))
}

fn people() -> Router<Web> {
    Router::new()
        .route("/project/{project}/people", get(member::list::show).post(member::change::add_person))
        .route("/project/{project}/people/{user}", post(member::change::change_person))
        .route("/project/{project}/people/{user}/remove", post(member::change::remove_person))
        .route("/project/{project}/groups", post(member::change::add_people))
        .route("/project/{project}/groups/{group}", post(member::change::change_people))
        .route("/project/{project}/groups/{group}/remove", post(member::change::remove_people))
        .route("/project/{project}/roles", get(role::list::show).post(role::list::add))
        .route("/project/{project}/roles/{role}", get(role::edit::show).post(role::edit::save))
        .route("/project/{project}/roles/{role}/remove", post(role::edit::remove))
}

/// The lists of the application, for administrators.
fn lists() -> Router<Web> {
    Router::new()
        .route("/settings/links", get(label::list::show).post(label::list::add))
        .route("/settings/links/{label}", get(label::edit::show).post(label::edit::save))
        .route("/settings/links/{label}/remove", post(label::edit::remove))
        .route("/settings/tags", get(tag::global::list).post(tag::global::add))
        .route("/settings/tags/{tag}", get(tag::global::show).post(tag::global::save))
        .route("/settings/tags/{tag}/remove", post(tag::global::remove))
        .route("/settings/currencies", get(currency::list::show).post(currency::list::save))
        .route("/settings/currencies/reference", post(currency::list::refer))
        .route("/settings/currencies/{currency}/remove", post(currency::list::remove))
}
