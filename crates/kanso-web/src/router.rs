//! Every page, by what it is about.

mod projects;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::StatusCode;
use axum::middleware;
use axum::routing::{get, post};
use kanso_core::App;

use crate::fault::{self, Fault};
use crate::web::{Foreign, Web};
use crate::{
    account, activity, assets, board, calendar, comment, dashboard, delivery, endpoint, event, external_link,
    file, filter, front, group, headers, job, link, list, mail, notice, notification, palette, profile,
    public, report, search, session, settings, subtask, task, theme, trash, uploaded, user, webhook,
};
use kanso_core::endpoint::Outgoing;

/// The pages of a server that is reached at `root`, with a slash at the end, while no setting says otherwise. It also
/// answers what no other route does, with a page that says so.
pub fn router(app: App, outgoing: Arc<dyn Outgoing>, foreign: Foreign, root: &str) -> Router {
    let web = Web { app: app.clone(), outgoing, listener: root.into(), foreign };
    Router::new()
        .merge(door())
        .merge(profile())
        .merge(administration())
        .merge(own())
        .merge(boards())
        .merge(projects::routes())
        .merge(views())
        .merge(reports())
        .merge(tasks())
        .merge(parts())
        .merge(webhooks())
        .merge(events())
        .merge(open())
        .fallback(async || Fault::Routing(StatusCode::NOT_FOUND))
        .layer(session::layer(app))
        .route("/assets/{name}", get(assets::serve))
        .layer(middleware::from_fn_with_state(web.clone(), fault::show))
        .layer(middleware::from_fn_with_state(web.clone(), headers::add))
        .with_state(web)
}

fn door() -> Router<Web> {
    Router::new()
        .route("/login", get(account::sign_in::show).post(account::sign_in::sign_in))
        .route("/login/code", get(account::code::show).post(account::code::check))
        .route("/login/oidc", get(account::provider::begin))
        .route("/login/oidc/callback", get(account::provider::finish))
        .route("/login/forgot", get(account::forgot::show).post(account::forgot::ask))
        .route("/password/{secret}", get(account::password::show).post(account::password::save))
        .route("/invitation/{secret}", get(account::invitation::show).post(account::invitation::accept))
        .route("/logout", post(account::sign_out::sign_out))
}

fn administration() -> Router<Web> {
    Router::new()
        .route("/users", get(user::list::list))
        .route("/users/new", get(user::create::show).post(user::create::create))
        .route("/users/import", get(user::import::show).post(user::import::look))
        .route("/users/import/template", get(user::import::template))
        .route("/users/import/all", post(user::import::import))
        .route("/users/invitations", get(user::invite::show).post(user::invite::invite))
        .route("/users/invitations/{invitation}/withdraw", post(user::invite::withdraw))
        .route("/users/{user}", get(user::show::show).post(user::show::save))
        .route("/users/{user}/disable", post(user::acts::disable))
        .route("/users/{user}/enable", post(user::acts::enable))
        .route("/users/{user}/unlock", post(user::acts::unlock))
        .route("/users/{user}/two-factor/off", post(user::acts::reset_second_factor))
        .route("/users/{user}/sessions/end", post(user::acts::sign_out))
        .route("/users/{user}/tokens/{token}/revoke", post(user::acts::revoke))
        .route("/users/{user}/password-link", post(user::acts::make_link))
        .route("/users/{user}/remove", post(user::acts::remove))
        .route("/groups", get(group::list::list).post(group::list::create))
        .route("/groups/{group}", get(group::show::show).post(group::show::save))
        .route("/groups/{group}/members", post(group::members::add))
        .route("/groups/{group}/members/{user}/remove", post(group::members::remove))
        .route("/groups/{group}/remove", post(group::remove::remove))
        .route("/settings", get(settings::form::first))
        .route("/settings/api", get(settings::api::show).post(settings::api::act))
        .route("/settings/about", get(settings::about::show))
        .route("/settings/scheduler", get(job::list::list))
        .route("/settings/scheduler/{job}/run", post(job::run::run))
        .route("/settings/mails", get(mail::list::list))
        .route("/settings/mails/test", post(mail::list::send_test))
        .route("/settings/mails/{mail}/retry", post(mail::list::retry))
        .route("/settings/{page}", get(settings::form::show).post(settings::form::save))
        .route("/stylesheet.css", get(settings::stylesheet::serve))
}

