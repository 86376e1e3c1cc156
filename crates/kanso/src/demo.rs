//! A project to look at, so that the first board is not empty.

use kanso_core::comment::{self, NewComment};
use kanso_core::project::{self, NewProject};
use kanso_core::task::{self, NewTask};
use kanso_core::user;
use kanso_core::{Actor, App, column};
use kanso_domain::{ApplicationRole, ColumnId, ProjectId, UserId};

const DAY: i64 = 24 * 60 * 60;

/// What a sample task says.
struct Sample {
    column: usize,
    title: &'static str,
    description: &'static str,
    color: &'static str,
    priority: i64,
    score: i64,
    due_in_days: Option<i64>,
    is_admins: bool,
}

const fn sample(column: usize, title: &'static str, color: &'static str) -> Sample {
    Sample {
        column,
        title,
        description: "",
        color,
        priority: 0,
        score: 0,
        due_in_days: None,
        is_admins: false,
    }
}

const SAMPLES: [Sample; 8] = [
    Sample {
        description: "Drag this card to another column, or pick it up with **Space** and move it with the arrow \
            keys. Everybody who has this board open sees it at once.",
        is_admins: true,
        ..sample(0, "Drag me", "blue")
    },
    Sample {
        description: "Under **Settings → Webhooks**, give an address, and send a test event. Every change on \
            this board is then delivered there, in order, even if the receiver is down for a while.",
        priority: 2,
        due_in_days: Some(2),
        ..sample(0, "Connect a webhook", "purple")
    },
    sample(0, "Invite the team", "green"),
    Sample { due_in_days: Some(7), score: 3, ..sample(1, "Plan the next release", "yellow") },
    Sample { priority: 1, is_admins: true, ..sample(1, "Write to the first ten users", "orange") },
    Sample {
        description: "- [x] Collect the numbers\n- [ ] Draw the chart\n- [ ] Tell what surprised us",
        due_in_days: Some(-1),
        score: 5,
        is_admins: true,
        ..sample(2, "Monthly report", "red")
    },
    Sample { score: 2, ..sample(2, "New logo", "pink") },
    Sample { is_admins: true, ..sample(3, "Install Kanso", "teal") },
];

/// Creates the sample project when there is no project at all.
pub(crate) async fn create_when_empty(app: &App) -> anyhow::Result<()> {
    if !project::list_all_projects(app, &Actor::Application).await?.is_empty() {
        return Ok(());
    }
    let Ok(admin) = user::find_user_by_name(app, &Actor::Application, "admin".to_owned()).await else {
        return Ok(());
    };
    let id = admin.id;
    let admin = Actor::User(admin.signed_in());
    debug_assert_eq!(admin.application_role(), ApplicationRole::Admin, "the first account administrates");
    let new = NewProject {
        name: "Welcome to Kanso".to_owned(),
        description: Some(
            "A board to try things on. Remove it when you have projects of your own.".to_owned(),
        ),
        ..NewProject::default()
    };
    let project = project::create_project(app, &admin, new).await?;
    let columns: Vec<ColumnId> =
        column::list_columns(app, &admin, project).await?.into_iter().map(|column| column.id).collect();
    for sample in SAMPLES {
        create(app, &admin, id, project, &columns, sample).await?;
    }
    Ok(())
}

async fn create(
    app: &App,
    admin: &Actor,
    id: UserId,
    project: ProjectId,
    columns: &[ColumnId],
    sample: Sample,
) -> anyhow::Result<()> {
    let new = NewTask {
        project,
        title: sample.title.to_owned(),
        description: Some(sample.description.to_owned()),
        color: Some(sample.color.to_owned()),
        column: columns.get(sample.column).copied(),
        owner: if sample.is_admins { id } else { UserId::default() },
        priority: Some(sample.priority),
        score: Some(sample.score),
        date_due: sample.due_in_days.map(|days| app.clock().now() + days * DAY).or(Some(0)),
        date_started: Some(0),
        category: Some(0),
        reference: Some(String::new()),
        ..NewTask::default()
    };
    let is_first = sample.title == SAMPLES[0].title;
    let task = task::create_task(app, admin, new).await?;
    if is_first {
        let text = "Comments understand Markdown, too.".to_owned();
        let visibility = ApplicationRole::User;
        let welcome = NewComment { task, author: id, text, reference: String::new(), visibility };
        comment::create_comment(app, admin, welcome).await?;
    }
    Ok(())
}
