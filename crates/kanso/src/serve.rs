//! The server: what is put together, what starts and stops, and in which order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::serve::ListenerExt;
use kanso_api::ApiConfig;
use kanso_core::{App, Clock, file, user};
use kanso_domain::schedule::Pace;
use kanso_mail::{Inbox, Post};
use kanso_web::mail::Composer;
use kanso_webhooks::{Reach, Sender};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;

use crate::config::ServerConfig;
use crate::metrics::Metrics;
use crate::outgoing::ByWebhooks;
use crate::proxies::Arrivals;
use crate::tasks::{Stop, Tasks};
use crate::tls::{self, Certificate};
use crate::{daily, demo, health, logging, metrics, proxies, say, sign_in};

/// How long requests and attempts under way may take to end when the server stops.
const LAST_CALL: Duration = Duration::from_secs(6);

/// A server that runs.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    /// Where a browser on this machine reaches it, with a slash at the end.
    pub root: String,
    /// What it serves.
    pub app: App,
    /// What it sends webhooks by.
    pub sender: Sender,
    /// What it sends mails by, if it does.
    pub post: Option<Post>,
    /// Where mails come in, if they do.
    pub inbox: Option<Inbox>,
    /// What puts mails into words.
    pub words: Arc<Composer>,
    tasks: Tasks,
}

/// Runs the server until it is told to stop.
///
/// # Errors
///
/// When the database cannot be opened or the address cannot be listened to.
pub async fn serve(config: ServerConfig) -> anyhow::Result<()> {
    logging::start(&config.log)?;
    config.base.create_data()?;
    let files = config.base.files();
    files.prepare().await?;
    let app = App::open(config.base.database()?, files, Clock::system(), config.base.secrets()?).await?;
    if app.has_lost_secrets() {
        tracing::warn!(
            "the secret key is not the one that this database was used with, so webhooks fail and second factors cannot \
             be checked; put the old secret.key (or KANSO_SECRET_KEY) back and start again, or see `kanso secrets check`"
        );
    }
    let made_up = user::create_first_admin(&app, config.admin_password.clone()).await?;
    if config.demo {
        demo::create_when_empty(&app).await?;
    }
    let server = Server::start(app, &config, DeliverBy::Worker).await?;
    say(&format!("Kanso is ready: {}", server.root.trim_end_matches('/')))?;
    match made_up {
        Some(password) => say(&format!("Sign in as admin with the password {password}"))?,
        None => say("Sign in as admin. Forgotten the password? kanso user reset-password admin")?,
    }
    signalled().await?;
    tracing::info!("stopping");
    server.stop().await;
    Ok(())
}

/// Who does the work that waits in rows: sends webhooks, deletes the content of removed files, does the work of
/// each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliverBy {
    /// The server, as it comes.
    Worker,
    /// Whoever holds the server, when they say so: tests.
    Hand,
}

impl Server {
    /// Starts to listen, and the background tasks.
    ///
    /// # Errors
    ///
    /// When the address cannot be listened to.
    pub async fn start(app: App, config: &ServerConfig, deliver: DeliverBy) -> anyhow::Result<Self> {
        if let Some(nats) = &config.nats {
            nats.check()?;
        }
        let inbox = config.mail_in.as_ref().map(Inbox::new).transpose()?;
        let app = app.sending_mail(config.mail.is_some()).taking_mail(inbox.as_ref().map(Inbox::mail_in));
        let app = app.clone().signing_on(sign_in::open(config, app.clock())?);
        let app = app.keeping_backups(config.base.nightly()?);
        let post = config.mail.as_ref().map(Post::new).transpose()?;
        let listen = config.listen;
        let listener =
            TcpListener::bind(listen).await.with_context(|| format!("cannot listen to {listen}"))?;
        let address = listener.local_addr()?;
        // An answer goes out when it is written, not when a packet is full.
        let listener = listener.tap_io(|stream| {
            let _ = stream.set_nodelay(true);
        });
        let certificate = config.tls.clone().map(Certificate::read).transpose()?.map(Arc::new);
        let root = root_of(address, certificate.is_some());
        let reach = Reach { private_networks: config.allow_private_networks };
        let sender = Sender::new(reach);
        let outgoing = Arc::new(ByWebhooks::new(app.clone(), sender.clone(), reach));
        let metrics = Metrics::new(app.clone(), &sender, config.metrics_token.clone());
        let routes = routes(&app, config, &root, Arc::clone(&outgoing), metrics)?
            .into_make_service_with_connect_info::<SocketAddr>();

        let mut tasks = Tasks::default();
        match certificate {
            None => tasks.once(|stop| async move {
                ended(axum::serve(listener, routes).with_graceful_shutdown(stop.requested()).await);
            }),
            Some(certificate) => {
                let listener = tls::Listener::new(listener, &certificate)?.tap_io(|_| ());
                tasks.once(|stop| async move {
                    ended(axum::serve(listener, routes).with_graceful_shutdown(stop.requested()).await);
                });
                tasks.keep("certificate", move |stop| tls::keep(Arc::clone(&certificate), stop));
            }
        }
        let (kept, sends) = (app.clone(), sender.clone());
        let words = Arc::new(Composer::new(app.clone(), &root));
        if deliver == DeliverBy::Worker {
            keep_mails(&mut tasks, &app, (post.clone(), inbox.clone()), &words, config.webhook_pace);
            let (app, worked, pace) = (app.clone(), app.clone(), config.webhook_pace);
            tasks.keep("webhooks", move |stop| {
                kanso_webhooks::run(app.clone(), sends.clone(), pace, stop.requested())
            });
            let swept = kept.clone();
            tasks.keep("files", move |stop| sweep_files(swept.clone(), stop));
            tasks.keep("daily work", move |stop| daily::keep(worked.clone(), stop));
            if let Some(nats) = config.nats.clone() {
                let told = kept.clone();
                tasks.keep("events into NATS", move |stop| {
                    kanso_nats::run(told.clone(), outgoing.clone(), nats.clone(), stop.requested())
                });
            }
        }
        tasks.keep("settings", move |stop| keep_settings(kept.clone(), stop));
        Ok(Self { address, root, app, sender, post, inbox, words, tasks })
    }

