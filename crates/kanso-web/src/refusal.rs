//! What a form says when it was refused.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::{Error, Fault as CoreFault};

use crate::fault::{Fault, conflict_in_words, fault_in_words};
use crate::page::Page;
use crate::respond;

/// What a page says above its forms.
#[derive(Default)]
pub(crate) struct Told {
    /// What was done.
    pub(crate) good: Option<String>,
    /// Why something was not done.
    pub(crate) bad: Option<String>,
}

impl Told {
    /// What the address says: `?done` after a form was accepted.
    pub(crate) fn from_query(page: &Page, query: Option<&str>) -> Self {
        let is_done = query.is_some_and(|query| query.split('&').any(|part| part == "done"));
        Self { good: is_done.then(|| page.text("saved")), bad: None }
    }

    /// Why it was refused, and the status of the page that says so. What the person who sent the form cannot help
    /// is a fault.
    pub(crate) fn refused(page: &Page, error: Error) -> Result<(StatusCode, Self), Fault> {
        let (status, bad) = match &error {
            Error::Invalid(fault) => (StatusCode::UNPROCESSABLE_ENTITY, fault_in_words(page.locale, fault)),
            Error::Conflict(conflict) => (StatusCode::CONFLICT, conflict_in_words(page.locale, conflict)),
            Error::NotFound(_)
            | Error::Forbidden(_)
            | Error::Overloaded
            | Error::Database(_)
            | Error::Stored(_) => return Err(error.into()),
        };
        Ok((status, Self { good: None, bad: Some(bad) }))
    }
}

/// What a form is answered: back to a page that says so when it was done, else what `again` makes, with why not.
pub(crate) async fn answer<T, P, F>(
    page: &Page,
    done: Result<T, Error>,
    back: &str,
    again: impl FnOnce(Told) -> F,
) -> Result<Response, Fault>
where
    P: Template,
    F: Future<Output = Result<P, Fault>>,
{
    match done {
        Ok(_) => Ok(Redirect::to(&format!("{back}?done")).into_response()),
        Err(error) => {
            let (status, told) = Told::refused(page, error)?;
            respond::page_with(status, &again(told).await?)
        }
    }
}

/// A text that must be there.
pub(crate) fn required(text: &str, field: &'static str, limit: usize) -> Result<String, Error> {
    let text = text.trim();
    let fault = if text.is_empty() {
        CoreFault::Missing(field)
    } else if !kanso_domain::text::fits(text, limit) {
        CoreFault::TooLong(field, limit)
    } else {
        return Ok(text.to_owned());
    };
    Err(Error::Invalid(fault))
}

/// A number that is not below 0; an empty field is 0.
pub(crate) fn amount(text: &str, field: &'static str) -> Result<i64, Error> {
    let number = if text.trim().is_empty() { Ok(0) } else { text.trim().parse::<u32>() };
    number.map(i64::from).map_err(|_| Error::Invalid(CoreFault::OutOfRange(field, "0, 1, 2 …".to_owned())))
}
