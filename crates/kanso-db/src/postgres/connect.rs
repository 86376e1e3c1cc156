use std::{str::FromStr, time::Duration};

use deadpool_postgres::{
    Hook, HookError, Manager, ManagerConfig, Pool, QueueMode, RecyclingMethod, Runtime, Timeouts,
};
use tokio_postgres::{Client, Config, Connection, NoTls, Socket, tls::NoTlsStream};

use crate::{Error, error::with_causes};

/// How long an act waits for a connection of the pool.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often it is looked whether others are connected, before it is believed, and how long between.
const LOOKS: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);

pub(super) fn parse(url: &str) -> Result<Config, Error> {
    let mut config = Config::from_str(url).map_err(|error| Error::connection(with_causes(&error)))?;
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(PATIENCE);
    }
    if config.get_application_name().is_none() {
        config.application_name("kanso");
    }
    // A server that vanished without a word is noticed within a minute.
    config.keepalives_idle(Duration::from_secs(30));
    config.keepalives_interval(Duration::from_secs(10));
    config.keepalives_retries(3);
    Ok(config)
}

pub(super) async fn connect(config: &Config) -> Result<(Client, Connection<Socket, NoTlsStream>), Error> {
    config.connect(NoTls).await.map_err(|error| Error::connection(with_causes(&error)))
}

/// Whether another Kanso is connected to the database. One that ended a moment ago may still seem to be.
pub(crate) async fn is_used(url: &str) -> Result<bool, Error> {
    const OTHERS: &str = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() \
        AND application_name LIKE 'kanso%' AND pid <> pg_backend_pid()";
    let (client, connection) = connect(&parse(url)?).await?;
    let asked = async move {
        for _ in 0..LOOKS {
            let others: i64 = client.query_one(OTHERS, &[]).await.map_err(Error::connection)?.get(0);
            if others == 0 {
                return Ok(false);
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(true)
    };
    let (answer, _) = tokio::join!(asked, connection);
    answer
}

pub(super) fn pool(config: Config, size: usize) -> Result<Pool, Error> {
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = Manager::from_config(config, NoTls, recycling);
    let timeouts = Timeouts { wait: Some(PATIENCE), create: Some(PATIENCE), recycle: Some(PATIENCE) };
    Pool::builder(manager)
        .max_size(size.max(1))
        // The one used last knows most statements already; the others rest until there is more to do.
        .queue_mode(QueueMode::Lifo)
        .timeouts(timeouts)
        .runtime(Runtime::Tokio1)
        .post_create(Hook::async_fn(|client, _| {
            Box::pin(async move {
                // Reads run outside of transactions and must not write; a write says that it does.
                let read_only = "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY";
                client.batch_execute(read_only).await.map_err(HookError::Backend)
            })
        }))
        .build()
        .map_err(Error::connection)
}
