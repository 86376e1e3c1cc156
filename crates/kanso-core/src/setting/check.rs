//! Which values a setting takes.

use jiff::tz::TimeZone;
use kanso_domain::{color, text};

use super::Settings;
use crate::endpoint::Format;
use crate::{Error, Fault, Kind, Result};

/// The longest style sheet, in characters.
const STYLESHEET: usize = 50_000;

/// Refuses a name that is no setting, and a value that makes no sense for it.
pub(super) fn check(name: &str, value: &str) -> Result<()> {
    if !Settings::is_known(name) {
        return Err(Error::NotFound(Kind::Setting));
    }
    fault(name, value).map_or(Ok(()), |fault| Err(Error::Invalid(fault)))
}

fn fault(name: &str, value: &str) -> Option<Fault> {
    match name {
        "api_token" | "webhook_token" => value.is_empty().then_some(Fault::Missing("token")),
        "application_timezone" => {
            TimeZone::get(value).is_err().then_some(Fault::Unknown("application_timezone"))
        }
        "application_date_format" => none_of(value, &["m/d/Y", "d/m/Y", "Y/m/d", "d.m.Y", "Y-m-d"], "date"),
        "application_time_format" => none_of(value, &["H:i", "g:i a"], "time"),
        "application_stylesheet" => {
            (!text::fits(value, STYLESHEET)).then_some(Fault::TooLong("stylesheet", STYLESHEET))
        }
        "default_color" => color::find(value).is_none().then_some(Fault::Unknown("default_color")),
        "mail_sender_address" => {
            (!value.is_empty() && !text::is_email(value)).then_some(Fault::Unknown("email"))
        }
        "webhook_format" => {
            let is_known = value.parse().is_ok_and(|format: Format| format != Format::Template);
            (!is_known).then_some(Fault::Unknown("webhook_format"))
        }
        "webhook_attempts_days" | "webhook_bodies_days" => {
            outside(value, 1, 3650, "webhook_attempts_days, webhook_bodies_days")
        }
        "backup_keep" => outside(value, 0, 366, "backup_keep"),
        "board_highlight_period" => outside(value, 0, 31_536_000, "board_highlight_period"),
        "board_private_refresh_interval" => outside(value, 0, 86_400, "board_private_refresh_interval"),
        "board_public_refresh_interval" => outside(value, 0, 86_400, "board_public_refresh_interval"),
        "cfd_include_closed_tasks"
        | "disable_private_project"
        | "notifications_enabled"
        | "password_reset"
        | "subtask_restriction" => none_of(value, &["0", "1"], "switch"),
        "webhook_url" | "application_url" if !value.is_empty() && !is_web_address(value) => {
            Some(Fault::Url("it must begin with http:// or https://".to_owned()))
        }
        _ => None,
    }
}

fn none_of(value: &str, choices: &[&str], field: &'static str) -> Option<Fault> {
    (!choices.contains(&value)).then_some(Fault::Unknown(field))
}

fn outside(value: &str, least: i64, most: i64, field: &'static str) -> Option<Fault> {
    let is_inside = value.parse().is_ok_and(|number: i64| (least..=most).contains(&number));
    (!is_inside).then(|| Fault::OutOfRange(field, format!("{least} … {most}")))
}

fn is_web_address(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| text.len() > scheme.len() && text.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_make_no_sense_are_refused() {
        let bad = [
            ("application_date_format", "Y"),
            ("application_time_format", ""),
            ("application_timezone", "Nowhere/Land"),
            ("application_url", "ftp://example.org"),
            ("board_highlight_period", "-1"),
            ("board_public_refresh_interval", "soon"),
            ("default_color", "mauve"),
            ("mail_sender_address", "nobody"),
            ("password_reset", "yes"),
            ("no_setting", "1"),
        ];
        for (name, value) in bad {
            assert!(check(name, value).is_err(), "{name} {value}");
        }
        for (name, value) in
            [("application_date_format", "d.m.Y"), ("mail_sender_address", ""), ("password_reset", "0")]
        {
            assert!(check(name, value).is_ok(), "{name} {value}");
        }
    }
}
