//! Publishing the log elsewhere: how far that is, and which of several servers does it.

use kanso_db::params;

use crate::{App, Result, random};

/// One who publishes the log under a name. Of all with that name one at a time holds it.
#[derive(Clone, Debug)]
pub struct Publisher {
    name: String,
    holder: String,
}

impl Publisher {
    /// A publisher that holds nothing yet. The name says what is published to.
    pub fn new(name: String) -> Self {
        Self { name, holder: random::hex(16) }
    }
}

/// Takes the publication, or keeps it, for `lease_ms` milliseconds. Answers the cursor to go on from, which is
/// `None` inside when nothing was published yet; `None` while another publisher holds it.
#[crate::use_case]
pub async fn hold_publication(
    app: &App,
    publisher: &Publisher,
    lease_ms: i64,
) -> Result<Option<Option<String>>> {
    const HOLD: &str = "INSERT INTO publications (name, holder, leased_until_ms) VALUES ($1, $2, $3) \
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, leased_until_ms = excluded.leased_until_ms \
        WHERE publications.holder = excluded.holder OR publications.leased_until_ms <= $4 RETURNING cursor";
    let (Publisher { name, holder }, now) = (publisher.clone(), app.clock().now_ms());
    let held = app.note(move |conn| {
        Box::pin(async move {
            let values = params![name, holder, now.saturating_add(lease_ms), now];
            Ok(conn.one::<(Option<String>,)>(HOLD, values).await?)
        })
    });
    Ok(held.await?.map(|(cursor,)| cursor))
}

/// Notes that all up to the cursor is published, and keeps the publication for `lease_ms` milliseconds. Answers
/// `false`, and notes nothing, when another publisher took it meanwhile.
#[crate::use_case]
pub async fn advance_publication(
    app: &App,
    publisher: &Publisher,
    cursor: String,
    lease_ms: i64,
) -> Result<bool> {
    const ADVANCE: &str =
        "UPDATE publications SET cursor = $1, leased_until_ms = $2 WHERE name = $3 AND holder = $4";
    let (Publisher { name, holder }, now) = (publisher.clone(), app.clock().now_ms());
    app.note(move |conn| {
        Box::pin(async move {
            let values = params![cursor, now.saturating_add(lease_ms), name, holder];
            Ok(conn.execute(ADVANCE, values).await? > 0)
        })
    })
    .await
}

/// Leaves the publication to who comes next.
#[crate::use_case]
pub async fn release_publication(app: &App, publisher: &Publisher) -> Result<()> {
    const RELEASE: &str = "UPDATE publications SET leased_until_ms = 0 WHERE name = $1 AND holder = $2";
    let Publisher { name, holder } = publisher.clone();
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(RELEASE, params![name, holder]).await?;
            Ok(())
        })
    })
    .await
}
