//! Every page, by what it is about.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware;
use axum::routing::{get, post};
use kanso_core::App;

use crate::fault::{self, Fault};
use crate::web::Web;
use crate::{
    account, assets, board, category, column, comment, currency, delivery, endpoint, event, file, front,
    headers, label, member, notice, predefined, project, role, session, swimlane, tag, task, theme, webhook,
};
use kanso_core::endpoint::Outgoing;

/// The pages. It also answers what no other route does, with a page that says so.
pub fn router(app: App, outgoing: Arc<dyn Outgoing>) -> Router {
    let web = Web { app: app.clone(), outgoing };
    Router::new()
        .merge(people())
        .merge(boards())
        .merge(projects())
        .merge(lists_of_projects())
        .merge(people_of_projects())
        .merge(lists())
        .merge(tasks())
        .merge(webhooks())
        .merge(events())
        .fallback(async || Fault::Routing(StatusCode::NOT_FOUND))
        .layer(session::layer(app))
        .route("/assets/{name}", get(assets::serve))
        .layer(middleware::from_fn_with_state(web.clone(), fault::show))
        .layer(middleware::from_fn_with_state(web.clone(), headers::add))
        .with_state(web)
}

fn people() -> Router<Web> {
    Router::new()
        .route("/login", get(account::sign_in::show).post(account::sign_in::sign_in))
        .route("/logout", post(account::sign_out::sign_out))
        .route("/theme", post(theme::choose))
}

fn boards() -> Router<Web> {
    Router::new()
        .route("/", get(front::show))
        .route("/board/{project}", get(board::show::show))
        .route("/b/{project}", get(board::show::show))
        .route("/board/{project}/live", get(board::live::follow))
        .route("/board/{project}/task", post(board::add::add))
        .route("/board/{project}/task/{task}", get(board::task::show))
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
}

fn lists_of_projects() -> Router<Web> {
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
        .route("/project/{project}/texts", get(predefined::list::show).post(predefined::list::add))
        .route("/project/{project}/texts/subjects", post(predefined::list::save_subjects))
        .route("/project/{project}/texts/{text}", get(predefined::edit::show).post(predefined::edit::save))
        .route("/project/{project}/texts/{text}/remove", post(predefined::edit::remove))
}

fn people_of_projects() -> Router<Web> {
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

fn tasks() -> Router<Web> {
    Router::new()
        .route("/task/{task}", get(task::show::show).post(task::save::save))
        .route("/task/{task}/move", post(task::move_::move_))
        .route("/task/{task}/close", post(task::close::close))
        .route("/task/{task}/open", post(task::open::open))
        .route("/task/{task}/remove", post(task::remove::remove))
        .route("/task/{task}/comment", post(comment::add::add))
        .route("/task/{task}/file/{file}", get(file::download::download))
        .route("/task/{task}/file/{file}/thumbnail", get(file::thumbnail::show))
        .route("/comment/{comment}", post(comment::save::save))
        .route("/comment/{comment}/remove", post(comment::remove::remove))
}

fn webhooks() -> Router<Web> {
    Router::new()
        .route("/settings/webhooks", get(endpoint::list::list))
        .route("/settings/webhooks/new", get(endpoint::create::show).post(endpoint::create::create))
        .route("/settings/webhooks/kanboard", get(webhook::settings::show).post(webhook::settings::save))
        .route("/settings/webhooks/kanboard/test", post(webhook::test::send))
        .route("/settings/webhooks/deliveries", get(delivery::list::list))
        .route("/project/{project}/webhooks", get(endpoint::list::list_of_project))
        .route(
            "/project/{project}/webhooks/new",
            get(endpoint::create::show_in_project).post(endpoint::create::create_in_project),
        )
        .route("/webhooks/preview", post(endpoint::preview::show))
        .route("/webhooks/address", post(endpoint::address::show))
        .route("/webhooks/deliveries/{delivery}", get(delivery::show::show))
        .route("/webhooks/deliveries/{delivery}/redeliver", post(delivery::redeliver::redeliver))
        .route("/webhooks/notices", get(notice::list::list))
        .route("/webhooks/notices/{notice}/read", post(notice::read::read))
        .route("/webhooks/{endpoint}", get(endpoint::show::show))
        .route("/webhooks/{endpoint}/edit", get(endpoint::edit::show).post(endpoint::edit::save))
        .route("/webhooks/{endpoint}/test", post(endpoint::test::send))
        .route("/webhooks/{endpoint}/pause", post(endpoint::pause::pause))
        .route("/webhooks/{endpoint}/resume", post(endpoint::pause::resume))
        .route("/webhooks/{endpoint}/keys", get(endpoint::keys::show).post(endpoint::keys::rotate))
        .route("/webhooks/{endpoint}/recover", get(endpoint::recover::show).post(endpoint::recover::start))
        .route("/webhooks/{endpoint}/recovery", get(endpoint::recover::progress))
        .route("/webhooks/{endpoint}/remove", post(endpoint::remove::remove))
}

fn events() -> Router<Web> {
    Router::new()
        .route("/events", get(event::list::list))
        .route("/events/types", get(event::types::list))
        .route("/events/types/{name}", get(event::types::show))
        .route("/events/{event}", get(event::show::show))
        .route("/project/{project}/events", get(event::list::list_of_project))
}
