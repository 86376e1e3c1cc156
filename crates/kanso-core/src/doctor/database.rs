//! The database itself: whether it is whole, of the right shape, and whose secrets are in it.

use kanso_db::{Conn, Kind, Shape, dialect};

use super::{About, Finding};
use crate::secret::{self, list_lost_secrets};
use crate::{Actor, App, MIGRATIONS, Result};

/// The oldest PostgreSQL that is still kept by its makers.
const OLDEST_SERVER: i64 = 140_000;

/// How many damages are told one by one.
const TOLD: usize = 5;

const RESTORE: &str = "stop the server, keep a copy of the database as it is, and put the last good backup in with \
    `kanso restore`";

/// What was found, and the tables there are.
pub(super) struct Looked {
    pub(super) findings: Vec<Finding>,
    pub(super) shape: Shape,
    /// Whether the tables are those that this program works with.
    pub(super) is_of_today: bool,
}

pub(super) async fn examine(app: &App) -> Result<Looked> {
    let (mut findings, shape) = app
        .snapshot(|conn| {
            Box::pin(async move {
                let mut found = integrity(conn).await?;
                found.extend(server(conn).await?);
                Ok::<_, kanso_db::Error>((found, conn.shape().await?))
            })
        })
        .await?;
    let newest = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default();
    let is_of_today = shape.version == newest;
    findings.extend(version(shape.version, newest));
    if is_of_today {
        findings.extend(secrets(app).await?);
    }
    Ok(Looked { findings, shape, is_of_today })
}

async fn integrity(conn: &Conn) -> Result<Vec<Finding>, kanso_db::Error> {
    let mut found = Vec::new();
    let damages = conn.all::<(String,)>(dialect::damages(conn.kind()), &[]).await?;
    let damages: Vec<String> = damages.into_iter().map(|(text,)| text).filter(|text| text != "ok").collect();
    if !damages.is_empty() {
        let told = damages.iter().take(TOLD).map(String::as_str).collect::<Vec<_>>().join("; ");
        found.push(Finding::fault(About::Database, format!("it is damaged: {told}"), RESTORE));
    }
    for (table, rows) in conn.all::<(String, i64)>(dialect::broken_references(conn.kind()), &[]).await? {
        found.push(Finding::fault(
            About::Database,
            format!("{rows} rows of {table} name rows that are not there"),
            format!("{RESTORE}; or delete those rows, which a restore would refuse"),
        ));
    }
    Ok(found)
}

async fn server(conn: &Conn) -> Result<Option<Finding>, kanso_db::Error> {
    const VERSION: &str = "SELECT CAST(current_setting('server_version_num') AS BIGINT)";
    if conn.kind() == Kind::Sqlite {
        return Ok(None);
    }
    let (version,) = conn.one::<(i64,)>(VERSION, &[]).await?.unwrap_or_default();
    let is_old = version < OLDEST_SERVER;
    Ok(is_old.then(|| {
        Finding::advice(
            About::Database,
            format!("PostgreSQL {} is not kept by its makers any more", version / 10_000),
            "move to a newer one",
        )
    }))
}

fn version(there: i32, newest: i32) -> Option<Finding> {
    let (what, remedy) = match there {
        0 => {
            ("there are no tables".to_owned(), "start `kanso serve`, or put a backup in with `kanso restore`")
        }
        there if there > newest => (
            format!("its tables have version {there}, and this program knows {newest} at most"),
            "use the newer Kanso that brought them there",
        ),
        there if there < newest => (
            format!("its tables have version {there}, and this program works with {newest}"),
            "write a backup, then start `kanso serve` of this version, which brings them there",
        ),
        _ => return None,
    };
    Some(Finding::fault(About::Schema, what, remedy))
}

async fn secrets(app: &App) -> Result<Option<Finding>> {
    let key = app.secrets().clone();
    let fits = app.read(move |conn| Box::pin(async move { Ok(secret::opens(conn, Some(&key)).await?) }));
    if !fits.await? {
        return Ok(Some(Finding::fault(
            About::Secrets,
            "the secret key is not here, or not the one that this database was used with: webhooks fail and second factors \
             cannot be checked",
            "put the old secret.key into the data folder (or give it as KANSO_SECRET_KEY) and start the server again; if it \
             is lost for good: `kanso secrets forget`",
        )));
    }
    let lost = list_lost_secrets(app, &Actor::Application).await?;
    if lost.is_empty() {
        return Ok(None);
    }
    let (endpoints, people) = (lost.endpoints.len(), lost.people.len());
    Ok(Some(Finding::fault(
        About::Secrets,
        format!("the secret key does not open what {endpoints} endpoints and {people} people have sealed"),
        "see `kanso secrets check`",
    )))
}
