//! A conversation with the server of the folder.

use std::time::Duration;

use async_imap::error::Error as ImapError;
use async_imap::types::Fetch;
use async_imap::{Client, Session as Imap};
use futures_util::TryStreamExt;
use tokio::time::timeout;

use super::config::{Inbox, Tls};
use super::connect::{Wire, connect, encrypt};
use super::trouble::{Trouble, short};

/// How long one step may take: a message of many megabytes is one.
pub(super) const TIMEOUT: Duration = Duration::from_secs(60);

/// How much of the header is read of a message that is too large, in bytes.
const HEADER: usize = 65_536;

/// The folder, opened.
pub(super) struct Session {
    imap: Imap<Box<dyn Wire>>,
}

/// What a message brings.
pub(super) enum Message {
    /// All of it.
    Whole(Vec<u8>),
    /// The header of one that is too large.
    Header(Vec<u8>),
    /// It is gone.
    Gone,
}

/// What to mark a message with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It became something, or was to become nothing.
    Done,
    /// Somebody should look at it.
    Refused,
}

impl Session {
    /// Connects, signs in and opens the folder.
    pub(super) async fn open(inbox: &Inbox) -> Result<Self, Trouble> {
        let mut client = connect(inbox).await?;
        if inbox.tls == Tls::Upgraded {
            within(client.run_command_and_check_ok("STARTTLS", None)).await?;
            // What came before the handshake is dropped with the client.
            let wire = encrypt(inbox, client.into_inner()).await?;
            client = Client::new(wire);
        }
        let signed_in = client.login(&inbox.user, &inbox.password);
        let signed_in = timeout(TIMEOUT, signed_in).await.map_err(|_| Trouble::Silence)?;
        let mut imap = signed_in.map_err(|(error, _)| Trouble::Account(short(&error)))?;
        let opened = timeout(TIMEOUT, imap.select(&inbox.folder)).await.map_err(|_| Trouble::Silence)?;
        opened.map_err(|error| Trouble::Folder(inbox.folder.clone(), short(&error)))?;
        Ok(Self { imap })
    }

    /// The messages that nobody has read, oldest first.
    pub(super) async fn unread(&mut self) -> Result<Vec<u32>, Trouble> {
        let found = within(self.imap.uid_search("UNSEEN UNDELETED")).await?;
        let mut found: Vec<u32> = found.into_iter().collect();
        found.sort_unstable();
        Ok(found)
    }

    /// What a message says, of which no more than `largest` bytes are read. It stays unread.
    pub(super) async fn fetch(&mut self, uid: u32, largest: usize) -> Result<Message, Trouble> {
        let Some(sizes) = self.fetch_one(uid, "(UID RFC822.SIZE)").await? else { return Ok(Message::Gone) };
        let size = sizes.size.and_then(|size| usize::try_from(size).ok()).unwrap_or(usize::MAX);
        if size > largest {
            let header = self.fetch_one(uid, &format!("(UID BODY.PEEK[HEADER]<0.{HEADER}>)")).await?;
            let header = header.and_then(|fetched| fetched.header().map(<[u8]>::to_vec));
            return Ok(header.map_or(Message::Gone, Message::Header));
        }
        let whole = self.fetch_one(uid, "(UID BODY.PEEK[])").await?;
        let whole = whole.and_then(|fetched| fetched.body().map(<[u8]>::to_vec));
        Ok(whole.map_or(Message::Gone, Message::Whole))
    }

    /// Marks a message as read.
    pub(super) async fn mark(&mut self, uid: u32, mark: Mark) -> Result<(), Trouble> {
        let flags = match mark {
            Mark::Done => "+FLAGS.SILENT (\\Seen)",
            Mark::Refused => "+FLAGS.SILENT (\\Seen \\Flagged)",
        };
        let stored = async {
            let answers = self.imap.uid_store(uid.to_string(), flags).await?;
            answers.try_collect::<Vec<_>>().await
        };
        within(stored).await.map(drop)
    }

    /// Says good-bye. Whether the server hears it does not matter.
    pub(super) async fn close(mut self) {
        let _ = within(self.imap.logout()).await;
    }

    async fn fetch_one(&mut self, uid: u32, what: &str) -> Result<Option<Fetch>, Trouble> {
        let fetched = async {
            let answers = self.imap.uid_fetch(uid.to_string(), what).await?;
            answers.try_collect::<Vec<_>>().await
        };
        // Others may come uninvited.
        Ok(within(fetched).await?.into_iter().find(|fetched| fetched.uid == Some(uid)))
    }
}

async fn within<T>(step: impl Future<Output = Result<T, ImapError>>) -> Result<T, Trouble> {
    let done = timeout(TIMEOUT, step).await.map_err(|_| Trouble::Silence)?;
    done.map_err(|error| Trouble::Server(short(&error)))
}
