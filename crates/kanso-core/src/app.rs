//! The application: the database, the clock and what is remembered between calls.

mod transaction;

use std::sync::Arc;

use kanso_db::{Bell, Config, Db};
use kanso_domain::EventId;
use parking_lot::RwLock;
use tokio::sync::{Notify, watch};

use crate::backup::Nightly;
use crate::file::FileStore;
use crate::follow::Rules;
use crate::identity::SignOn;
use crate::incoming::MailIn;
use crate::secret::{check_key, keep_check};
use crate::setting::Settings;
use crate::traffic::Traffic;
use crate::user::{Addresses, PasswordCost, Verified};
use crate::{Clock, MIGRATIONS, Result, SecretKey, random};

/// The running application. Cheap to clone; every use case takes one.
#[derive(Clone)]
pub struct App {
    parts: Arc<Parts>,
    /// The event that led to what is done with this copy, if one did.
    cause: Option<EventId>,
    password_cost: PasswordCost,
    /// Whether there is a mail server to send mails by.
    sends_mail: bool,
    /// Where mails come in, if they do.
    mail_in: Option<Arc<MailIn>>,
    /// The ways in besides a password that is kept here.
    sign_on: Arc<SignOn>,
    /// Where backups of each night are kept, if they are.
    nightly: Option<Arc<Nightly>>,
}

struct Parts {
    db: Db,
    files: FileStore,
    strays: Notify,
    clock: Clock,
    secrets: SecretKey,
    settings: RwLock<Arc<Settings>>,
    verified: Verified,
    addresses: Addresses,
    streams_end: watch::Sender<bool>,
    traffic: Traffic,
    rules: Arc<Rules>,
    /// Tells this server from others on the same database.
    name: String,
}

impl App {
    /// Opens the database, brings its shape up to date and reads the settings. The content of files is in `files`,
    /// and `secrets` seals what must not be read in a copy of the database; [`App::has_lost_secrets`] tells whether it
    /// is the key that the database was used with.
    ///
    /// # Errors
    ///
    /// When the database cannot be reached, or is newer than this program.
    pub async fn open(config: Config, files: FileStore, clock: Clock, secrets: SecretKey) -> Result<Self> {
        let app = Self::of(Db::open(config, MIGRATIONS).await?, files, clock, secrets);
        keep_check(&app).await?;
        check_key(&app).await?;
        app.prepare_settings().await?;
        Ok(app)
    }

    fn of(db: Db, files: FileStore, clock: Clock, secrets: SecretKey) -> Self {
        let parts = Arc::new(Parts {
            db,
            files,
            strays: Notify::new(),
            clock,
            secrets,
            settings: RwLock::default(),
            verified: Verified::new(),
            addresses: Addresses::new(),
            streams_end: watch::Sender::new(false),
            traffic: Traffic::new(),
            rules: Arc::default(),
            name: random::hex(4),
        });
        Self {
            parts,
            cause: None,
            password_cost: PasswordCost::default(),
            sends_mail: false,
            mail_in: None,
            sign_on: Arc::default(),
            nightly: None,
        }
    }

    /// Opens the database as it is: nothing in it is changed, and it may be older than this program. For backups and
    /// for looking whether all is well; the settings are those that it has.
    ///
    /// # Errors
    ///
    /// When the database cannot be reached.
    pub async fn open_as_it_is(
        config: Config,
        files: FileStore,
        clock: Clock,
        secrets: SecretKey,
    ) -> Result<Self> {
        let app = Self::of(Db::open(config, &[]).await?, files, clock, secrets);
        // Tables of long ago may lack what is asked for.
        if let Err(error) = check_key(&app).await {
            tracing::debug!(%error, "the key is not compared");
        }
        if let Err(error) = app.reload_settings().await {
            tracing::debug!(%error, "the settings are not read");
        }
        Ok(app)
    }

    /// The same application for what an event led to: whatever is changed with this copy follows from it.
    #[must_use]
    pub fn caused_by(&self, cause: EventId) -> Self {
        Self { cause: Some(cause), ..self.clone() }
    }

    /// The same application, which hashes passwords at another cost.
    #[must_use]
    pub fn with_password_cost(self, password_cost: PasswordCost) -> Self {
        Self { password_cost, ..self }
    }

