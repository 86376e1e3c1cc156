//! The places that webhooks are sent to.

mod follow_settings;

use std::fmt;
use std::str::FromStr;

use kanso_db::{Conn, Param, row};
use kanso_domain::{EndpointId, EventName, ProjectId};

use crate::{App, Error, Result};

pub(crate) use follow_settings::follow_settings;

/// How the body of a webhook is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Flat, as Kanboard sent before 2016.
    Kanboard2015,
    /// With a nested task; values of rows are strings.
    Kanboard2016,
    /// As Kanboard 1.2 sends: numbers, more keys, the author.
    Kanboard12,
}

row! {
    #[derive(Clone, Debug)]
    struct EndpointRow {
        id: EndpointId as i64,
        project_id: Option<ProjectId> as Option<i64>,
        name: String,
        url: String,
        token: String,
        format: String,
        enabled: i64,
    }
}

/// A place that webhooks are sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Its id.
    pub id: EndpointId,
    /// The one project whose events it gets; `None` for all.
    pub project: Option<ProjectId>,
    /// What people call it.
    pub name: String,
    /// Where the webhooks go.
    pub url: String,
    /// Sent as `token` in the query; empty for none.
    pub token: String,
    /// How the body is made.
    pub format: Format,
    /// Whether anything is sent.
    pub enabled: bool,
}

impl Format {
    /// All, newest first but for the default.
    pub const ALL: [Self; 3] = [Self::Kanboard2016, Self::Kanboard2015, Self::Kanboard12];

    /// The name that is stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kanboard2015 => "kanboard-2015",
            Self::Kanboard2016 => "kanboard-2016",
            Self::Kanboard12 => "kanboard-1.2",
        }
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let format = Self::ALL.into_iter().find(|format| format.as_str() == text);
        format.ok_or_else(|| Error::Stored(format!("no webhook format {text:?}")))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Endpoint {
    /// Whether it gets events of this name. The Kanboard formats tell only what Kanboard tells.
    pub fn wants(&self, name: EventName) -> bool {
        match self.format {
            Format::Kanboard2015 | Format::Kanboard2016 | Format::Kanboard12 => name.is_kanboards(),
        }
    }
}

impl TryFrom<EndpointRow> for Endpoint {
    type Error = Error;

    fn try_from(row: EndpointRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            project: row.project_id,
            name: row.name,
            url: row.url,
            token: row.token,
            format: row.format.parse()?,
            enabled: row.enabled == 1,
        })
    }
}

/// All endpoints, by id. For the worker that sends to them.
pub async fn list_endpoints(app: &App) -> Result<Vec<Endpoint>> {
    app.read(|conn| Box::pin(async move { select(conn, "1 = 1 ORDER BY id", &[]).await })).await
}

/// The endpoint that the setting `webhook_url` stands for, if it is set.
pub async fn find_default_endpoint(app: &App) -> Result<Option<Endpoint>> {
    app.read(|conn| {
        Box::pin(async move { Ok(select(conn, "origin = 'settings' AND enabled = 1", &[]).await?.pop()) })
    })
    .await
}

pub(crate) async fn select(conn: &Conn, which: &str, values: &[Param<'_>]) -> Result<Vec<Endpoint>> {
    let find = format!("SELECT {} FROM endpoints WHERE {which}", EndpointRow::COLUMNS);
    conn.all::<EndpointRow>(&find, values).await?.into_iter().map(Endpoint::try_from).collect()
}
