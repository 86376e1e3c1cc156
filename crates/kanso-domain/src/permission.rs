//! What a role allows.

use crate::{ApplicationRole, ProjectRole};

/// Something that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// See a project and all in it.
    ViewProject,
    /// Work in a project: tasks, comments.
    WorkInProject,
    /// Add a task; a role that a project made up may not have this and the next ones.
    CreateTask,
    /// Delete a task.
    RemoveTask,
    /// Close a task, or open it again.
    OpenOrCloseTask,
    /// Move a task to another column.
    MoveTask,
    /// Give a task to somebody.
    AssignTask,
    /// Change the fields of a task.
    UpdateTask,
    /// Change a project's board, settings and members.
    ManageProject,
    /// Create a project for a team.
    CreateTeamProject,
    /// Change accounts and the settings of the application.
    Administrate,
}

impl Permission {
    /// Whether somebody with these roles has the permission.
    ///
    /// An application administrator needs a role in a project like everybody else, as in Kanboard.
    pub fn is_given_to(self, application: ApplicationRole, project: Option<ProjectRole>) -> bool {
        match self {
            Self::ViewProject => project >= Some(ProjectRole::Viewer),
            Self::WorkInProject
            | Self::CreateTask
            | Self::RemoveTask
            | Self::OpenOrCloseTask
            | Self::MoveTask
            | Self::AssignTask
            | Self::UpdateTask => project >= Some(ProjectRole::Member),
            Self::ManageProject => project >= Some(ProjectRole::Manager),
            Self::CreateTeamProject => application >= ApplicationRole::Manager,
            Self::Administrate => application >= ApplicationRole::Admin,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_viewer_never_writes_and_an_outsider_sees_nothing() {
        let viewer = Some(ProjectRole::Viewer);
        for application in ApplicationRole::ALL {
            assert!(Permission::ViewProject.is_given_to(application, viewer));
            assert!(!Permission::WorkInProject.is_given_to(application, viewer));
            assert!(!Permission::ManageProject.is_given_to(application, viewer));
            assert!(!Permission::ViewProject.is_given_to(application, None));
        }
    }

    #[test]
    fn a_higher_role_loses_nothing() {
        let permissions = [Permission::ViewProject, Permission::WorkInProject, Permission::ManageProject];
        for permission in permissions {
            let member = permission.is_given_to(ApplicationRole::User, Some(ProjectRole::Member));
            let manager = permission.is_given_to(ApplicationRole::User, Some(ProjectRole::Manager));
            assert!(manager >= member);
        }
    }
}
