//! Who I am, and how I want the pages to be.

use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::user::{Profile, ProfilePatch, update_profile};
use serde::Deserialize;

use super::Done;
use super::view::{Choice, EditPage};
use crate::fault::{Fault, fault_in_words};
use crate::page::{Page, Theme};
use crate::posted::Posted;
use crate::reader::Reader;
use crate::web::Web;
use crate::{choice, person, respond, theme, user};

#[derive(Deserialize)]
pub(crate) struct ProfileForm {
    name: String,
    email: String,
    language: String,
    timezone: String,
    theme: String,
    #[serde(default)]
    filter: String,
    shortcuts: Option<String>,
    live: Option<String>,
}

/// `GET /profile`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let notice = (done == "saved").then(|| reader.page.text("saved"));
    respond::page(&EditPage { notice, ..EditPage::new(&web, &reader.page, &reader.profile) })
}

/// `POST /profile`
pub(crate) async fn save(
    State(web): State<Web>,
    Posted { reader, form }: Posted<ProfileForm>,
) -> Result<Response, Fault> {
    let patch = ProfilePatch {
        name: Some(form.name.trim().to_owned()),
        email: Some(form.email.trim().to_owned()),
        timezone: Some(form.timezone.clone()),
        language: Some(form.language.clone()),
        theme: Some(Theme::parse(&form.theme).as_str().to_owned()),
        shortcuts: Some(form.shortcuts.is_some()),
        live_updates: Some(form.live.is_some()),
        filter: Some(form.filter.trim().to_owned()),
        newest_comments_first: None,
    };
    match update_profile(&web.app, &reader.actor, reader.profile.id, patch).await {
        Ok(()) => Ok(saved(&form.theme)),
        Err(Error::Invalid(fault)) => {
            let mut page = EditPage::new(&web, &reader.page, &form.shown(&reader.profile));
            page.fault = Some(fault_in_words(reader.page.locale, &fault));
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// The form again, with what is wrong with a picture.
pub(super) fn refuse_picture(web: &Web, reader: &Reader, fault: String) -> Result<Response, Fault> {
    let page = EditPage { fault: Some(fault), ..EditPage::new(web, &reader.page, &reader.profile) };
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Back to the form, with the theme in its cookie: the sign-in page shall have it too.
fn saved(theme: &str) -> Response {
    let mut response = Redirect::to("/profile?done=saved").into_response();
    if let Ok(cookie) = HeaderValue::from_str(&theme::cookie(Theme::parse(theme))) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

impl ProfileForm {
    /// The account as it would be with what was typed.
    fn shown(&self, profile: &Profile) -> Profile {
        Profile {
            name: Some(self.name.clone()),
            email: Some(self.email.clone()),
            language: Some(self.language.clone()),
            timezone: Some(self.timezone.clone()),
            theme: self.theme.clone(),
            shortcuts: i64::from(self.shortcuts.is_some()),
            live_updates: i64::from(self.live.is_some()),
            filter: Some(self.filter.clone()),
            ..profile.clone()
        }
    }
}

impl<'a> EditPage<'a> {
    fn new(web: &Web, page: &'a Page, profile: &Profile) -> Self {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        let name = text(&profile.name);
        let shown = if name.is_empty() { &profile.username } else { &name };
        let theme = if profile.theme.is_empty() { page.theme.as_str() } else { &profile.theme };
        let themes = page.themes().into_iter().map(|(value, label)| Choice::new(value, label, theme));
        Self {
            page,
            section: "profile",
            tab: "edit",
            notice: None,
            fault: None,
            username: profile.username.clone(),
            role: user::role_in_words(page, &profile.role),
            picture: person::picture(profile.id, profile.avatar_path.as_deref()),
            initials: person::initials(shown),
            email: text(&profile.email),
            languages: choice::languages(Some(page.text("language-of-browser")), &text(&profile.language)),
            zones: choice::zones(
                Some(page.say("zone-of-application", "zone", web.app.settings().get("application_timezone"))),
                &text(&profile.timezone),
            ),
            themes: themes.collect(),
            filter: text(&profile.filter),
            has_shortcuts: profile.shortcuts == 1,
            is_live: profile.live_updates == 1,
            name,
        }
    }
}
