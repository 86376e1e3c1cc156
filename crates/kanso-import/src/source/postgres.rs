//! Copying from PostgreSQL.

use tokio_postgres::{Client, Config, NoTls, SimpleQueryMessage};

use super::copy::Copy;
use super::{Opened, is_read, quoted, wanted};
use crate::{Place, Refusal};

/// So many rows are in memory at once.
const ROWS: usize = 2_000;

/// Copies all that is read, as it is at one moment. Values come as text, whatever their types.
pub(super) async fn copy(place: &Place, address: &str) -> Result<Opened, Refusal> {
    let unreachable = |error: String| Refusal::Unreachable(place.to_string(), error);
    let mut config: Config = address.parse().map_err(|error| unreachable(told(&error)))?;
    config.application_name("kanso import");
    let (client, connection) = config.connect(NoTls).await.map_err(|error| unreachable(told(&error)))?;
    let rows = read(&client);
    let (copied, version) = tokio::select! {
        read = rows => read.map_err(|error| Refusal::Interrupted(place.to_string(), error))?,
        ended = connection => {
            let why = ended.err().map_or_else(|| "the connection was closed".to_owned(), |error| told(&error));
            return Err(Refusal::Interrupted(place.to_string(), why));
        }
    };
    copied.end(place, version)
}

async fn read(client: &Client) -> Result<(Copy, i64), String> {
    let mut copy = Copy::begin()?;
    ask(client, "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").await?;
    let list = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() \
        AND table_name IN (SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() \
        AND table_type = 'BASE TABLE') ORDER BY table_name, ordinal_position";
    let mut there = Vec::<(String, Vec<String>)>::new();
    for row in ask(client, list).await? {
        let [Some(table), Some(column)] = &row[..] else { continue };
        match there.last_mut() {
            Some((last, columns)) if last == table => columns.push(column.clone()),
            _ => there.push((table.clone(), vec![column.clone()])),
        }
    }
    for (table, columns) in &there {
        if is_read(table) {
            read_table(client, &mut copy, table, columns).await?;
        } else {
            let rows = number(client, &format!("SELECT COUNT(*) FROM {}", quoted(table))).await?;
            copy.other(table.clone(), u64::try_from(rows).unwrap_or_default());
        }
    }
    let has_version = there.iter().any(|(table, _)| table == "schema_version");
    let version = if has_version { number(client, "SELECT version FROM schema_version").await? } else { 0 };
    ask(client, "COMMIT").await?;
    Ok((copy, version))
}

async fn read_table(client: &Client, copy: &mut Copy, table: &str, there: &[String]) -> Result<(), String> {
    let columns = wanted(table, there);
    copy.table(table, &columns)?;
    let names: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
    let order = if columns.iter().any(|column| column == "id") { " ORDER BY id" } else { "" };
    let declare = format!(
        "DECLARE rows NO SCROLL CURSOR FOR SELECT {} FROM {}{order}",
        names.join(", "),
        quoted(table)
    );
    ask(client, &declare).await?;
    loop {
        let rows = ask(client, &format!("FETCH {ROWS} FROM rows")).await?;
        for row in &rows {
            copy.row(table, row)?;
        }
        if rows.len() < ROWS {
            break;
        }
    }
    ask(client, "CLOSE rows").await?;
    Ok(())
}

async fn number(client: &Client, select: &str) -> Result<i64, String> {
    let rows = ask(client, select).await?;
    let first = rows.into_iter().next().and_then(|row| row.into_iter().next().flatten());
    Ok(first.and_then(|value| value.parse().ok()).unwrap_or_default())
}

async fn ask(client: &Client, statement: &str) -> Result<Vec<Vec<Option<String>>>, String> {
    let answer = client.simple_query(statement).await.map_err(|error| told(&error))?;
    let rows = answer.iter().filter_map(|message| {
        let SimpleQueryMessage::Row(row) = message else { return None };
        Some((0..row.len()).map(|column| row.get(column).map(str::to_owned)).collect())
    });
    Ok(rows.collect())
}

/// With its cause, which says more.
fn told(error: &tokio_postgres::Error) -> String {
    let cause = std::error::Error::source(error);
    cause.map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}
