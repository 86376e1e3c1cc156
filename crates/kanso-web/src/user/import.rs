//! Accounts from a list, looked at before they are made.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::user::{ImportedUser, check_import, import_users};
use serde::Deserialize;

use super::list_file::{self, COLUMNS, Line};
use super::role_in_words;
use super::view::{ImportPage, ImportRow};
use crate::csv_file::Form;
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::settings::require_admin;
use crate::uploaded::Uploaded;
use crate::web::Web;

/// `GET /users/import`
pub(crate) async fn show(reader: Reader) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    respond::page(&ImportPage::new(&reader, &Form::default()))
}

/// `GET /users/import/template`: a list with its heading only.
pub(crate) async fn template(reader: Reader) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"users.csv\""),
    ];
    Ok((headers, format!("{}\r\n", COLUMNS.join(","))).into_response())
}

/// `POST /users/import`: shows what is in the list and what is wrong with it. Nothing is made yet.
pub(crate) async fn look(
    State(web): State<Web>,
    Uploaded { reader, fields, files }: Uploaded,
) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    let value = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
    let form = Form::new(value("delimiter"), value("enclosure"));
    let content = files.into_iter().next().map(|file| file.content).unwrap_or_default();
    let Ok(text) = String::from_utf8(content) else {
        let mut page = ImportPage::new(&reader, &form);
        page.fault = Some(reader.page.text("import-not-utf8"));
        return respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    looked_at(&web, &reader, &form, text).await
}

#[derive(Deserialize)]
pub(crate) struct Accepted {
    list: String,
    delimiter: String,
    enclosure: String,
}

/// `POST /users/import/all`: makes all accounts of the list that was looked at, or none.
pub(crate) async fn import(
    State(web): State<Web>,
    Posted { reader, form: Accepted { list, delimiter, enclosure } }: Posted<Accepted>,
) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    let form = Form::new(Some(&delimiter), Some(&enclosure));
    let users = list_file::read(&list, &form).into_iter().map(Line::into_user).collect();
    match import_users(&web.app, &reader.actor, users).await {
        Ok(_) => Ok(Redirect::to("/users?done=imported").into_response()),
        Err(Error::Invalid(_)) => looked_at(&web, &reader, &form, list).await,
        Err(error) => Err(error.into()),
    }
}

async fn looked_at(web: &Web, reader: &Reader, form: &Form, text: String) -> Result<Response, Fault> {
    let mut page = ImportPage::new(reader, form);
    let words = |fault: &kanso_core::Fault| fault_in_words(reader.page.locale, fault);
    let lines = list_file::read(&text, form);
    let users: Vec<ImportedUser> = lines.iter().cloned().map(Line::into_user).collect();
    let faults = match check_import(&web.app, &reader.actor, &users).await {
        Ok(faults) => faults,
        Err(Error::Invalid(fault)) => {
            page.fault = Some(words(&fault));
            return respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
        Err(error) => return Err(error.into()),
    };
    let row = |(line, fault): (Line, Option<kanso_core::Fault>)| ImportRow {
        line: line.number,
        role: role_in_words(&reader.page, line.role().as_str()),
        is_remote: line.is_remote,
        username: line.username,
        name: line.name,
        email: line.email,
        fault: fault.as_ref().map(words),
    };
    page.rows = lines.into_iter().zip(faults).map(row).collect();
    let bad = page.rows.iter().filter(|row| row.fault.is_some()).count();
    let status = if bad == 0 {
        page.accepted = Some(text);
        StatusCode::OK
    } else {
        page.fault = Some(reader.page.count("import-bad", i64::try_from(bad).unwrap_or(i64::MAX)));
        StatusCode::UNPROCESSABLE_ENTITY
    };
    // The list has passwords in it.
    respond::secret_page_with(status, &page)
}

impl<'a> ImportPage<'a> {
    fn new(reader: &'a Reader, form: &Form) -> Self {
        let page = &reader.page;
        Self {
            page,
            section: "settings",
            tab: "users",
            fault: None,
            delimiters: form.delimiters(page),
            enclosures: form.enclosures(page),
            rows: Vec::new(),
            accepted: None,
        }
    }
}
