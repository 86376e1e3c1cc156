//! The application: the database, the clock and what is remembered between calls.

use std::sync::Arc;

use kanso_db::{Bell, BoxFuture, Config, Conn, Db};
use kanso_domain::{EventId, Permission, ProjectId, TaskId};
use parking_lot::RwLock;
use tokio::sync::{Notify, watch};

use crate::access::require;
use crate::backup::Nightly;
use crate::change::{Change, Scope, Target};
use crate::file::FileStore;
use crate::follow::Rules;
use crate::identity::SignOn;
use crate::incoming::MailIn;
use crate::secret::{check_key, keep_check};
use crate::setting::Settings;
use crate::traffic::Traffic;
use crate::user::{Addresses, PasswordCost, Verified};
use crate::{Actor, Clock, Conflict, Error, MIGRATIONS, Result, SecretKey, random};

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

    /// Reads, outside of any transaction.
    pub(crate) async fn read<T, F>(&self, act: F) -> Result<T>
    where
        F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        self.parts.db.read(act).await
    }

    /// Reads what belongs to one project, if the actor may.
    pub(crate) async fn read_in<T, F>(
        &self,
        actor: &Actor,
        scope: impl Into<Scope>,
        needs: Permission,
        act: F,
    ) -> Result<T>
    where
        F: for<'c> FnOnce(&'c Conn, ProjectId) -> BoxFuture<'c, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        let (actor, scope) = (actor.clone(), scope.into());
        self.read(move |conn| {
            Box::pin(async move {
                let project = scope.find_project(conn).await?;
                require(conn, &actor, project, needs).await?;
                act(conn, project).await
            })
        })
        .await
    }

    /// Refuses unless the actor has the permission in the project. Use cases ask by themselves; this is for an
    /// edge that refuses a request before it reaches one, and must not tell more than the use case would.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] for who may not see it, else
    /// [`Error::Forbidden`].
    pub async fn require(&self, actor: &Actor, scope: impl Into<Scope>, needs: Permission) -> Result<()> {
        self.read_in(actor, scope, needs, |_, _| Box::pin(async { Ok(()) })).await
    }

    /// Changes one project, if the actor may: a transaction that locks the project first, hands `act` the
    /// [`Change`], and carries out all that follows from the events it recorded.
    pub(crate) async fn change<T, F>(
        &self,
        actor: &Actor,
        target: impl Into<Target>,
        needs: Permission,
        act: F,
    ) -> Result<T>
    where
        F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        actor.require_writing()?;
        let (actor, target, settings, now_ms, cause) =
            (actor.clone(), target.into(), self.settings(), self.clock().now_ms(), self.cause);
        let rules = Arc::clone(&self.parts.rules);
        let _under_way = self.parts.traffic.begin();
        self.parts
            .db
            .write(move |conn| {
                Box::pin(async move {
                    let mut change = Change::begin(conn, actor, settings, now_ms, rules, target).await?;
                    change.caused_by(cause);
                    change.require(needs).await?;
                    let answer = act(&mut change).await?;
                    change.finish();
                    Ok(answer)
                })
            })
            .await
    }

    /// Changes a task's project together with another one, if the actor may in both: a transaction that locks both
    /// first. The change is in `other`.
    pub(crate) async fn change_both<T, F>(
        &self,
        actor: &Actor,
        task: TaskId,
        other: ProjectId,
        needs: Permission,
        act: F,
    ) -> Result<T>
    where
        F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        actor.require_writing()?;
        let (actor, settings, now_ms, cause) =
            (actor.clone(), self.settings(), self.clock().now_ms(), self.cause);
        let rules = Arc::clone(&self.parts.rules);
        let _under_way = self.parts.traffic.begin();
        let scope = Scope::from(task);
        // Outside of the transaction, which begins with the locks.
        let from = self.read(move |conn| Box::pin(async move { scope.find_project(conn).await })).await?;
        self.parts
            .db
            .write(move |conn| {
                Box::pin(async move {
                    let mut change =
                        Change::begin_both(conn, actor, settings, now_ms, rules, (from, other)).await?;
                    change.caused_by(cause);
                    for project in [from, other] {
                        change.require_in(project, needs).await?;
                    }
                    if scope.find_project(conn).await? != from {
                        return Err(Error::Conflict(Conflict::ChangedMeanwhile));
                    }
                    let answer = act(&mut change).await?;
                    change.finish();
                    Ok(answer)
                })
            })
            .await
    }

    /// Changes what belongs to no project (users, settings, groups, new projects): a transaction whose first
    /// statement locks the one row that stands for the instance. It asks for no permission, the use case does; but
    /// a token for less than all does not come here.
    pub(crate) async fn change_instance<T, F>(&self, actor: &Actor, act: F) -> Result<T>
    where
        F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        self.change_instance_with(actor, act).await
    }

    /// The same for an act with errors of its own.
    pub(crate) async fn change_instance_with<T, E, F>(&self, actor: &Actor, act: F) -> Result<T, E>
    where
        F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + From<kanso_db::Error> + Send + 'static,
    {
        actor.require_scope(Permission::Administrate)?;
        let (actor, settings, now_ms, cause) =
            (actor.clone(), self.settings(), self.clock().now_ms(), self.cause);
        let rules = Arc::clone(&self.parts.rules);
        let _under_way = self.parts.traffic.begin();
        self.parts
            .db
            .write(move |conn| {
                Box::pin(async move {
                    let mut change = Change::begin_instance(conn, actor, settings, now_ms, rules).await?;
                    change.caused_by(cause);
                    let answer = act(&mut change).await?;
                    change.finish();
                    Ok(answer)
                })
            })
            .await
    }

    /// Reads on a connection of its own where every statement sees the same, for as long as it takes.
    pub(crate) async fn snapshot<T, E, F>(&self, act: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<kanso_db::Error> + Send + 'static,
    {
        self.parts.db.snapshot(act).await
    }

    /// Writes rows that carry their own order (sessions, leases, attempts): no lock, no bell.
    pub(crate) async fn note<T, F>(&self, act: F) -> Result<T>
    where
        F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        self.parts.db.write(act).await
    }
}
