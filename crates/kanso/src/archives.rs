//! `kanso project`.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};
use kanso_core::archive::{ArchiveSource, Left, export_archive, import_archive};
use kanso_core::{Actor, App, Error, Fault};

use crate::cli::ProjectCommand;
use crate::say;

pub(crate) async fn carry_out(app: &App, command: &ProjectCommand) -> anyhow::Result<()> {
    let done = match command {
        ProjectCommand::Export { project, file } => export(app, *project, file).await,
        ProjectCommand::Import { file } => import(app, file).await,
    };
    app.close().await;
    done
}

async fn export(app: &App, project: i64, path: &Path) -> anyhow::Result<()> {
    let mut exported = export_archive(app, &Actor::Application, project.into()).await?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let half = folder.join(format!(".{}.part", path.file_name().unwrap_or_default().display()));
    let written = async {
        let mut file = std::fs::File::create(&half)?;
        while let Some(part) = exported.next().await? {
            file.write_all(&part)?;
        }
        file.sync_all()?;
        anyhow::Ok(())
    };
    // A file under this name is always whole.
    match written.await {
        Ok(()) => std::fs::rename(&half, path).with_context(|| format!("cannot write {}", path.display())),
        Err(error) => {
            let _ = std::fs::remove_file(&half);
            Err(error.context(format!("cannot write {}", path.display())))
        }
    }
}

async fn import(app: &App, path: &Path) -> anyhow::Result<()> {
    let source = ArchiveSource::File(path.to_owned());
    match import_archive(app, &Actor::Application, &source).await {
        Ok((project, preview)) => {
            for left in preview.left {
                say(&words(&left))?;
            }
            say(&project.to_string())
        }
        Err(Error::Invalid(Fault::Archive(fault))) => bail!("{}: {fault}", path.display()),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn words(left: &Left) -> String {
    match left {
        Left::Person(name) => {
            format!("Nobody here is {name}: their tasks are nobody's, their name stays in texts")
        }
        Left::Group(name) => format!("There is no group {name}"),
        Left::Label(name) => format!("There is no label {name}: links with it are left out"),
        Left::Tag(name) => format!("The tag {name} is one of the project's own"),
        Left::Taken(name) => format!("{name} is another project's"),
        Left::Files(count) => format!("Files whose content was lost: {count}"),
        Left::Elsewhere(count) => format!("Rows that name other projects and stayed there: {count}"),
        Left::Endpoints(count) => format!("Webhooks that came disabled and without secrets: {count}"),
    }
}
