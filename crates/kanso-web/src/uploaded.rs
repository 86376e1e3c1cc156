//! A form with files that somebody sent from one of our own pages.

use axum::body::Bytes;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use kanso_core::file::NewFile;

use crate::fault::Fault;
use crate::posted::{is_token, require_own_origin};
use crate::reader::{Reader, text_of};
use crate::web::Web;

/// How large such a form may be, in bytes: its files are held in memory on their way to the store.
pub(crate) const LIMIT: usize = 64 * 1024 * 1024;

/// A form with files, and who sent it: somebody signed in, from a page that this session was given.
pub(crate) struct Uploaded {
    pub(crate) reader: Reader,
    /// The fields that are no files, in their order.
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) files: Vec<NewFile>,
}

impl FromRequest<Web> for Uploaded {
    type Rejection = Fault;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Fault> {
        let (mut parts, body) = request.into_parts();
        require_own_origin(&parts.headers, &web.app.settings().application_url())?;
        let reader = Reader::from_request_parts(&mut parts, web).await?;
        let sent = text_of(&parts.headers, axum::http::HeaderName::from_static("x-csrf-token"));
        let mut is_ours = is_token(sent, &reader.page.csrf);
        let multipart = Multipart::from_request(Request::from_parts(parts, body), web).await;
        let mut multipart = multipart.map_err(|reason| Fault::Unreadable(reason.to_string()))?;
        let (mut fields, mut files) = (Vec::new(), Vec::new());
        while let Some(field) = multipart.next_field().await.map_err(|error| fault(&error))? {
            let name = field.name().unwrap_or_default().to_owned();
            if let Some(file) = field.file_name().map(str::to_owned) {
                // The token comes first: nothing is read into memory for another site's page.
                if !is_ours {
                    return Err(Fault::Forged);
                }
                let content = field.bytes().await.map_err(|error| fault(&error))?;
                files.extend(new_file(&file, &content));
                continue;
            }
            let value = field.text().await.map_err(|error| fault(&error))?;
            if name == "csrf" {
                is_ours = is_token(&value, &reader.page.csrf);
            }
            fields.push((name, value));
        }
        if is_ours { Ok(Self { reader, fields, files }) } else { Err(Fault::Forged) }
    }
}

/// The file, unless the field was left empty. Some browsers send a whole path as its name.
fn new_file(name: &str, content: &Bytes) -> Option<NewFile> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    (!content.is_empty()).then(|| NewFile { name, content: content.to_vec() })
}

fn fault(error: &MultipartError) -> Fault {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
        _ => Fault::Unreadable(error.body_text()),
    }
}