    /// Stops accepting, lets what is under way end, and closes the database.
    pub async fn stop(self) {
        self.app.end_streams();
        self.tasks.stop(LAST_CALL).await;
        self.app.close().await;
    }
}

/// Sends mails, and takes those in that come, where it is said by which server.
fn keep_mails(
    tasks: &mut Tasks,
    app: &App,
    (post, inbox): (Option<Post>, Option<Inbox>),
    words: &Arc<Composer>,
    pace: Pace,
) {
    if let Some(post) = post {
        let (app, words) = (app.clone(), Arc::clone(words));
        tasks.keep("mails", move |stop| {
            let (app, post, words) = (app.clone(), post.clone(), Arc::clone(&words));
            async move { kanso_mail::run(app, post, words.as_ref(), pace, stop.requested()).await }
        });
    }
    if let Some(inbox) = inbox {
        let (app, words) = (app.clone(), Arc::clone(words));
        tasks.keep("mails that come in", move |stop| {
            let (app, inbox, words) = (app.clone(), inbox.clone(), Arc::clone(&words));
            async move { kanso_mail::run_inbox(app, inbox, words.as_ref(), stop.requested()).await }
        });
    }
}

/// Where a browser on this machine reaches a server that listens at `address`.
fn root_of(address: SocketAddr, is_encrypted: bool) -> String {
    let scheme = if is_encrypted { "https" } else { "http" };
    match address {
        anywhere if anywhere.ip().is_unspecified() => format!("{scheme}://localhost:{}/", anywhere.port()),
        address => format!("{scheme}://{address}/"),
    }
}

fn ended(served: std::io::Result<()>) {
    if let Err(error) = served {
        tracing::error!(%error, "the server ended");
    }
}

/// All routes of the server that is reached at `root`.
fn routes(
    app: &App,
    config: &ServerConfig,
    root: &str,
    outgoing: Arc<ByWebhooks>,
    metrics: Metrics,
) -> anyhow::Result<Router> {
    let default = ApiConfig::default();
    let api = ApiConfig {
        authentication_header: config.api_authentication_header.clone(),
        max_body_bytes: config.api_max_body_bytes.unwrap_or(default.max_body_bytes),
        authentication_token: config.api_token.clone(),
    };
    let named_by = sign_in::named_by(&config.sign_in, &config.trusted_proxies)?;
    let arrivals =
        Arrivals { trusted: config.trusted_proxies.clone(), is_encrypted: config.tls.is_some(), named_by };
    Ok(Router::new()
        .merge(kanso_api::router(app.clone(), api, outgoing.clone()))
        .merge(kanso_web::router(app.clone(), outgoing, kanso_import::as_archive, root))
        .merge(health::router(app.clone()))
        .merge(metrics::router(metrics.clone()))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(metrics, metrics::count))
        .layer(from_fn_with_state(arrivals, proxies::see_through)))
}

/// Notices settings that another process changed.
async fn keep_settings(app: App, stop: Stop) {
    let reload = async {
        loop {
            tokio::time::sleep(Duration::from_secs(1)).await;
            if let Err(error) = app.reload_settings().await {
                tracing::warn!(%error, "cannot read the settings");
            }
        }
    };
    tokio::select! {
        () = stop.requested() => (),
        () = reload => (),
    }
}

/// Deletes content that no file names any more: at the start, after removals, and once an hour what failed.
async fn sweep_files(app: App, stop: Stop) {
    let sweep = async {
        loop {
            if let Err(error) = file::sweep(&app).await {
                tracing::warn!(%error, "cannot delete the content of removed files");
            }
            tokio::select! {
                () = app.strays() => (),
                () = tokio::time::sleep(Duration::from_secs(3600)) => (),
            }
        }
    };
    tokio::select! {
        () = stop.requested() => (),
        () = sweep => (),
    }
}

/// Waits for the terminal's or the system's wish to stop.
async fn signalled() -> anyhow::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        done = tokio::signal::ctrl_c() => Ok(done?),
        _ = terminate.recv() => Ok(()),
    }
}
