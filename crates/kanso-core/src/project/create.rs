//! Creating a project.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, ProjectRole, UserId, text};

use super::copy::{self, Model};
use crate::setting::Settings;
use crate::{Actor, App, Conflict, Error, Fault, Kind, Result, category, event};

/// A project to create.
#[derive(Clone, Debug, Default)]
pub struct NewProject {
    /// 1 to 65,535 characters; need not be unique.
    pub name: String,
    /// Markdown.
    pub description: Option<String>,
    /// Who is responsible; `None` for the person who creates it.
    pub owner: Option<UserId>,
    /// Letters and digits, at most 50, unique.
    pub identifier: Option<String>,
    /// `YYYY-MM-DD`.
    pub start_date: Option<String>,
    /// `YYYY-MM-DD`.
    pub end_date: Option<String>,
    /// The priority that forms propose.
    pub priority_default: Option<i64>,
    /// The lowest priority that forms offer.
    pub priority_start: Option<i64>,
    /// The highest priority that forms offer.
    pub priority_end: Option<i64>,
    /// A unique address.
    pub email: Option<String>,
}

/// Creates a project for a team, with columns, one swimlane and the categories of the setting. The owner becomes
/// its manager, if a person asks; the application gives nobody a role.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused; [`Kind::User`] for an owner that is nobody.
#[crate::use_case]
pub async fn create_project(app: &App, actor: &Actor, new: NewProject) -> Result<ProjectId> {
    actor.require(Permission::CreateTeamProject)?;
    create(app, actor, new, Privacy::Team, None).await
}

/// Creates a project for the actor alone.
///
/// # Errors
///
/// [`Conflict::SwitchedOff`] when the setting `disable_private_project` forbids it.
#[crate::use_case]
pub async fn create_private_project(app: &App, actor: &Actor, new: NewProject) -> Result<ProjectId> {
    require_private_projects(app)?;
    if !actor.limits().are_none() {
        return Err(Error::Forbidden(Permission::CreateTeamProject));
    }
    create(app, actor, new, Privacy::Private, None).await
}

/// Refuses where the settings forbid personal projects.
pub(super) fn require_private_projects(app: &App) -> Result<()> {
    let are_forbidden = app.settings().get("disable_private_project") == "1";
    (!are_forbidden).then_some(()).ok_or(Error::Conflict(Conflict::SwitchedOff))
}

#[derive(Clone, Copy)]
pub(super) enum Privacy {
    Team = 0,
    Private = 1,
}

pub(super) async fn create(
    app: &App,
    actor: &Actor,
    mut new: NewProject,
    privacy: Privacy,
    model: Option<Model>,
) -> Result<ProjectId> {
    new.check()?;
    new.identifier = new.identifier.map(|identifier| identifier.to_ascii_uppercase());
    let (settings, now) = (app.settings(), app.clock().now());
    let owner = new.owner.filter(|owner| !owner.is_none()).unwrap_or_else(|| actor.user_id());
    let member = matches!(actor, Actor::User(_)).then_some(owner);
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            if let Some(model) = model {
                copy::hold(change, model).await?;
            }
            let conn = change.conn();
            require_user(conn, owner).await?;
            require_unique(conn, new.identifier.as_deref(), new.email.as_deref(), ProjectId::default())
                .await?;
            let project = insert(conn, &new, owner, privacy, now).await?;
            match model {
                Some(model) => copy::furnish(change, project, model).await?,
                None => furnish(conn, project, &settings).await?,
            }
            let created = super::load(conn, project).await?;
            event::created(change, &created).await?;
            if let Some(member) = member {
                let role = ProjectRole::Manager.as_str().to_owned();
                super::members::enter(change, project, member, role).await?;
            }
            if let Some(model) = model {
                copy::settle(change, project, model).await?;
            }
            Ok(project)
        })
    })
    .await
}

