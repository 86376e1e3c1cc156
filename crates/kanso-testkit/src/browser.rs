//! A browser without JavaScript: it keeps cookies, follows links and sends forms.

use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response};

use crate::Live;

/// Somebody who looks at the pages.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    base: String,
    headers: Vec<(String, String)>,
}

/// A page as it came.
#[derive(Clone, Debug)]
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// Where a redirect leads.
    pub location: Option<String>,
    /// The HTML.
    pub body: String,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
}

impl Browser {
    pub(crate) fn new(base: String) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().expect("a client");
        Self { client, base, headers: Vec::new() }
    }

    /// The same browser, which says this too with what it opens and sends.
    #[must_use]
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        let mut with = self.clone();
        with.headers.push((name.to_owned(), value.to_owned()));
        with
    }

    fn saying(&self, request: RequestBuilder) -> RequestBuilder {
        self.headers.iter().fold(request, |request, (name, value)| request.header(name, value))
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Page {
        let request = self.client.get(format!("{}{path}", self.base)).header("accept", "text/html");
        let request = self.saying(request);
        Page::from(request.send().await.expect("the server answers")).await
    }

    /// Opens a page that it has already, under the name `etag`.
    pub async fn get_if_none_match(&self, path: &str, etag: &str) -> Page {
        let request = self.client.get(format!("{}{path}", self.base)).header("if-none-match", etag);
        Page::from(request.send().await.expect("the server answers")).await
    }

    /// Opens a stream of events, going on after the message `last` if one is named.
    pub async fn follow(&self, path: &str, last: Option<&str>) -> Live {
        let mut request =
            self.client.get(format!("{}{path}", self.base)).header("accept", "text/event-stream");
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        Live::new(request.send().await.expect("the server answers"))
    }

    /// Sends a form as it is.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request =
            self.client.post(format!("{}{path}", self.base)).form(fields).header("accept", "text/html");
        let request = self.saying(request);
        Page::from(request.send().await.expect("the server answers")).await
    }

    /// Opens `from` for its token, then sends the form to `path` with it.
    pub async fn submit(&self, from: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.get(from).await.csrf();
        let mut fields = fields.to_vec();
        fields.push(("csrf", &token));
        self.post(path, &fields).await
    }

    /// Opens `from` for its token, then sends the form to `path` with it and a file in the field `name`.
    pub async fn upload_as(&self, from: &str, path: &str, name: &str, file: &str, content: Vec<u8>) -> Page {
        const BOUNDARY: &str = "----kanso-testkit";
        let token = self.get(from).await.csrf();
        let mut body = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n\
             --{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n"
        )
        .into_bytes();
        body.extend(content);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").into_bytes());
        let request = self.client.post(format!("{}{path}", self.base)).header("accept", "text/html");
        let request = request.header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"));
        Page::from(request.body(body).send().await.expect("the server answers")).await
    }

    /// Opens `from` for its token, then sends a form with files to `path`: each file is its name and what is in it.
    pub async fn upload(
        &self,
        from: &str,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Page {
        let token = self.get(from).await.csrf();
        let fields: Vec<_> = std::iter::once(&("csrf", token.as_str())).chain(fields).copied().collect();
        self.post_files(path, &fields, files).await
    }

    /// Sends a form with files as it is.
    pub async fn post_files(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
        const EDGE: &str = "kanso-testkit-edge";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        for (name, content) in files {
            let disposition = format!("form-data; name=\"file\"; filename=\"{name}\"");
            let head = format!("--{EDGE}\r\nContent-Disposition: {disposition}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
        let request = self.client.post(format!("{}{path}", self.base)).body(body);
        let request = request.header("content-type", format!("multipart/form-data; boundary={EDGE}"));
        Page::from(request.header("accept", "text/html").send().await.expect("the server answers")).await
    }

    /// Signs in; the answer is the page that follows the form.
    pub async fn sign_in(&self, username: &str, password: &str) -> Page {
        self.submit("/login", "/login", &[("username", username), ("password", password)]).await
    }
}

impl Page {
    async fn from(response: Response) -> Self {
        let status = response.status().as_u16();
        let text =
            |value: &reqwest::header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers: Vec<(String, String)> =
            response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        let location = headers.iter().find(|(name, _)| name == "location").map(|(_, value)| value.clone());
        Self { status, location, body: response.text().await.unwrap_or_default(), headers }
    }

    /// The token in the page's forms.
    ///
    /// # Panics
    ///
    /// When the page has none.
    pub fn csrf(&self) -> String {
        let field = self.body.split("name=\"csrf\"").nth(1);
        let value =
            field.and_then(|rest| rest.split("value=\"").nth(1)).and_then(|rest| rest.split('"').next());
        value
            .unwrap_or_else(|| panic!("no token in a page of status {}:\n{}", self.status, self.body))
            .to_owned()
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
