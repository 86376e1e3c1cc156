//! The second factor of my account.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::two_factor::{
    confirm_two_factor, renew_recovery_codes, set_up_two_factor, switch_off_two_factor,
};
use qrcode::{Color, QrCode};
use serde::Deserialize;

use super::security;
use super::view::{CodeWrongPage, RecoveryPage, TwoFactorPage};
use crate::fault::{Fault, fault_in_words};
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct CodeForm {
    code: String,
}

#[derive(Deserialize)]
pub(crate) struct PasswordForm {
    current: String,
}

/// `POST /profile/two-factor`: makes a secret and shows it this once.
pub(crate) async fn set_up(
    State(web): State<Web>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let setup = set_up_two_factor(&web.app, &reader.actor).await?;
    let (side, path) = drawn(&setup.url)?;
    let page = &reader.page;
    let secret = in_groups(&setup.secret);
    respond::secret_page(&TwoFactorPage { page, section: "profile", tab: "security", secret, side, path })
}

/// `POST /profile/two-factor/confirm`
pub(crate) async fn confirm(
    State(web): State<Web>,
    Posted { reader, form }: Posted<CodeForm>,
) -> Result<Response, Fault> {
    match confirm_two_factor(&web.app, &reader.actor, form.code).await {
        Ok(codes) => show_codes(&reader, codes),
        Err(Error::Invalid(_)) => {
            let page = CodeWrongPage { page: &reader.page, section: "profile", tab: "security" };
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /profile/two-factor/recovery`
pub(crate) async fn renew_codes(
    State(web): State<Web>,
    Posted { reader, form }: Posted<PasswordForm>,
) -> Result<Response, Fault> {
    match renew_recovery_codes(&web.app, &reader.actor, form.current).await {
        Ok(codes) => show_codes(&reader, codes),
        Err(error) => refuse(&web, &reader, error).await,
    }
}

/// `POST /profile/two-factor/off`
pub(crate) async fn switch_off(
    State(web): State<Web>,
    Posted { reader, form }: Posted<PasswordForm>,
) -> Result<Response, Fault> {
    match switch_off_two_factor(&web.app, &reader.actor, form.current).await {
        Ok(()) => Ok(Redirect::to("/profile/security?done=off").into_response()),
        Err(error) => refuse(&web, &reader, error).await,
    }
}

fn show_codes(reader: &Reader, codes: Vec<String>) -> Result<Response, Fault> {
    respond::secret_page(&RecoveryPage { page: &reader.page, section: "profile", tab: "security", codes })
}

async fn refuse(web: &Web, reader: &Reader, error: Error) -> Result<Response, Fault> {
    let Error::Invalid(fault) = error else { return Err(error.into()) };
    let words = fault_in_words(reader.page.locale, &fault);
    security::refuse(web, reader, |page| page.two_factor_fault = Some(words)).await
}

/// A QR code: how many squares it has on a side, and the dark ones as the path of an SVG.
fn drawn(text: &str) -> Result<(usize, String), Fault> {
    let code = QrCode::new(text).map_err(Fault::internal)?;
    let side = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", at % side, at / side));
        }
    }
    Ok((side, path))
}

/// A secret in groups of four, to type.
fn in_groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_qr_code_has_its_three_corners() {
        let (side, path) = drawn("otpauth://totp/Kanso:ada?secret=GEZDGNBVGY3TQOJQ").unwrap();
        let last = side - 1;
        for corner in ["M0 0h".to_owned(), format!("M{last} 0h"), format!("M0 {last}h")] {
            assert!(path.contains(&corner), "{corner}");
        }
    }

    #[test]
    fn a_secret_is_typed_in_groups() {
        assert_eq!(in_groups("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }
}
