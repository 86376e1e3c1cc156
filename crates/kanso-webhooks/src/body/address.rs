//! Where requests go, for formats whose address says more than that.

use std::borrow::Cow;

use kanso_core::endpoint::Format;
use url::Url;

/// Where the requests of an endpoint with this address go. The same but for ntfy: people write the address of a
/// topic, and what is sent goes to the server and names the topic.
pub fn address(format: Format, url: &str) -> Cow<'_, str> {
    match (format, split(url)) {
        (Format::Ntfy, Some((server, _))) => Cow::Owned(server),
        _ => Cow::Borrowed(url),
    }
}

/// The topic of an address of ntfy.
pub(super) fn topic(url: &str) -> Option<String> {
    split(url).map(|(_, topic)| topic)
}

/// The server's address and the last piece of the path, if there is one.
fn split(url: &str) -> Option<(String, String)> {
    let mut url = Url::parse(url.trim()).ok()?;
    let topic = url.path_segments()?.rfind(|piece| !piece.is_empty())?.to_owned();
    // The empty last piece is the slash at the end.
    url.path_segments_mut().ok()?.pop_if_empty().pop().push("");
    Some((url.into(), topic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_the_end_of_the_address_and_the_rest_is_the_server() {
        for (written, server, named) in [
            ("https://ntfy.sh/board", "https://ntfy.sh/", "board"),
            ("https://ntfy.sh/board/", "https://ntfy.sh/", "board"),
            ("http://ntfy.lan:81/sub/board?auth=x", "http://ntfy.lan:81/sub/?auth=x", "board"),
        ] {
            assert_eq!(address(Format::Ntfy, written), server);
            assert_eq!(topic(written).as_deref(), Some(named));
            assert_eq!(address(Format::Slack, written), written);
        }
        for without in ["https://ntfy.sh", "https://ntfy.sh/", "nonsense"] {
            assert_eq!(address(Format::Ntfy, without), without);
            assert_eq!(topic(without), None);
        }
    }
}
