//! What is read of an answer: never more than is kept, never unpacked, never longer than the attempt may take.

use std::time::{Duration, UNIX_EPOCH};

use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::header::{CONTENT_ENCODING, HeaderMap, RETRY_AFTER};
use hyper::{Response, StatusCode};
use tokio::time::{Instant, timeout_at};

use crate::target::Target;

/// How much of an answer is kept, in bytes.
const KEPT: usize = 16 * 1024;

/// The longest that a receiver may ask to be left alone.
const LONGEST_REST: Duration = Duration::from_secs(24 * 60 * 60);

/// The beginning of the answer's body. When the time is over, or the connection breaks, what has come: the status
/// has told already whether it was a success.
pub(super) async fn read(target: &Target, response: Response<Incoming>, deadline: Instant) -> String {
    let packed = packing(response.headers());
    // Somewhat more is read than is kept, so that a secret across the edge is found.
    let enough = KEPT + target.longest_secret();
    let (mut body, mut read) = (response.into_body(), Vec::new());
    while read.len() < enough {
        let Ok(Some(Ok(frame))) = timeout_at(deadline, body.frame()).await else { break };
        if let Ok(data) = frame.into_data() {
            read.extend_from_slice(&data[..data.len().min(enough - read.len())]);
        }
    }
    // Nobody asked for it, and a few bytes may unpack to all the memory there is.
    if let Some(packing) = packed {
        return target.hide_secrets(&format!("(packed as {packing}, not shown)"));
    }
    // PostgreSQL stores no text with a zero byte.
    let text = target.hide_secrets(&String::from_utf8_lossy(&read)).replace('\0', "\u{fffd}");
    text[..text.floor_char_boundary(KEPT)].to_owned()
}

/// How the body is packed, if it is.
fn packing(headers: &HeaderMap) -> Option<String> {
    let packing = headers.get(CONTENT_ENCODING)?.to_str().unwrap_or("something unknown").trim();
    let is_plain = packing.is_empty() || packing.eq_ignore_ascii_case("identity");
    (!is_plain).then(|| packing.chars().take(40).collect())
}

/// How long the receiver asks to be left alone, if it is overloaded. `now` is in Unix seconds.
pub(super) fn retry_after(status: StatusCode, headers: &HeaderMap, now: i64) -> Option<Duration> {
    if !matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
        return None;
    }
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = if is_number {
        // What no number holds is beyond the limit too.
        text.parse().unwrap_or(u64::MAX)
    } else {
        let at = httpdate::parse_http_date(text).ok()?.duration_since(UNIX_EPOCH).ok()?.as_secs();
        at.saturating_sub(u64::try_from(now).unwrap_or_default())
    };
    Some(Duration::from_secs(seconds).min(LONGEST_REST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(status: u16, value: &str) -> Option<u64> {
        let headers = HeaderMap::from_iter([(RETRY_AFTER, value.parse().unwrap())]);
        // Sun, 06 Nov 1994 08:49:37 GMT
        let now = 784_111_777;
        retry_after(StatusCode::from_u16(status).unwrap(), &headers, now).map(|wait| wait.as_secs())
    }

    #[test]
    fn a_receiver_says_in_seconds_or_by_a_date_how_long_to_leave_it_alone() {
        assert_eq!(after(429, "120"), Some(120));
        assert_eq!(after(503, " 0 "), Some(0));
        assert_eq!(after(503, "Sun, 06 Nov 1994 08:50:07 GMT"), Some(30));
        assert_eq!(after(503, "Sunday, 06-Nov-94 08:50:07 GMT"), Some(30));
        assert_eq!(after(429, "Sun, 06 Nov 1994 08:00:00 GMT"), Some(0), "long ago");
    }

    #[test]
    fn nobody_is_left_alone_for_longer_than_a_day() {
        for text in ["86401", "99999999999999999999999", "Sat, 06 Nov 2094 08:50:07 GMT"] {
            assert_eq!(after(429, text), Some(86_400), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_or_not_asked_for_is_passed_over() {
        for text in ["", "soon", "-5", "1.5", "+3", "06 Nov 1994"] {
            assert_eq!(after(429, text), None, "{text}");
        }
        for status in [200, 301, 404, 410, 500, 502] {
            assert_eq!(after(status, "120"), None, "{status}");
        }
    }

    #[test]
    fn a_packed_answer_is_named() {
        let named =
            |value: &str| packing(&HeaderMap::from_iter([(CONTENT_ENCODING, value.parse().unwrap())]));
        assert_eq!(named("gzip").as_deref(), Some("gzip"));
        assert_eq!(named("Identity"), None);
        assert_eq!(packing(&HeaderMap::new()), None);
    }
}