fn profile() -> Router<Web> {
    Router::new()
        .route("/theme", post(theme::choose))
        .route("/profile", get(profile::edit::show).post(profile::edit::save))
        .route("/profile/avatar", post(profile::avatar::save))
        .route("/profile/avatar/remove", post(profile::avatar::remove))
        .route("/avatar/{user}/{version}", get(profile::avatar::show))
        .route("/profile/security", get(profile::security::show))
        .route("/profile/password", post(profile::password::save))
        .route("/profile/two-factor", post(profile::two_factor::set_up))
        .route("/profile/two-factor/confirm", post(profile::two_factor::confirm))
        .route("/profile/two-factor/recovery", post(profile::two_factor::renew_codes))
        .route("/profile/two-factor/off", post(profile::two_factor::switch_off))
        .route("/profile/sessions/end", post(profile::sessions::end_others))
        .route("/profile/sign-out-everywhere", post(profile::sessions::end_all))
        .route("/profile/sessions/{session}/end", post(profile::sessions::end))
        .route("/profile/tokens", get(profile::tokens::show).post(profile::tokens::create))
        .route("/profile/tokens/{token}/revoke", post(profile::tokens::revoke))
        .route("/profile/tokens/kanboard", post(profile::tokens::renew_single))
        .route("/profile/tokens/kanboard/remove", post(profile::tokens::remove_single))
        .route("/profile/notifications", get(profile::notifications::show).post(profile::notifications::save))
}

fn own() -> Router<Web> {
    Router::new()
        .route("/", get(front::show))
        .route("/palette", get(palette::list::list))
        .route("/keys", get(palette::keys::show))
        .route("/my/tasks", get(dashboard::tasks::list))
        .route("/my/subtasks", get(dashboard::subtasks::list))
        .route("/my/projects", get(dashboard::projects::list))
        .route("/my/activity", get(dashboard::activity::list))
        .route("/notifications", get(notification::list::list))
        .route("/notifications/count", get(notification::list::count))
        .route("/notifications/read", post(notification::read::read_all))
        .route("/notifications/{notification}/read", post(notification::read::read))
        .route("/my/feeds", get(dashboard::feeds::show).post(dashboard::feeds::switch))
}

fn boards() -> Router<Web> {
    Router::new()
        .route("/board/{project}", get(board::show::show))
        .route("/b/{project}", get(board::show::show))
        .route("/project/{project}/trash", get(trash::list::list))
        .route("/board/{project}/live", get(board::live::follow))
        .route("/board/{project}/task", post(board::add::add))
        .route("/board/{project}/news", get(board::news::list))
        .route("/board/{project}/tasks", post(board::bulk::act))
        .route("/board/{project}/selection", get(board::selection::bar))
        .route("/board/{project}/column/{column}/menu", get(board::menu::of_column))
        .route("/board/{project}/task/{task}", get(board::task::show))
        .route(
            "/board/{project}/new",
            get(task::create::show).post(task::create::create.layer(DefaultBodyLimit::max(uploaded::LIMIT))),
        )
        .route("/board/{project}/bulk", get(task::bulk::show).post(task::bulk::create))
        .route("/project/{project}/suggest", get(task::suggest::suggest))
        .route("/markdown", post(task::preview::show))
        .route("/board/{project}/task/{task}/menu", get(board::menu::of_task))
        .route("/board/{project}/task/{task}/place", get(board::place::show))
        .route("/board/{project}/task/{task}/edit", get(board::edit::show).post(board::edit::save))
}

fn views() -> Router<Web> {
    Router::new()
        .route("/project/{project}/list", get(list::show::show))
        .route("/project/{project}/calendar", get(calendar::show::show))
        .route("/task/{task}/day", post(calendar::due::carry))
        .route("/search", get(search::show::show))
        .route("/search/activity", get(activity::show::everywhere))
        .route("/project/{project}/activity", get(activity::show::of_project))
        .route("/search/words", get(filter::words::list_everywhere))
        .route("/project/{project}/filters", get(filter::menu::show).post(filter::save::create))
        .route("/project/{project}/filters/words", get(filter::words::list))
        .route("/project/{project}/filters/{filter}", post(filter::save::update))
        .route("/project/{project}/filters/{filter}/remove", post(filter::save::remove))
}

