//! The webhook that the settings describe, as Kanboard has it.

mod build;
pub(crate) mod settings;
pub(crate) mod test;
pub(crate) mod view;

use kanso_core::{Actor, Error};
use kanso_domain::Permission;

use crate::fault::Fault;

/// Lets only administrators of the application on.
fn require_admin(actor: &Actor) -> Result<(), Fault> {
    match actor.is_admin() {
        true => Ok(()),
        false => Err(Error::Forbidden(Permission::Administrate).into()),
    }
}
