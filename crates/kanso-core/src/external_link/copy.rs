//! The external links of a copied task.

use kanso_db::params;
use kanso_domain::TaskId;

use crate::Result;
use crate::change::Change;

/// Gives the task `to` the external links of `from`, inside the change, as links of today and of who acts.
pub(crate) async fn copy(change: &mut Change<'_>, from: TaskId, to: TaskId) -> Result<()> {
    const COPY: &str = "INSERT INTO task_has_external_links \
        (link_type, dependency, title, url, date_creation, date_modification, task_id, creator_id) \
        SELECT link_type, dependency, title, url, $1, $1, $2, $3 FROM task_has_external_links \
        WHERE task_id = $4 ORDER BY id";
    let creator = change.actor().user_id().get();
    let values = params![change.now(), to.get(), creator, from.get()];
    change.conn().execute(COPY, values).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use kanso_domain::Permission;

    use super::super::{NewExternalLink, create_external_link, list_external_links};
    use super::*;
    use crate::file::FileStore;
    use crate::project::{NewProject, create_project};
    use crate::task::{NewTask, create_task};
    use crate::{Actor, App, Clock, Config, DatabaseUrl};

    #[tokio::test]
    async fn copies_are_links_of_today() {
        let folder = tempfile::tempdir().unwrap();
        let database = Config::new(DatabaseUrl::Sqlite(folder.path().join("kanso.db")));
        let clock = Clock::manual(1_790_000_000);
        let app = App::open(
            database,
            FileStore::in_folder(folder.path()),
            clock.clone(),
            crate::SecretKey::random(),
        )
        .await
        .unwrap();
        let who = Actor::Application;
        let new = NewProject { name: "x".to_owned(), ..NewProject::default() };
        let project = create_project(&app, &who, new).await.unwrap();
        let new = NewTask { project, title: "x".to_owned(), ..NewTask::default() };
        let from = create_task(&app, &who, new.clone()).await.unwrap();
        let to = create_task(&app, &who, new).await.unwrap();
        for url in ["https://example.org/a.pdf", "https://example.org/b"] {
            let (url, dependency, title) = (url.to_owned(), "related".to_owned(), String::new());
            let new = NewExternalLink { task: from, provider: None, url, dependency, title };
            create_external_link(&app, &who, new).await.unwrap();
        }
        clock.advance(std::time::Duration::from_secs(60));
        app.change(&who, project, Permission::WorkInProject, move |change| Box::pin(copy(change, from, to)))
            .await
            .unwrap();
        let links = list_external_links(&app, &who, to).await.unwrap();
        let seen: Vec<_> = links.iter().map(|link| (link.title.as_str(), link.link_type.as_str())).collect();
        assert_eq!(seen, [("a.pdf", "attachment"), ("example.org/b", "weblink")]);
        assert!(
            links
                .iter()
                .all(|link| (link.date_creation, link.date_modification) == (1_790_000_060, 1_790_000_060))
        );
    }
}
