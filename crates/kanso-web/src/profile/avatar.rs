//! Pictures of people.

use axum::extract::multipart::Multipart;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::user::{find_avatar, remove_avatar, set_avatar};
use kanso_domain::UserId;

use crate::fault::{Fault, fault_in_words};
use crate::posted::{Nothing, Posted, require_own_origin};
use crate::reader::Reader;
use crate::web::Web;

/// `POST /profile/avatar`: a form with a file. Its token is a field like any other, so it is read by hand.
pub(crate) async fn save(
    State(web): State<Web>,
    headers: HeaderMap,
    reader: Reader,
    request: Request,
) -> Result<Response, Fault> {
    require_own_origin(&headers, &web.app.settings().application_url())?;
    let unreadable = |reason: &dyn ToString| Fault::Unreadable(reason.to_string());
    let mut form = Multipart::from_request(request, &web).await.map_err(|reason| unreadable(&reason))?;
    let (mut token, mut picture) = (String::new(), None);
    while let Some(field) = form.next_field().await.map_err(|reason| unreadable(&reason))? {
        match field.name() {
            Some("csrf") => token = field.text().await.map_err(|reason| unreadable(&reason))?,
            Some("picture") => picture = Some(field.bytes().await.map_err(|_| Fault::TooLarge)?),
            _ => {}
        }
    }
    reader.require_token(&token)?;
    let picture = picture.unwrap_or_default();
    match set_avatar(&web.app, &reader.actor, reader.profile.id, picture).await {
        Ok(()) => Ok(Redirect::to("/profile?done=saved").into_response()),
        Err(Error::Invalid(fault)) => {
            let words = fault_in_words(reader.page.locale, &fault);
            super::edit::refuse_picture(&web, &reader, words)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /profile/avatar/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_avatar(&web.app, &reader.actor, reader.profile.id).await?;
    Ok(Redirect::to("/profile?done=saved"))
}

/// `GET /avatar/{user}/{version}`: the version only makes the address another one when the picture changes.
pub(crate) async fn show(
    State(web): State<Web>,
    Path((user, _version)): Path<(UserId, String)>,
    _reader: Reader,
) -> Result<Response, Fault> {
    let picture = find_avatar(&web.app, user).await?;
    let headers = [
        (header::CONTENT_TYPE, picture.media_type),
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
    ];
    Ok((StatusCode::OK, headers, picture.content).into_response())
}
