//! Times as answers show them (RFC 3339 in UTC) and as requests say them.

use jiff::Timestamp;

use super::problem::{Outcome, Problem};

/// Unix seconds as RFC 3339.
pub(crate) fn at(seconds: i64) -> String {
    Timestamp::from_second(seconds).map(|at| at.to_string()).unwrap_or_default()
}

/// Unix milliseconds as RFC 3339.
pub(crate) fn at_ms(milliseconds: i64) -> String {
    Timestamp::from_millisecond(milliseconds).map(|at| at.to_string()).unwrap_or_default()
}

/// The Unix milliseconds of a time that is RFC 3339 or Unix seconds.
pub(crate) fn read_ms(field: &'static str, value: &serde_json::Value) -> Outcome<i64> {
    let refuse = || {
        let detail = format!("{field} must be a time such as 2026-09-21T14:00:00Z, or Unix seconds.");
        Problem::invalid(field, detail)
    };
    let seconds = match value.as_str().map(|text| (text, text.parse::<i64>())) {
        Some((_, Ok(seconds))) => seconds,
        Some((text, Err(_))) => {
            let at: Timestamp = text.parse().map_err(|_| refuse())?;
            return Ok(at.as_millisecond());
        }
        None => value.as_i64().ok_or_else(refuse)?,
    };
    seconds.checked_mul(1000).filter(|_| seconds >= 0).ok_or_else(refuse)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn times_are_read_as_people_and_programs_write_them() {
        let read = |value| read_ms("since", &value).ok();
        let noon = 1_790_000_000_000;
        assert_eq!(read(json!(1_790_000_000)), Some(noon));
        assert_eq!(read(json!("1790000000")), Some(noon));
        assert_eq!(read(json!(at_ms(noon))), Some(noon));
        assert_eq!(read(json!("2026-09-21T16:13:20.250+02:00")), Some(noon + 250));
        for odd in
            [json!(null), json!(""), json!("yesterday"), json!(-1), json!(1.5), json!(i64::MAX), json!([])]
        {
            assert_eq!(read(odd.clone()), None, "{odd}");
        }
    }
}
