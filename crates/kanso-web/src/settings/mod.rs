//! The settings of the application, a page for each group of them, for administrators.

pub(crate) mod about;
pub(crate) mod api;
pub(crate) mod fields;
pub(crate) mod form;
pub(crate) mod stylesheet;
pub(crate) mod view;

use kanso_core::{Actor, Error};
use kanso_domain::Permission;

use crate::fault::Fault;

/// Lets only administrators of the application on.
pub(crate) fn require_admin(actor: &Actor) -> Result<(), Fault> {
    match actor.is_admin() {
        true => Ok(()),
        false => Err(Error::Forbidden(Permission::Administrate).into()),
    }
}
