//! What a page on the web calls itself, for links that people make to it.

use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE, LOCATION, USER_AGENT};
use hyper::{Request, Response};
use tokio::time::{Instant, timeout_at};
use url::Url;

use super::Sender;

/// How long asking may take in all, detours included: somebody waits for it.
const TIME_LIMIT: Duration = Duration::from_secs(5);
/// How many detours are followed.
const DETOURS: usize = 4;
/// How much of a page is read, in bytes: titles stand at the beginning.
const READ: usize = 128 * 1024;
/// The longest title, in characters.
const LONGEST: usize = 200;

impl Sender {
    /// The title of the page at `url`; `None` when there is none, or the guard forbids to ask. Every detour is
    /// judged anew.
    pub async fn page_title(&self, url: &str) -> Option<String> {
        let deadline = Instant::now() + TIME_LIMIT.min(self.time_limit);
        let mut url = self.guard.parse(url.trim()).ok()?;
        for _ in 0..=DETOURS {
            url.set_fragment(None);
            let response = self.get(&url, deadline).await?;
            if !response.status().is_redirection() {
                return read(response, deadline).await;
            }
            let to = response.headers().get(LOCATION)?.to_str().ok()?;
            url = self.guard.parse(url.join(to).ok()?.as_str()).ok()?;
        }
        None
    }

    async fn get(&self, url: &Url, deadline: Instant) -> Option<Response<Incoming>> {
        let request = Request::get(url.as_str()).header(USER_AGENT, "Kanso").header(ACCEPT, "text/html");
        let request = request.body(Full::new(Bytes::new())).ok()?;
        timeout_at(deadline, self.client.request(request)).await.ok()?.ok()
    }
}

async fn read(response: Response<Incoming>, deadline: Instant) -> Option<String> {
    let header = |name| {
        response.headers().get(name).and_then(|value: &hyper::header::HeaderValue| value.to_str().ok())
    };
    let is_page = header(CONTENT_TYPE).is_some_and(|kind| kind.contains("html"));
    if !response.status().is_success() || !is_page || header(CONTENT_ENCODING).is_some() {
        return None;
    }
    let (mut body, mut page) = (response.into_body(), Vec::new());
    while page.len() < READ {
        let Ok(Some(Ok(frame))) = timeout_at(deadline, body.frame()).await else { break };
        if let Ok(data) = frame.into_data() {
            page.extend_from_slice(&data);
        }
        if page.windows(8).any(|end| end.eq_ignore_ascii_case(b"</title>")) {
            break;
        }
    }
    title(&String::from_utf8_lossy(&page))
}

/// The text of the first `<title>`, on one line.
fn title(page: &str) -> Option<String> {
    let small = page.to_ascii_lowercase();
    let begin = small.find("<title")?;
    let begin = begin + small.get(begin..)?.find('>')? + 1;
    let end = begin + small.get(begin..)?.find("</title")?;
    let words: Vec<String> = page.get(begin..end)?.split_whitespace().map(decoded).collect();
    let title: String = words.join(" ").chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    (!title.is_empty()).then_some(title)
}

/// The text with the common character references resolved.
fn decoded(text: &str) -> String {
    const NAMED: [(&str, char); 6] =
        [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", ' ')];
    let (mut whole, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('&') {
        whole.push_str(before);
        let reference = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        let found = reference.and_then(|(name, after)| {
            let named = NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
            Some((named.or_else(|| numbered(name))?, after))
        });
        rest = match found {
            Some((c, after)) => {
                whole.push(c);
                after
            }
            None => {
                whole.push('&');
                after
            }
        };
    }
    whole + rest
}

fn numbered(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn a_title_is_read_as_a_browser_shows_it() {
        for (page, wanted) in [
            ("<html><head><TITLE lang=en>\n A &amp; B&#39;s\n  page </Title>", Some("A & B's page")),
            ("<title>1 &lt; 2 &unknown; &#x41; & so</title>", Some("1 < 2 &unknown; A & so")),
            ("<title></title>", None),
            ("<p>no title", None),
            ("<title>without an end", None),
        ] {
            assert_eq!(title(page).as_deref(), wanted, "{page}");
        }
    }
}
