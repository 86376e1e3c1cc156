//! A stream of server-sent events, as an open board reads it.

use reqwest::Response;
use serde_json::Value;

/// An open stream.
pub struct Live {
    response: Response,
    buffer: String,
}

/// One message of a stream.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// What to resume from.
    pub id: String,
    /// What kind it is.
    pub event: String,
    /// What it says.
    pub data: Value,
}

impl Live {
    pub(crate) fn new(response: Response) -> Self {
        Self { response, buffer: String::new() }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    /// Whether a proxy in front of the server is told to hold nothing back.
    pub fn is_passed_on_at_once(&self) -> bool {
        self.response.headers().get("x-accel-buffering").is_some_and(|held| held == "no")
    }

    /// Waits for the next message; comments that only keep the connection open, and the greeting, are
    /// passed over.
    ///
    /// # Panics
    ///
    /// When the stream ends.
    pub async fn next(&mut self) -> Message {
        loop {
            while let Some((block, rest)) = self.buffer.split_once("\n\n") {
                let message = parse(block);
                self.buffer = rest.to_owned();
                if let Some(message) = message {
                    return message;
                }
            }
            let chunk = self.response.chunk().await.expect("the stream goes on").expect("the stream goes on");
            self.buffer.push_str(&String::from_utf8_lossy(&chunk));
        }
    }

    /// Waits for the end of the stream: whether it comes before another message.
    pub async fn is_over(&mut self) -> bool {
        while let Ok(Some(chunk)) = self.response.chunk().await {
            self.buffer.push_str(&String::from_utf8_lossy(&chunk));
            if self.buffer.split("\n\n").any(|block| parse(block).is_some()) {
                return false;
            }
        }
        true
    }
}

fn parse(block: &str) -> Option<Message> {
    let field = |name: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.map(|value| value.trim_start().to_owned())
    };
    let data = field("data")?;
    // The greeting only says that the stream is open.
    if field("event").as_deref() == Some("hello") {
        return None;
    }
    Some(Message {
        id: field("id").unwrap_or_default(),
        event: field("event").unwrap_or_default(),
        data: serde_json::from_str(&data).unwrap_or(Value::String(data)),
    })
}
