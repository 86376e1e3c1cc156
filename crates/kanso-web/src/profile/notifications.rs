//! What I want to be told.

use axum::extract::{Query, State};
use axum::response::{Redirect, Response};
use kanso_core::project::list_my_project_names;
use kanso_core::user::{NotificationChoices, find_notification_choices, set_notification_choices};

use super::Done;
use super::view::{Choice, NotificationsPage};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /profile/notifications`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let chosen = find_notification_choices(&web.app, &reader.actor, reader.profile.id).await?;
    let mine = list_my_project_names(&web.app, &reader.actor).await?;
    let filter = chosen.filter.to_string();
    let filters = ["notify-all", "notify-assigned", "notify-created", "notify-both"];
    let number = |(at, key): (usize, &str)| Choice::new((at + 1).to_string(), page.text(key), &filter);
    let has = |channel: &str| chosen.channels.iter().any(|known| known == channel);
    respond::page(&NotificationsPage {
        page,
        section: "profile",
        tab: "notifications",
        notice: (done == "saved").then(|| page.text("saved")),
        is_enabled: chosen.enabled,
        by_email: has("email"),
        on_page: has("web"),
        filters: filters.into_iter().enumerate().map(number).collect(),
        projects: mine
            .into_iter()
            .map(|(id, name)| Choice {
                value: id.to_string(),
                label: name,
                is_chosen: chosen.projects.contains(&id),
            })
            .collect(),
    })
}

/// `POST /profile/notifications`: a project is a field of its own, so that none or many may come.
pub(crate) async fn save(
    State(web): State<Web>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Redirect, Fault> {
    let all = |name: &str| {
        let fields = form.iter().filter(|(field, _)| field == name);
        fields.map(|(_, value)| value.clone()).collect::<Vec<String>>()
    };
    let choices = NotificationChoices {
        enabled: !all("enabled").is_empty(),
        filter: all("filter").first().and_then(|filter| filter.parse().ok()).unwrap_or_default(),
        channels: all("channel"),
        projects: all("project").iter().filter_map(|id| id.parse().ok()).collect(),
    };
    set_notification_choices(&web.app, &reader.actor, reader.profile.id, choices).await?;
    Ok(Redirect::to("/profile/notifications?done=saved"))
}