fn reports() -> Router<Web> {
    Router::new()
        .route("/project/{project}/reports/distribution", get(report::show::distribution))
        .route("/project/{project}/reports/assignees", get(report::show::assignees))
        .route("/project/{project}/reports/flow", get(report::show::flow))
        .route("/project/{project}/reports/burndown", get(report::show::burndown))
        .route("/project/{project}/reports/times", get(report::show::times))
        .route("/project/{project}/reports/column-times", get(report::show::column_times))
        .route("/project/{project}/reports/estimates", get(report::show::estimates))
        .route("/project/{project}/reports/column-estimates", get(report::show::column_estimates))
}

fn tasks() -> Router<Web> {
    Router::new()
        .route("/task/{task}", get(task::show::show).post(task::save::save))
        .route("/task/{task}/move", post(task::move_::move_))
        .route("/task/{task}/close", post(task::close::close))
        .route("/task/{task}/open", post(task::open::open))
        .route("/task/{task}/remove", post(task::remove::remove))
        .route("/task/{task}/restore", post(trash::restore::restore))
        .route("/task/{task}/purge", post(trash::purge::purge))
        .route("/task/{task}/take", post(task::take::take))
        .route("/task/{task}/start", post(task::take::start))
        .route("/task/{task}/check", post(task::check::check))
        .route("/task/{task}/duplicate", post(task::duplicate::duplicate))
        .route("/task/{task}/project", get(task::project::show).post(task::project::act))
        .route("/task/{task}/recurrence", get(task::recurrence::show).post(task::recurrence::save))
        .route("/task/{task}/series", post(task::series::save))
        .route("/task/{task}/series/end", post(task::series::end))
        .route("/task/{task}/activity", get(task::activity::show))
        .route("/task/{task}/transitions", get(task::transitions::show))
        .route("/task/{task}/times", get(task::times::show))
        .route("/task/{task}/analytics", get(task::analytics::show))
}

/// What belongs to a task.
fn parts() -> Router<Web> {
    Router::new()
        .route("/task/{task}/comment", post(comment::add::add))
        .route("/task/{task}/comments/order", post(comment::order::choose))
        .route("/comment/{comment}", post(comment::save::save))
        .route("/comment/{comment}/check", post(comment::check::check))
        .route("/comment/{comment}/remove", post(comment::remove::remove))
        .route("/task/{task}/subtask", post(subtask::add::add))
        .route("/subtask/{subtask}", post(subtask::save::save))
        .route("/subtask/{subtask}/turn", post(subtask::turn::turn))
        .route("/subtask/{subtask}/timer", post(subtask::timer::turn))
        .route("/subtask/{subtask}/move", post(subtask::move_::move_))
        .route("/subtask/{subtask}/convert", post(subtask::convert::convert))
        .route("/subtask/{subtask}/remove", post(subtask::remove::remove))
        .route("/task/{task}/link", post(link::add::add))
        .route("/link/{link}", post(link::save::save))
        .route("/link/{link}/remove", post(link::remove::remove))
        .route("/task/{task}/external", post(external_link::add::add))
        .route("/task/{task}/external/{link}", post(external_link::save::save))
        .route("/task/{task}/external/{link}/remove", post(external_link::remove::remove))
        .route("/task/{task}/file", post(file::add::add.layer(DefaultBodyLimit::max(uploaded::LIMIT))))
        .route("/task/{task}/file/{file}", get(file::download::download))
        .route("/task/{task}/file/{file}/thumbnail", get(file::thumbnail::show))
        .route("/task/{task}/file/{file}/preview", get(file::preview::show))
        .route("/task/{task}/file/{file}/remove", post(file::remove::remove))
}

/// What needs a token and no account.
fn open() -> Router<Web> {
    Router::new()
        .route(
            "/unsubscribe/{token}",
            get(notification::unsubscribe::show).post(notification::unsubscribe::end),
        )
        .route("/public/board/{token}", get(public::board::show))
        .route("/public/task/{task}/{token}", get(public::task::show))
        .route("/feed/project/{token}", get(public::feed::of_project))
        .route("/feed/user/{token}", get(public::feed::of_user))
        .route("/ical/project/{token}", get(public::calendar::of_project))
        .route("/ical/user/{token}", get(public::calendar::of_user))
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
        .route("/webhooks/{endpoint}/created", get(endpoint::create::created))
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
