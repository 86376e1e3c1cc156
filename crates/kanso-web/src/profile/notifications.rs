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
use kanso_core::Error;
use kanso_domain::notification::{QuietHours, Rhythm, Topic, minute_of_day};

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
        topics: Topic::ALL
            .into_iter()
            .map(|topic| Choice {
                value: topic.as_str().to_owned(),
                label: page.text(&format!("topic-{}", topic.as_str())),
                is_chosen: chosen.topics.contains(&topic),
            })
            .collect(),
        rhythms: Rhythm::ALL
            .into_iter()
            .map(|rhythm| {
                let name = rhythm.as_str();
                Choice::new(name, page.text(&format!("rhythm-{name}")), chosen.rhythm.as_str())
            })
            .collect(),
        quiet: clock_times(chosen.quiet),
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
    let one = |name: &str| all(name).into_iter().next().unwrap_or_default();
    let choices = NotificationChoices {
        enabled: !all("enabled").is_empty(),
        filter: one("filter").parse().unwrap_or_default(),
        channels: all("channel"),
        projects: all("project").iter().filter_map(|id| id.parse().ok()).collect(),
        topics: all("topic").iter().filter_map(|topic| topic.parse().ok()).collect(),
        rhythm: one("rhythm").parse().unwrap_or_default(),
        quiet: quiet_hours(&one("quiet_from"), &one("quiet_until"))?,
    };
    set_notification_choices(&web.app, &reader.actor, reader.profile.id, choices).await?;
    Ok(Redirect::to("/profile/notifications?done=saved"))
}

/// The hours of a form: both or none.
fn quiet_hours(from: &str, until: &str) -> Result<QuietHours, Fault> {
    if from.is_empty() && until.is_empty() {
        return Ok(QuietHours::default());
    }
    let minute = |text: &str| {
        let time: Option<jiff::civil::Time> = text.parse().ok();
        let time = time.ok_or(Error::Invalid(kanso_core::Fault::Unknown("quiet hours")))?;
        Ok::<_, Fault>(i64::from(time.hour()) * 60 + i64::from(time.minute()))
    };
    Ok(QuietHours { from: minute(from)?, until: minute(until)? })
}

fn clock_times(quiet: QuietHours) -> (String, String) {
    if quiet.from == quiet.until {
        return Default::default();
    }
    let time =
        |minute| minute_of_day(minute).map_or_else(String::new, |time| time.strftime("%H:%M").to_string());
    (time(quiet.from), time(quiet.until))
}
