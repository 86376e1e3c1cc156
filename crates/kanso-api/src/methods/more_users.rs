use crate::class::Class::AppAdmin;
use crate::class::Missing::{False, True};
use crate::procedure::{Procedure, procedure};
use crate::user;

pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("createLdapUser", "username", AppAdmin, False, user::create_ldap_user),
        procedure("updateUser", "id, username?, name?, email?, role?", AppAdmin, True, user::update_user),
        procedure("removeUser", "user_id", AppAdmin, False, user::remove_user),
    ]
}
