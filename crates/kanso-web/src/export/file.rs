//! The file itself, made while it is sent.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use futures_util::stream::try_unfold;
use kanso_core::export::{Span, export_subtasks, export_tasks, export_transitions};
use kanso_core::project::find_project;
use kanso_core::{Actor, App, Error, Fault as CoreFault};
use kanso_domain::date::DateInput;
use kanso_domain::{Permission, ProjectId};
use serde::Deserialize;

use super::rows::Written;
use super::{Given, What, summary};
use crate::csv_file::{beginning, download as download_whole, lines, streamed};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    what: String,
    /// Whether the mark is wanted that tells Excel that this is UTF-8.
    bom: Option<String>,
    from: String,
    until: String,
}

/// A file in the making.
struct File {
    app: App,
    actor: Actor,
    project: ProjectId,
    what: What,
    span: Span,
    written: Written,
    /// The id of what was written last; none at the end.
    after: Option<i64>,
    /// What is to be sent first.
    beginning: Vec<u8>,
}

/// `GET /project/{project}/exports/file`
pub(crate) async fn download(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let app = &web.app;
    app.require(&reader.actor, project, Permission::ManageProject).await?;
    let what = What::ALL.into_iter().find(|what| what.as_str() == asked.what);
    let what = what.ok_or(Error::Invalid(CoreFault::Unknown("file")))?;
    let between = Given { from: asked.from, until: asked.until }.read()?;
    let name = find_project(app, &reader.actor, project).await?.name;
    let name = format!("{name}-{}", what.as_str());
    if what == What::Summary {
        let file = summary::file(&web, &reader, project, between, asked.bom.is_some()).await?;
        return Ok(download_whole(&name, file));
    }
    let file = File {
        app: app.clone(),
        actor: reader.actor,
        project,
        what,
        span: between.moments(&reader.page.zone),
        written: Written {
            dates: DateInput { zone: reader.page.zone.clone(), ..app.settings().date_input() },
        },
        after: Some(0),
        beginning: beginning(what.heading(), asked.bom.is_some()),
    };
    let parts = try_unfold(file, async |mut file| Ok(file.next().await?.map(|part| (part, file))));
    Ok(streamed(&name, parts))
}

impl File {
    /// Some more lines; `None` at the end.
    async fn next(&mut self) -> Result<Option<Bytes>, Fault> {
        let Some(after) = self.after else { return Ok(None) };
        let (app, actor, project, span) = (&self.app, &self.actor, self.project, self.span);
        let (rows, last): (Vec<Vec<String>>, Option<i64>) = match self.what {
            What::Tasks => {
                let tasks = export_tasks(app, actor, project, span, after.into()).await?;
                let rows = tasks.iter().map(|task| self.written.task(task)).collect();
                (rows, tasks.last().map(|last| last.task.id.get()))
            }
            What::Subtasks => {
                let subtasks = export_subtasks(app, actor, project, span, after.into()).await?;
                (subtasks.iter().map(Written::subtask).collect(), subtasks.last().map(|last| last.id.get()))
            }
            What::Transitions => {
                let told = export_transitions(app, actor, project, span, after.into()).await?;
                let rows = told.found.iter().map(|told| self.written.transition(told)).collect();
                (rows, told.next.map(Into::into))
            }
            // It is made at once.
            What::Summary => (Vec::new(), None),
        };
        self.after = last;
        let mut part = std::mem::take(&mut self.beginning);
        part.extend(lines(rows));
        Ok(Some(part.into()))
    }
}
