//! A letter as a message of the mail system.

use kanso_core::mail::{Letter, Parcel};
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};

use crate::post::Failure;

type Boxed = Box<dyn std::error::Error + Send + Sync>;

macro_rules! header {
    ($name:ident, $text:literal) => {
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($text)
            }

            fn parse(text: &str) -> Result<Self, Boxed> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

header!(AutoSubmitted, "Auto-Submitted");
header!(ListUnsubscribe, "List-Unsubscribe");
header!(ListUnsubscribePost, "List-Unsubscribe-Post");

/// The message of a letter from `sender`.
///
/// It says that a program wrote it, so that no other program answers (RFC 3834), and how to end such mails with one
/// click (RFC 8058).
pub(crate) fn message(sender: &Address, parcel: &Parcel, letter: &Letter) -> Result<Message, Failure> {
    let to: Address = parcel.recipient.address.parse().map_err(|_| Failure::Address)?;
    let name = Some(parcel.recipient.name.clone()).filter(|name| !name.is_empty());
    let host = sender.domain();
    let mut message = Message::builder()
        .from(Mailbox::new(Some("Kanso".to_owned()), sender.clone()))
        .to(Mailbox::new(name, to))
        .subject(letter.subject.clone())
        .message_id(Some(format!("<{}@{host}>", parcel.message_id)))
        .header(AutoSubmitted("auto-generated".to_owned()));
    if let Some(thread) = &letter.thread {
        let first = format!("<{thread}@{host}>");
        message = message.in_reply_to(first.clone()).references(first);
    }
    if let Some(answered) = &letter.answers {
        let answered = format!("<{answered}>");
        message = message.in_reply_to(answered.clone()).references(answered);
    }
    if let Some(reply_to) = parcel.reply_to.as_ref().and_then(|address| address.parse::<Address>().ok()) {
        message = message.reply_to(Mailbox::new(Some("Kanso".to_owned()), reply_to));
    }
    if let Some(link) = &letter.unsubscribe {
        message = message
            .header(ListUnsubscribe(format!("<{link}>")))
            .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
    }
    let both = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
    message.multipart(both).map_err(|error| Failure::Message(error.to_string()))
}