impl NewProject {
    fn check(&self) -> Result<()> {
        let fault = if self.name.is_empty() {
            Fault::Missing("name")
        } else if let Some(fault) = faults(&self.name, self.identifier.as_deref(), self.email.as_deref()) {
            fault
        } else if [&self.start_date, &self.end_date].into_iter().flatten().any(|date| !text::fits(date, 10)) {
            Fault::TooLong("date", 10)
        } else {
            return Ok(());
        };
        Err(Error::Invalid(fault))
    }
}

/// What is wrong with the texts of a project, if anything.
pub(super) fn faults(name: &str, identifier: Option<&str>, email: Option<&str>) -> Option<Fault> {
    if !text::fits(name, text::TITLE) {
        Some(Fault::TooLong("name", text::TITLE))
    } else if identifier.is_some_and(|identifier| text::identifier(identifier).is_none()) {
        Some(Fault::Unknown("identifier"))
    } else if email.is_some_and(|email| !email.is_empty() && !text::is_email(email)) {
        Some(Fault::Unknown("email"))
    } else {
        None
    }
}

/// Refuses an owner that is nobody; 0 is allowed.
pub(super) async fn require_user(conn: &Conn, user: UserId) -> Result<()> {
    let known = conn.one::<(i64,)>("SELECT id FROM users WHERE id = $1", params![user.get()]).await?;
    (user.is_none() || known.is_some()).then_some(()).ok_or(Error::NotFound(Kind::User))
}

/// Refuses an identifier or address that another project has; empty ones are nobody's.
pub(super) async fn require_unique(
    conn: &Conn,
    identifier: Option<&str>,
    email: Option<&str>,
    except: ProjectId,
) -> Result<()> {
    const BY_IDENTIFIER: &str =
        "SELECT id FROM projects WHERE identifier = $1 AND id <> $2 AND removed_at = 0";
    const BY_EMAIL: &str = "SELECT id FROM projects WHERE email = $1 AND id <> $2 AND removed_at = 0";
    for (value, field, find) in [(identifier, "identifier", BY_IDENTIFIER), (email, "email", BY_EMAIL)] {
        let Some(value) = value.filter(|value| !value.is_empty()) else { continue };
        if conn.one::<(i64,)>(find, params![value, except.get()]).await?.is_some() {
            return Err(Error::Invalid(Fault::Taken(field)));
        }
    }
    Ok(())
}

async fn insert(
    conn: &Conn,
    new: &NewProject,
    owner: UserId,
    privacy: Privacy,
    now: i64,
) -> Result<ProjectId> {
    const INSERT: &str = "INSERT INTO projects (name, description, owner_id, identifier, start_date, end_date, \
        priority_default, priority_start, priority_end, email, is_private, last_modified) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id";
    let values = params![
        &new.name,
        new.description.as_deref(),
        owner.get(),
        new.identifier.as_deref().unwrap_or_default(),
        new.start_date.as_deref().unwrap_or_default(),
        new.end_date.as_deref().unwrap_or_default(),
        new.priority_default.unwrap_or(0),
        new.priority_start.unwrap_or(0),
        new.priority_end.unwrap_or(3),
        new.email.as_deref(),
        privacy as i64,
        now
    ];
    let (id,) = conn.one::<(i64,)>(INSERT, values).await?.unwrap_or_default();
    Ok(id.into())
}

/// Gives a new project its columns, its swimlane and its categories.
async fn furnish(conn: &Conn, project: ProjectId, settings: &Settings) -> Result<()> {
    const COLUMN: &str = "INSERT INTO columns (title, position, project_id) VALUES ($1, $2, $3)";
    const SWIMLANE: &str = "INSERT INTO swimlanes (name, position, project_id) VALUES ($1, 1, $2)";
    for (position, title) in (1i64..).zip(settings.board_columns()) {
        conn.execute(COLUMN, params![title, position, project.get()]).await?;
    }
    conn.execute(SWIMLANE, params![settings.default_swimlane(), project.get()]).await?;
    for name in settings.project_categories() {
        category::insert(conn, project, &name, None).await?;
    }
    Ok(())
}