    /// The same application where mails are sent, or are not.
    #[must_use]
    pub fn sending_mail(self, sends_mail: bool) -> Self {
        Self { sends_mail, ..self }
    }

    /// Whether there is a mail server to send mails by. Without one nobody is promised a mail.
    pub fn sends_mail(&self) -> bool {
        self.sends_mail
    }

    /// The same application where mails come in at this address, or at none.
    #[must_use]
    pub fn taking_mail(self, mail_in: Option<MailIn>) -> Self {
        Self { mail_in: mail_in.map(Arc::new), ..self }
    }

    /// Where mails come in, if they do.
    pub fn mail_in(&self) -> Option<&MailIn> {
        self.mail_in.as_deref()
    }

    /// The same application with these ways in besides a password that is kept here.
    #[must_use]
    pub fn signing_on(self, sign_on: SignOn) -> Self {
        Self { sign_on: Arc::new(sign_on), ..self }
    }

    /// The ways in besides a password that is kept here.
    pub fn sign_on(&self) -> &SignOn {
        &self.sign_on
    }

    /// The same application, which keeps backups of each night there if the settings say so.
    #[must_use]
    pub fn keeping_backups(self, nightly: Nightly) -> Self {
        Self { nightly: Some(Arc::new(nightly)), ..self }
    }

    /// Where backups of each night are kept, if they are.
    pub fn nightly(&self) -> Option<&Nightly> {
        self.nightly.as_deref()
    }

    pub(crate) fn password_cost(&self) -> PasswordCost {
        self.password_cost
    }

    /// Where the time comes from.
    pub fn clock(&self) -> &Clock {
        &self.parts.clock
    }

    /// What this server is called among those on the same database, until it ends.
    pub(crate) fn name(&self) -> &str {
        &self.parts.name
    }

    /// What rings after every committed change: topic is the project's id, 0 for the instance.
    pub fn bell(&self) -> &Bell {
        self.parts.db.bell()
    }

    /// The settings as last read. Changes made here show at once, those of another process within a second.
    pub fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.parts.settings.read())
    }

    /// Whether so many callers wait for their changes that work nobody waits for should let them pass.
    pub fn is_busy(&self) -> bool {
        self.parts.traffic.is_busy()
    }

    /// Tells all who wait for news, such as open boards, that none will come: the server is about to stop.
    pub fn end_streams(&self) {
        self.parts.streams_end.send_replace(true);
    }

    /// Whether [`App::end_streams`] was called.
    pub fn has_streams_ended(&self) -> bool {
        *self.parts.streams_end.borrow()
    }

    /// Waits for [`App::end_streams`].
    pub async fn streams_end(&self) {
        let mut end = self.parts.streams_end.subscribe();
        // The sender is in `self`, so it cannot be gone.
        let _ = end.wait_for(|ended| *ended).await;
    }

    /// Stops accepting changes, finishes those accepted, and closes the database.
    pub async fn close(&self) {
        self.parts.db.close().await;
    }

    /// Whether the database answers.
    pub async fn is_ready(&self) -> bool {
        self.read(|conn| Box::pin(async move { Ok(conn.one::<(i64,)>("SELECT 1", &[]).await?) }))
            .await
            .is_ok()
    }

    /// Waits until content may have lost the last file that names it, so that
    /// [`file::sweep`](crate::file::sweep) has work.
    pub async fn strays(&self) {
        self.parts.strays.notified().await;
    }

    /// Says that content lost a file.
    pub(crate) fn tell_strays(&self) {
        self.parts.strays.notify_one();
    }

    pub(crate) fn files(&self) -> &FileStore {
        &self.parts.files
    }

    /// Whether the database's secrets were sealed with another key than the one given: then none of them can be read,
    /// and none can be added. As last noticed, which is within a second.
    pub fn has_lost_secrets(&self) -> bool {
        self.parts.secrets.is_foreign()
    }

    /// What seals secrets in the database.
    pub(crate) fn secrets(&self) -> &SecretKey {
        &self.parts.secrets
    }

    pub(crate) fn keep_settings(&self, settings: Settings) {
        *self.parts.settings.write() = Arc::new(settings);
    }

    pub(crate) fn verified(&self) -> &Verified {
        &self.parts.verified
    }

    pub(crate) fn addresses(&self) -> &Addresses {
        &self.parts.addresses
    }
}
