//! The file, made while it is sent.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream::try_unfold;
use kanso_core::archive::{Exported, export_archive};
use kanso_domain::ProjectId;

use crate::fault::Fault;
use crate::file::disposition;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /project/{project}/archive`. When a part fails, the answer breaks off, so that nobody takes it for whole.
pub(crate) async fn download(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let exported = export_archive(&web.app, &reader.actor, project).await?;
    let name = format!("{}.kanso.tar.gz", exported.name);
    let parts = try_unfold(exported, async |mut exported: Exported| match exported.next().await {
        Ok(part) => Ok(part.map(|part| (part, exported))),
        Err(error) => {
            tracing::error!(%error, "an archive breaks off");
            Err(std::io::Error::other("the rest cannot be read"))
        }
    });
    let headers = [
        (header::CONTENT_TYPE, "application/gzip".to_owned()),
        (header::CONTENT_DISPOSITION, disposition("attachment", &name)),
    ];
    Ok((headers, Body::from_stream(parts)).into_response())
}
