use std::error::Error as StdError;

use deadpool_postgres::Client;
use futures_util::{TryStreamExt, pin_mut};
use tokio_postgres::{Row as PgRow, Statement, error::SqlState, types::ToSql};

use super::value::Unfit;
use crate::{Error, Param, Row, error::with_causes, row::Take};

/// Prepared statements kept for one connection; when there are more, all are forgotten.
const CACHED: usize = 256;

pub(crate) async fn execute(client: &Client, sql: &str, params: &[Param<'_>]) -> Result<u64, Error> {
    let statement = prepare(client, sql).await?;
    let changed = client.execute_raw(&statement, bound(params)).await;
    changed.map_err(|error| refused(client, &error, sql))
}

pub(crate) async fn insert(client: &Client, sql: &str, params: &[Param<'_>]) -> Result<i64, Error> {
    let rows = rows(client, &format!("{sql} RETURNING id"), params).await?;
    let row = rows.first().ok_or_else(|| Error::mismatch("the row that was inserted has no id"))?;
    Row::postgres(row).get(0)
}

/// Hands the first row to `take`, if there is one.
pub(crate) async fn first(
    client: &Client,
    sql: &str,
    params: &[Param<'_>],
    take: Take<'_>,
) -> Result<(), Error> {
    rows(client, sql, params).await?.iter().take(1).for_each(|row| take(&Row::postgres(row)));
    Ok(())
}

/// Hands all rows to `take`.
pub(crate) async fn all(
    client: &Client,
    sql: &str,
    params: &[Param<'_>],
    take: Take<'_>,
) -> Result<(), Error> {
    rows(client, sql, params).await?.iter().for_each(|row| take(&Row::postgres(row)));
    Ok(())
}

pub(crate) async fn each(
    client: &Client,
    sql: &str,
    params: &[Param<'_>],
    take: &mut (dyn FnMut(&Row<'_>) -> bool + Send),
) -> Result<(), Error> {
    let statement = prepare(client, sql).await?;
    let answer = async {
        let rows = client.query_raw(&statement, bound(params)).await?;
        pin_mut!(rows);
        // No more of them wait here than came in one piece: the server waits for who takes them.
        while let Some(row) = rows.try_next().await? {
            if !take(&Row::postgres(&row)) {
                break;
            }
        }
        Ok(())
    };
    answer.await.map_err(|error| refused(client, &error, sql))
}

pub(crate) async fn batch(client: &Client, sql: &str) -> Result<(), Error> {
    client.batch_execute(sql).await.map_err(|error| refused(client, &error, sql))
}

pub(crate) async fn prepare(client: &Client, sql: &str) -> Result<Statement, Error> {
    if client.statement_cache.size() >= CACHED {
        client.statement_cache.clear();
    }
    client.prepare_cached(sql).await.map_err(|error| refused(client, &error, sql))
}

async fn rows(client: &Client, sql: &str, params: &[Param<'_>]) -> Result<Vec<PgRow>, Error> {
    let statement = prepare(client, sql).await?;
    let answer = async {
        let rows = client.query_raw(&statement, bound(params)).await?;
        pin_mut!(rows);
        rows.try_collect().await
    };
    answer.await.map_err(|error| refused(client, &error, sql))
}

fn bound<'p>(params: &'p [Param<'_>]) -> impl ExactSizeIterator<Item = &'p (dyn ToSql + Sync)> {
    params.iter().map(|param| param as &(dyn ToSql + Sync))
}

fn refused(client: &Client, error: &tokio_postgres::Error, sql: &str) -> Error {
    let Some(refusal) = error.as_db_error() else { return broken(error, sql) };
    match *refusal.code() {
        SqlState::UNIQUE_VIOLATION => {
            Error::Constraint { name: refusal.constraint().unwrap_or_default().to_owned() }
        }
        SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN => Error::connection(refusal.message()),
        ref code => {
            // A cached plan that another node's migration made wrong would be refused for ever.
            if *code == SqlState::FEATURE_NOT_SUPPORTED {
                client.statement_cache.clear();
            }
            Error::Sql { message: format!("{} [{}] (in: {sql})", refusal.message(), code.code()) }
        }
    }
}

/// What went wrong on this side or on the way.
fn broken(error: &tokio_postgres::Error, sql: &str) -> Error {
    let cause = StdError::source(error);
    if let Some(unfit) = cause.and_then(|cause| cause.downcast_ref::<Unfit>()) {
        return Error::mismatch(format!("{unfit} (in: {sql})"));
    }
    if error.is_closed() || cause.is_some_and(|cause| cause.is::<std::io::Error>()) {
        return Error::connection(with_causes(error));
    }
    Error::Sql { message: format!("{} (in: {sql})", with_causes(error)) }
}
