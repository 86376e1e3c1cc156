//! Server-sent events, read from bytes as they come.

use serde_json::Value;

/// One event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// Where to go on from after it; none when more of the same follows.
    pub(super) id: Option<String>,
    /// What kind it is.
    pub(super) name: String,
    /// What it says.
    pub(super) data: String,
}

impl Message {
    /// What a webhook of it is called: the id that is in the document.
    pub(super) fn webhook_id(&self) -> String {
        let document: Value = serde_json::from_str(&self.data).unwrap_or_default();
        let id = document.get("id").and_then(Value::as_str).map(str::to_owned);
        id.or_else(|| self.id.clone()).unwrap_or_default()
    }
}

/// Puts messages together from bytes.
#[derive(Default)]
pub(super) struct Reader {
    /// What came after the last whole line.
    rest: Vec<u8>,
    message: Message,
    has_data: bool,
}

impl Reader {
    /// The messages that these bytes complete.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Vec<Message> {
        let mut complete = Vec::new();
        for byte in bytes {
            if *byte == b'\n' {
                let line = std::mem::take(&mut self.rest);
                let line = String::from_utf8_lossy(&line);
                complete.extend(self.line(line.strip_suffix('\r').unwrap_or(&line)));
            } else {
                self.rest.push(*byte);
            }
        }
        complete
    }

    fn line(&mut self, line: &str) -> Option<Message> {
        if line.is_empty() {
            let message = std::mem::take(&mut self.message);
            return std::mem::take(&mut self.has_data).then_some(message);
        }
        // What begins with a colon only keeps the connection open.
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "id" => self.message.id = Some(value.to_owned()),
            "event" => value.clone_into(&mut self.message.name),
            "data" => {
                if std::mem::replace(&mut self.has_data, true) {
                    self.message.data.push('\n');
                }
                self.message.data.push_str(value);
            }
            _ => (),
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(id: Option<&str>, name: &str, data: &str) -> Message {
        Message { id: id.map(str::to_owned), name: name.to_owned(), data: data.to_owned() }
    }

    #[test]
    fn messages_are_read_however_the_bytes_are_cut() {
        let stream = ": hello\n\nid: evt_1_a\nevent: task.create\ndata: {\"id\":\"evt_1_a\"}\n\n\
            event:x\r\ndata: é\r\ndata:two\r\n\r\nid: alone\n\ndata: unfinished";
        let expected =
            [message(Some("evt_1_a"), "task.create", "{\"id\":\"evt_1_a\"}"), message(None, "x", "é\ntwo")];
        for size in [1, 2, 3, 7, 1000] {
            let mut reader = Reader::default();
            let read: Vec<Message> =
                stream.as_bytes().chunks(size).flat_map(|chunk| reader.read(chunk)).collect();
            assert_eq!(read, expected, "{size} bytes at a time");
        }
    }

    #[test]
    fn the_document_says_what_its_webhook_is_called() {
        assert_eq!(message(None, "x", r#"{"id":"evt_1_a-2"}"#).webhook_id(), "evt_1_a-2");
        assert_eq!(message(Some("evt_1_a"), "x", "text").webhook_id(), "evt_1_a");
    }
}
