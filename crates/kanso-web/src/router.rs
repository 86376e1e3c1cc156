//! Every page, by what it is about.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware;
use axum::routing::{get, post};
use kanso_core::App;

use crate::fault::{self, Fault};
use crate::outgoing::Outgoing;
use crate::web::Web;
use crate::{account, assets, board, comment, file, front, headers, project, session, task, theme, webhook};

/// The pages. It also answers what no other route does, with a page that says so.
pub fn router(app: App, outgoing: Arc<dyn Outgoing>) -> Router {
    let web = Web { app: app.clone(), outgoing };
    Router::new()
        .merge(people())
        .merge(boards())
        .merge(tasks())
        .merge(webhooks())
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
        .route("/project/new", get(project::create::show).post(project::create::create))
        .route("/board/{project}", get(board::show::show))
        .route("/b/{project}", get(board::show::show))
        .route("/board/{project}/live", get(board::live::follow))
        .route("/board/{project}/task", post(board::add::add))
        .route("/board/{project}/task/{task}", get(board::task::show))
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
        .route("/settings/webhooks", get(webhook::settings::show).post(webhook::settings::save))
        .route("/settings/webhooks/test", post(webhook::test::send))
        .route("/settings/webhooks/deliveries", get(webhook::deliveries::list))
        .route("/settings/webhooks/deliveries/{delivery}", get(webhook::delivery::show))
        .route("/settings/webhooks/deliveries/{delivery}/redeliver", post(webhook::redeliver::redeliver))
}
